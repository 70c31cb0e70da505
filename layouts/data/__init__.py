"""The Data page: files come in, are examined, loaded, and can be taken back. One module a card."""
