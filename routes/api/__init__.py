"""``/api/v1/``: questions read, answers written, problems told. What is answered is handed in."""
