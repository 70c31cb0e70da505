"""Moving files and putting reports in place, so that nothing is ever overwritten that is not ours.

Names are claimed with an empty file first, which no file system gives to two at once.
"""

import hashlib
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path


def content_hash(path: Path) -> str:
    """The sha256 of a file in hexadecimal, as a load keeps it."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def move(source: Path, target: Path) -> Path:
    """Move a file to the first free name from ``target`` on, and say to which."""
    target.parent.mkdir(parents=True, exist_ok=True)
    place = next(one for one in names_like(target) if _claimed(one))
    try:
        source.replace(place)
    except OSError:
        place.unlink(missing_ok=True)
        raise
    return place


def names_like(path: Path) -> Iterator[Path]:
    """``a.xlsx``, then ``a (2).xlsx``, ``a (3).xlsx``, without end."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _claimed(place: Path) -> bool:
    """Whether the name is ours now; an empty file there is a claim that a killed run has left."""
    try:
        os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return place.is_file() and not place.is_symlink() and place.stat().st_size == 0
    return True
