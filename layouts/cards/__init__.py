"""Cards that more than one page shows of a region. Each is told the ids of its places."""
