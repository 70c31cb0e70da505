"""Figures and loads in one database: tables, migrations, writing a load, one query a question."""
