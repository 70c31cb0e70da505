"""What every page asks first, worked out in the background as soon as the data change.

So that nobody waits for it: neither the first visitor after a start nor whoever has just loaded a
file, on this page or from the command line. Who wants to know how far it has come asks ``ready``.
"""

import logging
from collections.abc import Callable, Sequence
from threading import Condition, Event, Thread

from cakupan.domain.records import Record, field
from cakupan.domain.regions import NATION_CODE
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.grading import known_of
from callbacks.reading import Request

_log = logging.getLogger(__name__)
LOOK_EVERY = 1.0
"""Seconds between two looks at the version of the data: one row is read."""


def _nothing() -> None:
    """Where no server runs there is nothing to be done."""


class Warming(Record):
    """Keeps the answers that pages share at the newest version of the data.

    ``shared`` is the newest version for which they are there, ``ready`` the newest for which all is
    that is to be there before it is shown; None where nobody has looked yet.
    """

    source: Source
    pages: Sequence[Drawing] = ()
    ready: int | None = None
    shared: int | None = None
    _finish: Callable[[int], bool] = field(default=lambda _version: True)
    _keep: Callable[[], None] = _nothing
    _stopped: Event = field(default_factory=Event)
    _changed: Event = field(default_factory=Event)
    _turned: Condition = field(default_factory=Condition)

    def start(
        self, patiently: Callable[[], None] = _nothing, keep: Callable[[], None] = _nothing
    ) -> None:
        """Look again and again, for as long as the server runs.

        ``patiently`` has the thread that looks go after those that answer; ``keep`` is told each
        time when much was worked out that stays until the data change.
        """
        self._keep = keep
        Thread(target=self._keep_looking, args=(patiently,), name="warming", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self._changed.set()

    def then(self, finish: Callable[[int], bool]) -> None:
        """Have this done, too, before a version is ready; it says whether that is the newest."""
        self._finish = finish

    def keep(self) -> None:
        """Much was worked out that stays until the data change."""
        self._keep()

    def hurry(self) -> None:
        """Look now: somebody has seen that the data changed."""
        self._changed.set()

    def wait_for(self, version: int, seconds: float) -> None:
        """Wait until what pages share is there for this version or a newer one, or for so long."""
        with self._turned:
            self._turned.wait_for(lambda: (self.shared or 0) >= version, seconds)

    def look(self) -> bool:
        """Work the answers out where the data changed since the last look; whether they did."""
        version = self._share()
        if version is None:
            return False
        if self._finish(version):
            self.ready = version
        return True

    def _share(self) -> int | None:
        """The newest version, once what pages share is worked out; None where it is ready."""
        with self.source.figures() as figures:
            if figures.version == self.ready:
                return None
            try:
                warm(figures, self.pages)
                self.keep()
            except BaseException:
                # A page meets the same and says so. Nobody is kept from it.
                self.ready = figures.version
                raise
            finally:
                with self._turned:
                    self.shared = figures.version
                    self._turned.notify_all()
            return figures.version

    def _keep_looking(self, patiently: Callable[[], None]) -> None:
        patiently()
        while not self._stopped.is_set():
            self._changed.clear()
            try:
                self.look()
            except Exception:  # noqa: BLE001  a page meets the same and says so; the log keeps it
                _log.warning("nothing could be worked out in advance", exc_info=True)
            self._changed.wait(LOOK_EVERY)


def warm(figures: Figures, pages: Sequence[Drawing] = ()) -> None:
    """Coverage of all regions by every denominator, and whatever each page asks beyond that.

    Each page is drawn once as it opens without a choice, and once for the nation: what it asks of
    one region it mostly asks of all.
    """
    for period in figures.periods("")[:1]:
        for denominator in figures.reference.denominators:
            known_of(figures, period, denominator.id)
    for page in pages:
        for search in ("", f"?wilayah={NATION_CODE}"):
            page.changes(Request.of({"search": search}))
