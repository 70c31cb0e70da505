"""Files that are in: moved aside, and brought back if somebody was still writing to them."""

from pathlib import Path
from time import monotonic

from cakupan.domain.records import Record
from etl.watch.folder import LOADED, Looks, Seen
from etl.watch.moving import content_hash, move

# A copy that stood still and goes on later than this would go unnoticed.
_WATCHED_SECONDS = 3600.0


class _Moved(Record, frozen=True):
    """A file that was moved, how it looked then, and until when it is looked at."""

    file: Seen
    place: Path
    until: float


class LoadedFiles:
    """The folder of loaded files. Nothing in it is ever overwritten."""

    def __init__(self, root: Path) -> None:
        self._folder = root / LOADED
        self._moved: list[_Moved] = []

    def put_away(self, file: Seen, sha256: str) -> Path | None:
        """Move a loaded file; OSError where it cannot be moved now.

        Gives its new place, or None where it turned out to hold other bytes than were loaded: then
        it lies where it was.
        """
        place = move(file.path, self._folder / file.name)
        if content_hash(place) != sha256:
            move(place, file.path)
            return None
        self._moved.append(_Moved(file, place, monotonic() + _WATCHED_SECONDS))
        return place

    def bring_back_changed(self) -> list[str]:
        """Bring back what was written to after it was moved; gives the names."""
        changed = []
        for one in list(self._moved):
            looks = Looks.of(one.place) if one.place.exists() else None
            if looks not in (None, one.file.looks):
                move(one.place, one.file.path)
                changed.append(one.file.name)
            if looks != one.file.looks or monotonic() > one.until:
                self._moved.remove(one)
        return changed
