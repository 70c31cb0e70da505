"""The Ringkasan page: one look answers "where are we". One module a card."""
