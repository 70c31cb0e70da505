"""Releases that are read: unpacked when first asked for, a few kept open, the oldest put away."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from sqlalchemy import Engine

from cakupan.domain.records import Record, field
from cakupan.domain.releases import Edition, Listed, Release, listed
from cakupan.storage.errors import ReleaseEmbargoedError
from cakupan.storage.queries.releases import all_releases, known_release, release_content
from cakupan.storage.reading import scoped
from cakupan.storage.release_package import Unpacked, unpack
from callbacks.kept import Kept
from callbacks.touched import Touched

MOST_OPEN = 3
_PREFIX = "rilis-"


class OpenRelease(Record):
    """A release that can be asked, with what was worked out of it. ``readers`` are at it now."""

    folder: Path
    unpacked: Unpacked
    kept: Kept = field(default_factory=Kept)
    touched: Touched = field(default_factory=Touched)
    readers: int = 0

    def close(self) -> None:
        """Put it away; it can be unpacked again."""
        self.unpacked.engine.dispose()
        shutil.rmtree(self.folder, ignore_errors=True)


class ReleaseShelf(Record, frozen=True):
    """Made once for an app.

    ``trusts`` says of the visitor at hand who sees what is embargoed; ``refused`` is told of each
    look that was not for them. ``folder`` holds nothing but copies that can be unpacked again;
    ``shipped`` is the reference data of the program.
    """

    engine: Engine
    folder: Path
    shipped: Path
    clock: Callable[[], datetime]
    trusts: Callable[[], bool]
    refused: Callable[[str], None] = lambda _release: None
    _open: dict[str, OpenRelease] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def empty(self) -> None:
        """Forget copies that an earlier run has left."""
        for left in self.folder.glob(f"{_PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)

    def listed(self) -> list[Listed]:
        """Every release as far as the visitor may know of it, newest first."""
        with self.engine.connect() as connection:
            releases = all_releases(scoped(connection))
        return listed(releases, now=self.clock(), trusted=self.trusts())

    def edition(self, release_id: str) -> Edition:
        """A release as it is to be shown now. Raises UnknownReleaseError, ReleaseEmbargoedError."""
        with self.engine.connect() as connection:
            release = known_release(scoped(connection), release_id)
        edition = release.at(self.clock())
        if edition.under_embargo and not self.trusts():
            self.refused(release_id)
            raise ReleaseEmbargoedError(release=release_id)
        return edition

    @contextmanager
    def opened(self, release: Release) -> Iterator[OpenRelease]:
        """A release to read from as long as it is held. Raises ReleaseError where it cannot be."""
        with self._lock:
            book = self._open.pop(release.sha256, None) or self._unpacked(release)
            # The newest stand last.
            self._open[release.sha256] = book
            book.readers += 1
            self._put_away()
        try:
            yield book
        finally:
            with self._lock:
                book.readers -= 1

    def _unpacked(self, release: Release) -> OpenRelease:
        with self.engine.connect() as connection:
            content = release_content(scoped(connection), release.id)
        self.folder.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=f"{_PREFIX}{release.sha256[:12]}-", dir=self.folder))
        try:
            return OpenRelease(folder, unpack(content, release, folder, shipped=self.shipped))
        except Exception:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _put_away(self) -> None:
        """Close the oldest that nobody is at, down to a few."""
        idle = [name for name, book in self._open.items() if book.readers == 0]
        for name in idle[: max(0, len(self._open) - MOST_OPEN)]:
            self._open.pop(name).close()
