"""The Wilayah page: the map and the table of all kabupaten and kota, one module a part."""
