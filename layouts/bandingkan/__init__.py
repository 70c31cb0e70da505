"""Two to four regions side by side, on the Wilayah page."""
