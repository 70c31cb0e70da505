"""What a watcher has judged, kept in the folder itself: after a restart nothing is judged again.

What was loaded is not in here: that the database knows by the hash of the bytes.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cakupan.domain.records import Record, asdict, field, replace
from etl.watch.folder import STATE, Looks

_BOOK = "dinilai.json"


class Judged(Record, frozen=True):
    """A file that was not loaded, as it was judged.

    ``knowledge`` stands for the reference data of that day. ``reports`` are the names of what was
    left beside the file with the hashes of their content, empty while they are being written.
    """

    looks: Looks
    sha256: str
    knowledge: str
    reports: dict[str, str] = field(default_factory=dict)


class Ledger:
    """Judged files by their names. Every change is on the disk before anything follows from it."""

    def __init__(self, root: Path) -> None:
        self._path = root / STATE / _BOOK
        self._judged = _read(self._path)

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._judged))

    def get(self, name: str) -> Judged | None:
        """What is known of a file."""
        return self._judged.get(name)

    def put(self, name: str, judged: Judged) -> None:
        """Know this of a file from now on. OSError where it cannot be kept."""
        self._keep({**self._judged, name: judged})

    def seen_as(self, name: str, looks: Looks) -> None:
        """The same content under another date."""
        self.put(name, replace(self._judged[name], looks=looks))

    def drop(self, name: str) -> None:
        """Know nothing of a file any more."""
        if name in self._judged:
            self._keep({one: judged for one, judged in self._judged.items() if one != name})

    def _keep(self, judged: dict[str, Judged]) -> None:
        fresh = self._path.with_suffix(".new")
        text = json.dumps(judged, default=asdict, ensure_ascii=False)
        with fresh.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self._path)
        self._judged = judged


def _read(path: Path) -> dict[str, Judged]:
    """What an earlier run has kept; a book that cannot be read is set aside, and files judged."""
    try:
        said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {name: _judged(one) for name, one in said.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, KeyError, AttributeError):
        path.replace(path.with_suffix(".rusak"))
        return {}


def _judged(said: dict[str, Any]) -> Judged:
    looks = said["looks"]
    return Judged(
        looks=Looks(int(looks["size"]), int(looks["changed_ns"])),
        sha256=str(said["sha256"]),
        knowledge=str(said["knowledge"]),
        reports={str(name): str(sha256) for name, sha256 in said["reports"].items()},
    )
