"""The page at rest, one module a page. Given data and words; asks nothing of storage."""
