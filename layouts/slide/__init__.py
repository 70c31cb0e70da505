"""The Slide page, and the show in the hall. What is chosen stands in the browser alone."""
