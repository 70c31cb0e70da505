"""Kills loads at random moments and looks whether anything is lost or half there."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, sleep

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
# When a row was written differs from run to run; everything else must not.
_MOMENTS = frozenset({"loaded_at", "withdrawn_at"})
_SHOWN = ("load", "figure")

Dump = dict[str, list[tuple[object, ...]]]


@dataclass(slots=True)
class Killed:
    """How many loads were killed, in which of the two whole states they left the database."""

    times: int = 0
    before: int = 0
    after: int = 0
    finished: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where loads are killed: a database, the load, and the two states it may be found in."""

    base: Path
    book: Path
    seconds: float
    before: Dump
    after: Dump


@dataclass(frozen=True, slots=True)
class _Blow:
    """One kill: where, after how many seconds, and into which database."""

    number: int
    ground: _Ground
    database: Path
    at: float


@dataclass(frozen=True, slots=True)
class _Struck:
    """What a kill has left, whether the load had ended before it, and what was wrong."""

    left: str = ""
    finished: bool = False
    fault: str | None = None


def run(seed: int, times: int, *, workers: int = 1) -> Killed:
    """Kill so many loads: by turns into a database that holds a load, and into none."""
    chance = Random(f"{seed}/kills")  # noqa: S311  chance here must be repeatable
    killed = Killed()
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(workers) as pool:
        grounds = _grounds(Path(name)) if times else []
        blows = [
            _Blow(number, ground, Path(name) / f"{number}.db", chance.uniform(0, ground.seconds))
            for number in range(times)
            for ground in [grounds[number % len(grounds)]]
        ]
        for blow, struck in zip(blows, pool.map(_kill_one, blows), strict=True):
            killed.times += 1
            killed.before += struck.left == "before"
            killed.after += struck.left == "after"
            killed.finished += struck.finished
            if struck.fault:
                killed.faults.append(f"kill {blow.number} after {blow.at:.3f} s: {struck.fault}")
    return killed


def _grounds(folder: Path) -> list[_Ground]:
    """No database yet, and one that holds a load."""
    none, one, two = (folder / f"{name}.db" for name in ("none", "one", "two"))
    first = _ground(_book(folder / "a.xlsx", 2024), none, one)
    return [first, _ground(_book(folder / "b.xlsx", 2025), one, two)]


def _ground(book: Path, base: Path, whole: Path) -> _Ground:
    _copy(base, whole)
    begun = monotonic()
    if _load(book, whole).wait() != 0:
        raise RuntimeError(f"{book.name} cannot be loaded at all")
    return _Ground(base, book, monotonic() - begun, dump(base), dump(whole))


def _kill_one(blow: _Blow) -> _Struck:
    """Load, kill, look, load again."""
    ground, database = blow.ground, blow.database
    _copy(ground.base, database)
    child = _load(ground.book, database)
    sleep(blow.at)
    finished = child.poll() is not None
    child.kill()
    child.wait()
    states = {"before": ground.before, "after": ground.after}
    found = dump(database)
    left = next((name for name, state in states.items() if state == found), "")
    if not left:
        return _Struck(left, finished, "neither the state before nor the whole load")
    if _load(ground.book, database).wait() != 0:
        return _Struck(left, finished, "the next load did not succeed by itself")
    same = dump(database) == ground.after
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    return _Struck(left, finished, None if same else "the next load left another state")


def dump(database: Path) -> Dump:
    """Every load and figure, as whoever opens the database next sees them; {} where none are.

    What a first start sets up around them (regions, versions) may stand there already.
    """
    if not database.exists():
        return {}
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return {"damaged": [()]}
        there = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        rows = {name: _rows(connection, name) for name in _SHOWN if (name,) in there}
    return {name: found for name, found in rows.items() if found}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608  a name of our schema
    kept = [place for place, column in enumerate(cursor.description) if column[0] not in _MOMENTS]
    return sorted((tuple(row[place] for place in kept) for row in cursor), key=repr)


def _load(book: Path, database: Path) -> subprocess.Popen[bytes]:
    url = f"sqlite:///{database}"
    return subprocess.Popen(
        [sys.executable, "-m", "etl", "load", str(book), "--yes", "--by", "uji", "--database", url],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _copy(source: Path, target: Path) -> None:
    for path in source.parent.glob(f"{source.name}*"):
        shutil.copy(path, target.parent / path.name.replace(source.name, target.name))


def _book(path: Path, year: int) -> Path:
    """A workbook that loads without a question: 8 regions, 12 months, 3 segments."""
    book = openpyxl.Workbook()
    sheet = book.active
    said = {
        "Ukuran": "Peserta aktif",
        "Penerbit": "BPJS Ketenagakerjaan",
        "Sumber": "Dibuat untuk pengujian",
        "Basis": "tempat pendaftaran",
        "Kematangan": "Data contoh",
        "Satuan": "orang",
    }
    for pair in said.items():
        sheet.append(pair)
    sheet.append(["Kode", "Bulan", "PU", "BPU", "Jakon"])
    for number in (1, 2, 3, 4, 71, 72, 73, 74):
        for month in ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt"):
            values = [1000 * number + year + 7 * len(month), 500 + number, 30 + number]
            sheet.append([f"36.{number:02d}", f"{month} {year}", *values])
    book.save(path)
    return path
