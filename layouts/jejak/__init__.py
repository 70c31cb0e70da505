"""The Jejak audit page: who did what, when and from where, for those who answer for it."""
