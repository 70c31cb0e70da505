"""The Pertumbuhan page: what changed since the same month of an earlier year, and why."""
