"""From workbook to figures: readers, shape, numbers, periods, regions, checks, dry run, load."""
