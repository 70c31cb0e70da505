"""Ids of pages that have many: a module each, beside those in layouts.ids."""
