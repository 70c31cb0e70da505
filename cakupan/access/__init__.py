"""Who you are and what you may see or do. No pages, no requests."""
