"""Whose turn it is to have a file read: one at a time for each owner, two at a time in all."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from cakupan.domain.records import Record


class _Waiting(Record, frozen=True, eq=False):
    owner: str


class ParseSlots:
    """First come, first served; an owner whose turn is running does not hold up the others."""

    def __init__(self, *, in_all: int = 2) -> None:
        self._in_all = in_all
        self._waiting: list[_Waiting] = []
        self._running: set[str] = set()
        self._changed = Condition()

    @contextmanager
    def turn(self, owner: str, *, first: bool = False) -> Iterator[None]:
        """Wait for a turn and hold it; the next one begins when this one ends.

        ``first`` goes before those who wait: a person has asked for this, and looks on.
        """
        mine = _Waiting(owner)
        with self._changed:
            self._waiting.insert(0 if first else len(self._waiting), mine)
            self._changed.wait_for(lambda: self._next() is mine)
            self._waiting.remove(mine)
            self._running.add(owner)
            # The second slot may be free for whoever stands behind.
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._running.discard(owner)
                self._changed.notify_all()

    def _next(self) -> _Waiting | None:
        if len(self._running) >= self._in_all:
            return None
        return next((one for one in self._waiting if one.owner not in self._running), None)
