"""The commands of ``python -m cakupan``, a module a group. They belong to the entry point."""
