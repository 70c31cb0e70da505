"""Which version of the data a visitor is shown, while the newest is being made ready.

After a change it takes seconds until what all pages share is worked out anew, and what was asked
lately is drawn from it. For as long, answers that are known go on being given as they were: a
change comes into sight a little later, but for all pages together. Not for whoever has just done
anything else than look from page to page: loaded, changed or fetched something, or opened a page
anew; and not for whoever asks what is not known. They wait for what all pages share and see the
newest from then on.
"""

import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Protocol

from cakupan.domain.records import Record, field

MOST_BEHIND = 60.0
"""Seconds after which the newest is shown, ready or not."""
MOST_WAITED = 10.0
"""Seconds for which a question that is not known waits for what all pages share."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the version of the data for those who only look themselves."""
_BEFORE = 20.0
"""Seconds before a change came into sight, in which a visitor may have made it."""
_NEVER = float("-inf")


class Ahead(Protocol):
    """Whoever works ahead: ``ready`` is the newest version for which all is there that is to be.

    None is said where nobody works ahead.
    """

    ready: int | None

    def then(self, finish: Callable[[int], bool]) -> None:
        """Have this done, too, before a version is ready, once what all pages share is there.

        ``finish`` says whether the version still is the newest.
        """

    def keep(self) -> None:
        """Much was worked out that stays until the data change."""

    def hurry(self) -> None:
        """Look now: the data have changed."""

    def wait_for(self, version: int, seconds: float) -> None:
        """Wait until what all pages share is there for this version, or for so long."""


class Standing(Record):
    """What each visitor is shown. Nobody is shown an older version after a newer one."""

    ahead: Ahead
    version: Callable[[], int]
    clock: Callable[[], float] = time.monotonic
    _seen: int = -1
    _looked: float = _NEVER
    _since: float = 0.0
    _acted: dict[Hashable, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def newest(self, visitor: Hashable) -> int:
        """The newest version, as far as this visitor has to know of it.

        Who only looks is shown a change later anyway: one look a second is enough for them all.
        """
        ready, now = self.ahead.ready, self.clock()
        is_old = now - self._looked >= LOOK_EVERY
        # A change that nobody has seen yet may be theirs.
        may_be_theirs = self._acted.get(visitor, _NEVER) > now - LOOK_EVERY - _BEFORE
        if ready is None or is_old or self._seen < ready or may_be_theirs:
            return self.look()
        return self._seen

    def look(self, *, since: float | None = None) -> int:
        """The newest version, for whoever has to know.

        A look of anybody will do that was taken ``since`` they came.
        """
        if since is not None:
            with self._lock:
                if self._looked >= since:
                    return self._seen
        now, version = self.clock(), self.version()
        with self._lock:
            if now >= self._looked:
                self._looked, self._seen = now, version
        return version

    def shown(self, visitor: Hashable, newest: int) -> int:
        """The version whose answers a visitor is given, where the newest is this."""
        oldest = self.oldest_shown(newest)
        return newest if self._has_acted(visitor) else oldest

    def oldest_shown(self, newest: int) -> int:
        """The version that those are shown who only look, where the newest is this."""
        ready = self._behind(newest)
        return newest if ready is None or not self._left_of(MOST_BEHIND) else ready

    def left(self, newest: int) -> float:
        """Seconds for which a version before the newest may still be shown."""
        return 0.0 if self._behind(newest) is None else self._left_of(MOST_BEHIND)

    def acted(self, visitor: Hashable) -> None:
        """A visitor has done something that may have made a newer version, or shown it."""
        now = self.clock()
        with self._lock:
            self._acted[visitor] = now
            forgotten = now - MOST_BEHIND - _BEFORE
            for one in [one for one, then in self._acted.items() if then < forgotten]:
                del self._acted[one]

    def wait_for(self, visitor: Hashable, newest: int) -> None:
        """Wait until the newest version can be drawn as fast as ever: this visitor will see it."""
        if self._behind(newest) is not None:
            self.acted(visitor)
            self.ahead.wait_for(newest, self._left_of(MOST_WAITED))

    def _has_acted(self, visitor: Hashable) -> bool:
        return self._acted.get(visitor, _NEVER) > self._since - _BEFORE

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

    def _left_of(self, seconds: float) -> float:
        return max(0.0, self._since + seconds - self.clock())
