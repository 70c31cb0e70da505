"""Since when figures of some measures, and decisions about them, are what they are.

Most loads are participants of one more month, and most that is typed is a target, a line of the
ledger or a score. What was counted of all else is known still, and counting it is the most of what
a change costs.
"""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record, field
from cakupan.storage.queries.turned import (
    BEGINNING,
    Turn,
    decisions_since,
    measures_of,
    turns_since,
    weights_since,
)
from cakupan.storage.reading import Reader
from callbacks.kept import Kept

T = TypeVar("T")


DECISIONS = "decisions"
"""What persons decided about flags."""

Subject = Measure | str
"""What may be touched: a measure, or ``DECISIONS``."""


class Touched(Record):
    """What is known of some subjects, until one of them may have changed.

    A version of the data that is told by loads, decisions and weights touches what they speak of;
    any other, everything.
    """

    _version: int = -1
    _turn: Turn = BEGINNING
    _decision: int = 0
    _weights: int = 0
    _everything: int = -1
    _subjects: dict[Subject, int] = field(default_factory=dict)
    _kept: dict[tuple[Subject, ...], Kept] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def answer(
        self,
        reader: Reader,
        version: int,
        subjects: tuple[Subject, ...],
        question: Hashable,
        work_out: Callable[[], T],
        *,
        most: int | None = None,
    ) -> T:
        """An answer that follows from these subjects alone, in this version of the data.

        ``reader`` sees all regions: what was touched elsewhere may be a part of a sum. ``most`` is
        that of ``Kept``.
        """
        since = self.since(reader, version, subjects)
        with self._lock:
            kept = self._kept.setdefault(subjects, Kept())
        return kept.answer(since, question, work_out, most=most)

    def since(self, reader: Reader, version: int, subjects: tuple[Subject, ...]) -> int:
        """Since which version these subjects are as they are in this one.

        Its own, where they changed after it: nothing is known of what was before.
        """
        with self._lock:
            if version > self._version:
                self._look(reader, version)
            newest = self._newest(subjects)
        return min(newest, version)

    def _newest(self, subjects: tuple[Subject, ...]) -> int:
        return max(self._everything, *(self._subjects.get(one, -1) for one in subjects))

    def _look(self, reader: Reader, version: int) -> None:
        turns = turns_since(reader, self._turn)
        decided = decisions_since(reader, self._decision)
        weighted = weights_since(reader, self._weights)
        happened = len(turns or ()) + len(decided) + len(weighted)
        if self._version >= 0 and turns is not None and happened == version - self._version:
            touched: set[Subject] = {*measures_of(reader, {turn.load_id for turn in turns})}
            self._subjects |= dict.fromkeys(touched | {DECISIONS} if decided else touched, version)
        else:
            turns = turns_since(reader, BEGINNING)
            decided, weighted = decisions_since(reader, 0), weights_since(reader, 0)
            self._everything, self._subjects = version, {}
            self._turn, self._decision, self._weights = BEGINNING, 0, 0
        self._version = version
        self._turn = turns[-1] if turns else self._turn
        self._decision = max((self._decision, *decided))
        self._weights = max((self._weights, *weighted))
        # Not only once somebody asks again: until then old and new would be there at once.
        for subjects, kept in self._kept.items():
            kept.renew(self._newest(subjects))
