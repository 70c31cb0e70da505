"""From the cells of a sheet to readings: where the header is, and what each cell below it means."""
