"""What the API answers, from the figures that pages are drawn from. One module an address."""
