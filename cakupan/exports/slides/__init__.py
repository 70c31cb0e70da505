"""Decks for PowerPoint: native, editable slides drawn from cards as data. One job a module."""
