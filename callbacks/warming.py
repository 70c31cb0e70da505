"""What every page asks first, worked out in the background as soon as the data change.

So that nobody waits for it: neither the first visitor after a start nor whoever has just loaded a
file, on this page or from the command line.
"""

import logging
from dataclasses import dataclass, field
from threading import Event, Thread

from cakupan.domain.regions import NATION_CODE
from callbacks.drawing import view_of
from callbacks.figures import Figures, Source
from callbacks.grading import known_of
from callbacks.mutu_reading import read_mutu
from callbacks.reading import Request, settled

_log = logging.getLogger(__name__)
LOOK_EVERY = 1.0
"""Seconds between two looks at the version of the data: one row is read."""


@dataclass(slots=True)
class Warming:
    """Keeps the answers that all pages share at the newest version of the data."""

    source: Source
    _seen: int = -1
    _stopped: Event = field(default_factory=Event)

    def start(self) -> None:
        """Look again and again, for as long as the server runs."""
        Thread(target=self._keep_looking, name="warming", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def look(self) -> bool:
        """Work the answers out where the data changed since the last look; whether they did."""
        with self.source.figures() as figures:
            if figures.version == self._seen:
                return False
            self._seen = figures.version
            warm(figures)
        return True

    def _keep_looking(self) -> None:
        while not self._stopped.is_set():
            try:
                self.look()
            except Exception:  # noqa: BLE001  a page meets the same and says so; the log keeps it
                _log.warning("nothing could be worked out in advance", exc_info=True)
            self._stopped.wait(LOOK_EVERY)


def warm(figures: Figures) -> None:
    """Coverage of all regions by every denominator, and the flags of the newest month.

    And what the pages of the nation, and those that are opened without a choice, ask beyond that.
    """
    for period in figures.periods("")[:1]:
        for denominator in figures.reference.denominators:
            known_of(figures, period, denominator.id)
    for search in ("", f"?wilayah={NATION_CODE}"):
        request = Request.of({"search": search})
        view = view_of(figures, request, settled(figures, request))
        if view is not None:
            read_mutu(figures, view)
            figures.fresh(view.choices.region_prefix)
