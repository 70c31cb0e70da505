"""Ids of pages that have many: a module each. They are asked for in layouts.ids."""
