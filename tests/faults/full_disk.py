"""Loads onto disks of many sizes that are too small: a sentence, nothing lost, and on it goes.

Needs to mount a disk of its own; where that is not allowed it says so and nothing is tried.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.ground import ROOT, Dump, dump, load_book, whole_book

_KILOBYTE = 1024
_ROOM = 64 * _KILOBYTE * _KILOBYTE
# Beside the database: hardly more than viewers need, up to about what a load needs.
_LEAST, _MOST = 36 * _KILOBYTE, 110 * _KILOBYTE


@dataclass(slots=True)
class Full:
    """On how many disks a load was tried, on how many it had no room, and what went wrong."""

    times: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)
    not_done: str = ""


def run(points: int) -> Full:
    """Try so many sizes between what the database has already and what the load needs."""
    full = Full()
    with tempfile.TemporaryDirectory() as name:
        folder, disk = Path(name), Path(name) / "disk"
        base, book = folder / "base.db", whole_book(folder / "b.xlsx", 2025)
        load_book(whole_book(folder / "a.xlsx", 2024), base)
        before = dump(base)
        disk.mkdir()
        if not mounted(disk, _ROOM):
            full.not_done = "a disk of its own cannot be mounted here"
            return full
        try:
            for point in range(points):
                room = _LEAST + point * (_MOST - _LEAST) // points
                _try(full, _Ground(disk, base, book, before), base.stat().st_size + room)
        finally:
            subprocess.run(["umount", str(disk)], check=False)
    return full


@dataclass(frozen=True, slots=True)
class _Ground:
    disk: Path
    base: Path
    book: Path
    before: Dump

    @property
    def counted(self) -> list[tuple[int]]:
        """How many figures there are, as a query answers it."""
        return [(len(self.before["figure"]),)]


def _try(full: Full, ground: _Ground, size: int) -> None:
    """One size: load, look, read, make room, load again."""
    disk, book = ground.disk, ground.book
    for left in disk.iterdir():
        left.unlink()
    _resized(disk, _ROOM)
    database = disk / "cakupan.db"
    shutil.copy(ground.base, database)
    with closing(sqlite3.connect(database)) as viewer:
        # Whoever has pages open reads on; the files beside the database are there already.
        viewer.execute("SELECT count(*) FROM figure").fetchall()
        _resized(disk, size)
        full.times += 1
        code, said = _load(book, database)
        if code == 0:
            return
        full.refused += 1
        where = f"disk of {size // _KILOBYTE} KiB"
        if "Traceback" in said or not said.strip():
            full.faults.append(f"{where}: no sentence, but {said[-200:]!r}")
        if viewer.execute("SELECT count(*) FROM figure").fetchall() != ground.counted:
            full.faults.append(f"{where}: viewers no longer see what was there")
    _resized(disk, _ROOM)
    if dump(database) != ground.before:
        full.faults.append(f"{where}: something was lost")
    code, said = _load(book, database)
    if code != 0:
        full.faults.append(f"{where}: with room again the load fails: {said[-200:]!r}")


def _load(book: Path, database: Path) -> tuple[int, str]:
    url = f"sqlite:///{database}"
    command = ["-m", "etl", "load", str(book), "--yes", "--by", "uji", "--database", url]
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def mounted(disk: Path, size: int) -> bool:
    if os.name == "nt":
        return False
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def _resized(disk: Path, size: int) -> None:
    command = ["mount", "-o", f"remount,size={size}", str(disk)]
    subprocess.run(command, check=True, capture_output=True)
