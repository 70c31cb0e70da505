"""Cakupan knows coverage: the words, the arithmetic, the store, the pictures and the papers."""

__version__ = "0.1.0"
