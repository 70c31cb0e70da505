"""What lies in a watched folder: which names are files to judge, and which have come to rest."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic

from cakupan.domain.records import Record, field

LOADED = "dimuat"
"""Where loaded files go, inside the watched folder; what lies there is never looked at."""
STATE = ".cakupan"
"""Where the watcher keeps what it must know after a restart."""
REPORT = ".temuan"

_REPORTS = re.compile(rf"{re.escape(REPORT)}( \(\d+\))?\.(xlsx|txt)$", re.IGNORECASE)
# Office, browsers and copy programs write under such names first; ~$ is a lock, not a file.
_PASSING = re.compile(
    r"^[.~]|^(thumbs\.db|desktop\.ini)$|^[0-9A-F]{8}$"
    r"|\.(tmp|temp|part|partial|crdownload|download|filepart|opdownload|lock)$",
    re.IGNORECASE,
)


class Looks(Record, frozen=True):
    """How a file looks from outside; another look means that somebody has written to it."""

    size: int
    changed_ns: int

    @classmethod
    def of(cls, path: Path) -> "Looks":
        """OSError where it cannot be reached."""
        seen = path.stat()
        return cls(seen.st_size, seen.st_mtime_ns)


class Seen(Record, frozen=True):
    """A file of the folder; ``name`` is its path below it, with forward slashes."""

    name: str
    path: Path
    looks: Looks


class Sight(Record):
    """What a look at the folder showed; into ``closed`` folders nobody let us look."""

    files: list[Seen] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)


class FolderGoneError(Exception):
    """The folder, or what is kept in it, is not there: a drive or a network that dropped."""


def is_passing(name: str) -> bool:
    """Whether a name belongs to a program's own bookkeeping, or to a report of ours."""
    return bool(_PASSING.search(name) or _REPORTS.search(name))


def look(root: Path) -> Sight:
    """Every file to judge, the oldest first: of two versions the newer one has to come last.

    Raises FolderGoneError where the folder cannot be reached.
    """
    sight = Sight()
    # A mount that dropped leaves an empty folder behind. Ours always holds our own.
    if not (root / STATE).is_dir():
        raise FolderGoneError
    try:
        sight.files.extend(_walk(root, "", sight.closed))
    except OSError as fault:
        raise FolderGoneError from fault
    sight.files.sort(key=lambda one: (one.looks.changed_ns, one.name))
    return sight


def _walk(folder: Path, prefix: str, closed: list[str]) -> Iterator[Seen]:
    try:
        entries = list(os.scandir(folder))
    except PermissionError:
        closed.append(prefix)
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.is_symlink() or entry.name.startswith(".") or name.casefold() == LOADED:
            continue
        if entry.is_dir():
            yield from _walk(Path(entry.path), f"{name}/", closed)
        elif entry.is_file() and not is_passing(entry.name):
            path = Path(entry.path)
            try:
                yield Seen(name, path, Looks.of(path))
            except FileNotFoundError:
                # Renamed or taken away since the folder was listed.
                continue


class Rest:
    """Knows which files have looked the same for so many seconds: nobody is copying them."""

    def __init__(self, seconds: float, *, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._since: dict[str, tuple[Looks, float]] = {}

    def at_rest(self, files: Iterable[Seen]) -> list[Seen]:
        """Those of the files that have come to rest, in their order."""
        now = self._clock()
        before, self._since = self._since, {}
        resting = []
        for file in files:
            looks, since = before.get(file.name, (file.looks, now))
            since = since if looks == file.looks else now
            self._since[file.name] = (file.looks, since)
            if now - since >= self._seconds:
                resting.append(file)
        return resting
