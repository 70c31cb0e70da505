"""What the program is made of: every package it runs on, and what is known against each."""
