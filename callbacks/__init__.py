"""What happens on a page: asks storage, calls analytics and charts, returns the new page."""
