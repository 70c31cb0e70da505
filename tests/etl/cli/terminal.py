"""What tests of the commands share: a table, an answer typed, and all that a database holds."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl import __main__ as cli

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
    with sqlite3.connect(database) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in sorted(names):
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608  own tables
            digest.update(repr((name, sorted(rows, key=repr))).encode())
    return digest.hexdigest()


def records(out: str) -> list[dict[str, Any]]:
    found = json.loads(out)
    assert isinstance(found, list)
    return found
