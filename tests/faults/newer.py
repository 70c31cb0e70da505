"""A database that a later program has been at: a start and a load refuse it, and change no byte."""

import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.faults.ground import ROOT, load_book, whole_book

_LATER = "9999"
_LONGEST = 60


def run() -> list[str]:
    """Try each; a sentence for each that did more than refuse."""
    with tempfile.TemporaryDirectory() as name:
        database, book = Path(name) / "cakupan.db", whole_book(Path(name) / "b.xlsx", 2025)
        load_book(whole_book(Path(name) / "a.xlsx", 2024), database)
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (_LATER,))
        before = database.read_bytes()
        faults = [
            f"newer schema, {arguments[0]}: {told}"
            for arguments in ways(book)
            if (told := _refused(arguments, database))
        ]
        if database.read_bytes() != before:
            faults.append("newer schema: the database is another one")
    return faults


def ways(book: Path) -> tuple[tuple[str, ...], ...]:
    """What somebody with an older program would do."""
    return ("app.py",), ("-m", "etl", "load", str(book), "--yes", "--by", "uji")


def _refused(arguments: tuple[str, ...], database: Path) -> str:
    """What was wrong with how it was refused; empty where nothing was."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"CAKUPAN_DATABASE_URL": f"sqlite:///{database}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=_LONGEST,
    )
    said = done.stdout + done.stderr
    if done.returncode == 0 or _LATER not in said or "Traceback" in said:
        return f"{done.returncode} {said[-200:]!r}"
    return ""
