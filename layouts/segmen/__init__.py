"""The Segmen page: kinds of participants, vulnerable workers, and who pays for them."""
