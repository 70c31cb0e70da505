"""Statements are put into SQL once by a process of the suite, and not anew for each database.

A program asks its one or two databases the same again. The suite opens new ones for nearly each
test, and to write the same SQL for them was a sixth of the time of ``tests/storage``.
"""

from typing import Any

from sqlalchemy import URL, Engine, create_engine

from cakupan.storage import engine


def compile_once() -> None:
    """Let every engine on a file of SQLite know the statements of all the others."""
    first = create_engine("sqlite://")
    # It is then told which SQLite this is, which later ones would each be told again.
    first.connect().close()
    create = engine._create

    def create_knowing(target: URL, **options: Any) -> Engine:
        opened = create(target, **options)
        if opened.dialect.name == first.dialect.name:
            opened.dialect, opened._compiled_cache = first.dialect, first._compiled_cache
        return opened

    engine._create = create_knowing
