"""The Target page, one module a card."""
