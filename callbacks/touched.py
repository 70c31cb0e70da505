"""Since when figures of some measures are what they are.

Most loads are participants of one more month. What was counted of claims, groups of workers or the
scores of juries is then known still, and counting it is half of all that a change costs.
"""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record, field
from cakupan.storage.queries.turned import BEGINNING, Turn, measures_of, turns_since
from cakupan.storage.reading import Reader
from callbacks.kept import Kept

T = TypeVar("T")


class Touched(Record):
    """What is known of some measures, until one of them may have changed.

    A version of the data that is told by loads alone touches what they speak of; any other,
    everything.
    """

    _version: int = -1
    _turn: Turn = BEGINNING
    _everything: int = -1
    _measures: dict[Measure, int] = field(default_factory=dict)
    _kept: dict[tuple[Measure, ...], Kept] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def answer(
        self,
        reader: Reader,
        version: int,
        measures: tuple[Measure, ...],
        question: Hashable,
        work_out: Callable[[], T],
    ) -> T:
        """An answer that follows from figures of these measures, in this version of the data.

        ``reader`` sees all regions: what was touched elsewhere may be a part of a sum.
        """
        since = self.since(reader, version, measures)
        with self._lock:
            kept = self._kept.setdefault(measures, Kept())
        return kept.answer(since, question, work_out)

    def since(self, reader: Reader, version: int, measures: tuple[Measure, ...]) -> int:
        """Since which version these measures are as they are in this one.

        Its own, where they changed after it: nothing is known of what was before.
        """
        with self._lock:
            if version > self._version:
                self._look(reader, version)
            newest = max(self._everything, *(self._measures.get(one, -1) for one in measures))
        return min(newest, version)

    def _look(self, reader: Reader, version: int) -> None:
        turns = turns_since(reader, self._turn)
        if self._version >= 0 and turns is not None and len(turns) == version - self._version:
            loads = {turn.load_id for turn in turns}
            self._measures |= dict.fromkeys(measures_of(reader, loads), version)
        else:
            turns = turns_since(reader, BEGINNING)
            self._everything, self._measures = version, {}
        self._version, self._turn = version, turns[-1] if turns else BEGINNING
