"""Cuts and damages the log beside a database: whoever opens it next sees some whole commit."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

from tests.faults.ground import dump, load_book, whole_book

LOADS = 4
_HEADER = 32


def run(seed: int, times: int) -> list[str]:
    """So many torn logs; gives a sentence for each that did not open whole."""
    chance = Random(f"{seed}/log")  # noqa: S311  chance here must be repeatable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        log, base, states = _committed(folder)
        faults = []
        for number in range(times):
            torn, how = _torn(log, chance)
            found = _opened(folder / "torn.db", base, torn)
            if found not in states:
                faults.append(f"log {number}, {how}: no commit there ever was")
    return faults


def _committed(folder: Path) -> tuple[bytes, bytes, list[object]]:
    """A log with several loads that no checkpoint has taken over, its database, every state."""
    path = folder / "cakupan.db"
    load_book(whole_book(folder / "awal.xlsx", 2010), path)
    states: list[object] = [dump(path)]
    with closing(sqlite3.connect(path)) as keeper:
        # As long as one connection stays open, the log is kept.
        keeper.execute("PRAGMA wal_autocheckpoint = 0")
        keeper.execute("BEGIN")
        keeper.execute("SELECT count(*) FROM figure").fetchall()
        for number in range(LOADS):
            load_book(whole_book(folder / f"{number}.xlsx", 2020 + number), path)
            states.append(dump(path))
        log = path.with_name(f"{path.name}-wal").read_bytes()
        return log, path.read_bytes(), states


def _torn(log: bytes, chance: Random) -> tuple[bytes, str]:
    """The log cut off anywhere, or with bytes in it that are not what was written."""
    place = chance.randrange(_HEADER, len(log))
    if chance.random() < 0.5:
        return log[:place], f"cut off at {place}"
    torn = bytearray(log)
    length = chance.randrange(1, 4096)
    torn[place : place + length] = chance.randbytes(min(length, len(log) - place))
    return bytes(torn), f"{length} bytes at {place}"


def _opened(path: Path, base: bytes, log: bytes) -> object:
    path.write_bytes(base)
    path.with_name(f"{path.name}-wal").write_bytes(log)
    found = dump(path)
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    return found
