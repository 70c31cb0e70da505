"""What SQLite stands on: its own version, the disk its file lies on, the pages of the file.

A server looks after its pages and references itself.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

_FIRST_WITH_LOG = (3, 7, 0)
# Two connections that reset the log at one moment can damage the file; mended first in 3.51.3, and
# in these releases of older lines.
_MENDED = (3, 51, 3)
_MENDED_LINES = {(3, 44): 6, (3, 50): 7}
_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "fuse.sshfs"}
    | {"fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "ceph", "glusterfs", "lustre", "vboxsf"}
)
# Those that SQLite keeps for itself nobody may make; what it makes by itself has no statement.
_MADE_OF = """
SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_'
ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid"""
_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4


def may_lose_a_reset(version: tuple[int, int, int]) -> bool:
    """Whether this release of SQLite has the fault of the log that is reset twice."""
    if not _FIRST_WITH_LOG <= version < _MENDED:
        return False
    mended_at = _MENDED_LINES.get(version[:2])
    return mended_at is None or version[2] < mended_at


def pages_are_whole(connection: Connection, check: str) -> bool:
    """Whether SQLite finds its pages in order, by ``quick_check`` or ``integrity_check``."""
    if connection.dialect.name != "sqlite":
        return True
    return bool(connection.exec_driver_sql(f"PRAGMA {check}(1)").scalar_one() == "ok")


def schema_is_whole(connection: Connection) -> bool:
    """Whether each table, index and trigger could be made anew from what is written of it.

    A reader forgives a damaged CHECK, for it never writes; whoever writes is then refused at the
    first statement. So all of them are made once, in memory.
    """
    if connection.dialect.name != "sqlite":
        return True
    with closing(sqlite3.connect(":memory:")) as beside:
        try:
            for (statement,) in connection.exec_driver_sql(_MADE_OF):
                beside.execute(statement)
        except sqlite3.DatabaseError:
            return False
    return True


def is_dangling(connection: Connection) -> bool:
    """Whether a row refers to one that is not there."""
    if connection.dialect.name != "sqlite":
        return False
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None


def network_disk(path: Path) -> str:
    """The kind of network disk a file lies on, or would; empty for a disk of this computer."""
    if os.name == "nt":
        return _windows_network(path)
    if not _MOUNTS.is_file():
        return ""
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    return network_mount(path.resolve(), mounts)


def read_only_medium(path: Path) -> bool:
    """Whether the disk a file lies on cannot be written to at all. Windows does not tell."""
    if not hasattr(os, "statvfs"):
        return False
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def network_mount(path: Path, mounts: Iterable[str]) -> str:
    """The same by lines of /proc/mounts: the deepest mount point above the file decides."""
    deepest, kind = -1, ""
    for line in mounts:
        _device, point, found, *_rest = f"{line}   ".split(" ")
        place = Path(point.replace("\\040", " "))
        if path.is_relative_to(place) and len(place.parts) >= deepest:
            deepest, kind = len(place.parts), found
    return kind if kind in _NETWORKS else ""


def _windows_network(path: Path) -> str:
    """A path by a server's name, or a letter that stands for one. Not tried on Windows."""
    drive = path.resolve().drive
    if drive.startswith("\\\\"):
        return "SMB"
    import ctypes  # noqa: PLC0415  only there is the library it asks

    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined]
    return "SMB" if kind == _REMOTE_DRIVE else ""
