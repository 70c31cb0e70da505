"""Checks: generators over what was read that yield findings. They never raise and never stop."""
