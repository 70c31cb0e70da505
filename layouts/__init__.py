"""The page at rest, one module a page. Given data and words; asks nothing of storage."""

from layouts import mantine

# Before any of these modules asks for a component.
mantine.read_in()
