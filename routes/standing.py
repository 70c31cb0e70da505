"""Which version of the data a visitor is shown, while the newest is being made ready.

After a change it takes seconds until what all pages share is worked out anew. For as long, answers
that are known go on being given as they were, and what is not known yet waits: a change comes into
sight a little later, but for all pages together. Not for whoever has just done anything else than
look from page to page: loaded, changed or fetched something, or opened a page anew.
"""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

MOST_BEHIND = 10.0
"""Seconds after which the newest is shown, ready or not."""
_REMEMBERED = 2 * MOST_BEHIND


class Ahead(Protocol):
    """Whoever works answers out ahead: ``ready`` is the newest version for which they are there.

    None is said where nobody works ahead.
    """

    ready: int | None

    def hurry(self) -> None:
        """Look now: the data have changed."""

    def wait_for(self, version: int, seconds: float) -> None:
        """Wait until this version is ready, or for so long."""


@dataclass(slots=True)
class Standing:
    """What each visitor is shown. Nobody is shown an older version after a newer one."""

    ahead: Ahead
    clock: Callable[[], float] = time.monotonic
    _since: float = 0.0
    _acted: dict[Hashable, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def shown(self, visitor: Hashable, newest: int) -> int:
        """The version whose answers a visitor is given, where the newest is this."""
        ready = self._behind(newest)
        if ready is None or self._has_acted(visitor) or not self._seconds_left():
            return newest
        return ready

    def acted(self, visitor: Hashable) -> None:
        """A visitor has done something that may have made a newer version, or shown it."""
        now = self.clock()
        with self._lock:
            self._acted[visitor] = now
            for one in [one for one, then in self._acted.items() if then < now - _REMEMBERED]:
                del self._acted[one]

    def wait_for(self, newest: int) -> None:
        """Wait until the newest version is shown to all."""
        if self._behind(newest) is not None:
            self.ahead.wait_for(newest, self._seconds_left())

    def _has_acted(self, visitor: Hashable) -> bool:
        return self._acted.get(visitor, -_REMEMBERED) > self.clock() - _REMEMBERED

    def _behind(self, newest: int) -> int | None:
        """The version before, where it is still the one that is ready."""
        ready = self.ahead.ready
        if ready is None or ready >= newest:
            self._since = 0.0
            return None
        if not self._since:
            self._since = self.clock()
        self.ahead.hurry()
        return ready

    def _seconds_left(self) -> float:
        return max(0.0, self._since + MOST_BEHIND - self.clock())
