"""What tests of the commands share: a table, an answer typed, and all that a database holds."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from etl import __main__ as cli
from tests.behind import behind

ROOT = Path(__file__).resolve().parents[3]
SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
TABLE = [*SAID, ["Kode", "2024", "2025"], ["36.01", 1, 2], ["36.02", 3, 4]]
Write = Callable[..., Path]
Run = Callable[..., tuple[int, str, str]]


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    class Keyboard:
        def readline(self) -> str:
            return text

    monkeypatch.setattr(cli.sys, "stdin", Keyboard())


def state_of(database: Path) -> str:
    """A hash over all rows of all tables."""
    digest = hashlib.sha256()
    with behind(database) as connection:
        for name in sorted(inspect(connection).get_table_names()):
            asked = f'SELECT * FROM "{name}"'  # noqa: S608  own tables
            rows = connection.exec_driver_sql(asked).fetchall()
            digest.update(repr((name, sorted(rows, key=repr))).encode())
    return digest.hexdigest()


def records(out: str) -> list[dict[str, Any]]:
    found = json.loads(out)
    assert isinstance(found, list)
    return found
