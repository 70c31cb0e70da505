"""A database on a disk that only can be read: it is served as it is, and what would write is told.

Needs to mount a disk of its own; where that is not allowed it says so and nothing is tried.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from tests.faults.full_disk import mounted
from tests.faults.ground import ROOT, load_book, whole_book
from tests.faults.served import served

PAGES = ("/", "/readyz", "/wilayah", "/_dash-layout", "/api/v1/figures?limit=1")
_ROOM = 64 * 1024 * 1024
_FILE = (
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nKode\r\n--x--\r\n'
)


@dataclass(slots=True)
class Standing:
    """How many pages were asked for, and what went wrong."""

    pages: int = 0
    faults: list[str] = field(default_factory=list)
    not_done: str = ""


def run() -> Standing:
    """Serve from a disk that is made read-only; then with a log left beside the database."""
    standing = Standing()
    with tempfile.TemporaryDirectory() as name:
        disk, database = Path(name) / "disk", Path(name) / "disk" / "cakupan.db"
        disk.mkdir()
        if not mounted(disk, _ROOM):
            standing.not_done = "a disk of its own cannot be mounted here"
            return standing
        try:
            load_book(whole_book(Path(name) / "a.xlsx", 2025), database)
            _remount(disk, "ro")
            with served(f"sqlite:///{database}") as (port, _pid):
                _look(standing, port)
            _remount(disk, "rw")
            _leave_a_log(database)
            _remount(disk, "ro")
            _refused(standing, database)
        finally:
            subprocess.run(["umount", str(disk)], check=False)
    return standing


def _look(standing: Standing, port: int) -> None:
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    for path in PAGES:
        line.request("GET", path)
        answer = line.getresponse()
        body = answer.read()
        standing.pages += 1
        if answer.status != 200:
            standing.faults.append(f"{path}: {answer.status} {body[:80]!r}")
    line.request("POST", "/upload", _FILE, {"Content-Type": "multipart/form-data; boundary=x"})
    answer = line.getresponse()
    said = json.loads(answer.read())["message"]
    if answer.status != 403 or "hanya dapat dibaca" not in said:
        standing.faults.append(f"an upload: {answer.status} {said}")
    line.close()


def _leave_a_log(database: Path) -> None:
    """As a program leaves it that was killed: a log with a line that the database does not hold."""
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("UPDATE data_version SET version = version + 1")
        writer.commit()
        kept = {path: path.read_bytes() for path in database.parent.glob(f"{database.name}-*")}
    for path, content in kept.items():
        path.write_bytes(content)


def _refused(standing: Standing, database: Path) -> None:
    settings = {"CAKUPAN_DATABASE_URL": f"sqlite:///{database}", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode != 2 or "belum dipindahkan" not in done.stderr or "Traceback" in done.stderr:
        standing.faults.append(f"with a log left: {done.returncode} {done.stderr[-200:]!r}")


def _remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True, capture_output=True)
