"""What leaves the house as a file. Writes workbooks; given data, never asks storage."""
