"""What every page asks first, worked out in the background as soon as the data change.

So that nobody waits for it: neither the first visitor after a start nor whoever has just loaded a
file, on this page or from the command line. Who wants to know how far it has come asks ``ready``.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Condition, Event, Thread

from cakupan.domain.regions import NATION_CODE
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.grading import known_of
from callbacks.reading import Request

_log = logging.getLogger(__name__)
LOOK_EVERY = 1.0
"""Seconds between two looks at the version of the data: one row is read."""


@dataclass(slots=True)
class Warming:
    """Keeps the answers that pages share at the newest version of the data.

    ``ready`` is the newest version for which they are, None where nobody has looked yet.
    """

    source: Source
    pages: Sequence[Drawing] = ()
    ready: int | None = None
    _stopped: Event = field(default_factory=Event)
    _changed: Event = field(default_factory=Event)
    _turned: Condition = field(default_factory=Condition)

    def start(self) -> None:
        """Look again and again, for as long as the server runs."""
        Thread(target=self._keep_looking, name="warming", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self._changed.set()

    def hurry(self) -> None:
        """Look now: somebody has seen that the data changed."""
        self._changed.set()

    def wait_for(self, version: int, seconds: float) -> None:
        """Wait until the answers are there for this version or a newer one, or for so long."""
        with self._turned:
            self._turned.wait_for(lambda: (self.ready or 0) >= version, seconds)

    def look(self) -> bool:
        """Work the answers out where the data changed since the last look; whether they did."""
        with self.source.figures() as figures:
            if figures.version == self.ready:
                return False
            try:
                warm(figures, self.pages)
            finally:
                # Whoever waits is told of a failure too: a page meets the same, and says so.
                with self._turned:
                    self.ready = figures.version
                    self._turned.notify_all()
        return True

    def _keep_looking(self) -> None:
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
