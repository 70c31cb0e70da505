"""Puts random bytes into a database at rest: it is refused, or no figure on any page is another."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy.exc import OperationalError

from cakupan.storage.errors import StorageError
from cakupan.storage.integrity import refuse_damaged
from tests.faults.ground import load_book, whole_book


@dataclass(slots=True)
class Lost:
    """How many files were damaged, how many of them refused, and what was served wrong."""

    times: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)


def run(seed: int, times: int) -> Lost:
    """So many damaged files."""
    chance = Random(f"{seed}/bytes")  # noqa: S311  chance here must be repeatable
    lost = Lost()
    with tempfile.TemporaryDirectory() as name:
        path, damaged = Path(name) / "cakupan.db", Path(name) / "rusak.db"
        load_book(whole_book(Path(name) / "a.xlsx", 2025), path)
        content, sound = path.read_bytes(), _figures(path)
        for number in range(times):
            place, length = chance.randrange(len(content)), chance.choice((1, 4, 64, 4096))
            torn = bytearray(content)
            torn[place : place + length] = chance.randbytes(min(length, len(content) - place))
            damaged.write_bytes(torn)
            lost.times += 1
            if _is_refused(damaged):
                lost.refused += 1
            elif _told(damaged) != sound:
                lost.faults.append(f"bytes {number}: {length} at {place} were served")
    return lost


def _is_refused(path: Path) -> bool:
    """As the start of the program would."""
    try:
        refuse_damaged(f"sqlite:///{path}")
    except (StorageError, OperationalError):
        return True
    return False


def _told(path: Path) -> object:
    """The figures, or why there are none."""
    try:
        return _figures(path)
    except sqlite3.DatabaseError as error:
        return str(error)


def _figures(path: Path) -> list[tuple[object, ...]]:
    """Everything that a page could show of a figure."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT measure, basis, publisher, segment, programme, group_name, region_code, period,"
            " value, scale, maturity, is_current, sheet, unit, rounding_unit, citation, note, cell"
            " FROM figure JOIN series ON series.id = series_id JOIN origin ON origin.id = origin_id"
            " ORDER BY figure.id"
        ).fetchall()
