"""Kills loads at random moments and looks whether anything is lost or half there."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
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


def run(seed: int, times: int) -> Killed:
    """Kill so many loads: by turns into a database that holds a load, and into none."""
    killed = Killed()
    chance = Random(f"{seed}/kills")  # noqa: S311  chance here must be repeatable
    with tempfile.TemporaryDirectory() as name:
        grounds = _grounds(Path(name)) if times else []
        for number in range(times):
            ground = grounds[number % len(grounds)]
            at = chance.uniform(0, ground.seconds)
            fault = _kill_one(killed, ground, Path(name) / f"{number}.db", at)
            if fault:
                killed.faults.append(f"kill {number} after {at:.3f} s: {fault}")
            for path in Path(name).glob(f"{number}.db*"):
                path.unlink()
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


def _kill_one(killed: Killed, ground: _Ground, database: Path, at: float) -> str | None:
    """Load, kill, look, load again; what was wrong, None where nothing was."""
    _copy(ground.base, database)
    child = _load(ground.book, database)
    sleep(at)
    killed.finished += child.poll() is not None
    child.kill()
    child.wait()
    killed.times += 1
    left = dump(database)
    if left == ground.before:
        killed.before += 1
    elif left == ground.after:
        killed.after += 1
    else:
        return "neither the state before nor the whole load"
    if _load(ground.book, database).wait() != 0:
        return "the next load did not succeed by itself"
    return None if dump(database) == ground.after else "the next load left another state"


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
