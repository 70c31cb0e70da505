"""Finished answers by their questions, in a bounded memory: those of one version of the data."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it travels: its bytes, compressed or not, and the headers that say so."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class AnswerMemory:
    """At most ``most`` bytes of answers; what was not asked for the longest goes first.

    The first answer of a newer version of the data forgets all of the one before.
    """

    most: int
    _version: int = -1
    _size: int = 0
    _answers: "OrderedDict[Hashable, Sent]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def size(self) -> int:
        """Bytes of all answers that are kept."""
        return self._size

    def find(self, version: int, question: Hashable) -> Sent | None:
        """The answer to a question for this version of the data; None where it is not kept."""
        with self._lock:
            if version != self._version or question not in self._answers:
                return None
            self._answers.move_to_end(question)
            return self._answers[question]

    def keep(self, version: int, question: Hashable, sent: Sent) -> None:
        """Keep an answer that was drawn from this version of the data."""
        with self._lock:
            if version > self._version:
                self._version, self._size = version, 0
                self._answers.clear()
            if version < self._version or len(sent.body) > self.most:
                return
            self._let_go(question)
            self._answers[question] = sent
            self._size += len(sent.body)
            while self._size > self.most:
                self._let_go(next(iter(self._answers)))

    def _let_go(self, question: Hashable) -> None:
        known = self._answers.pop(question, None)
        self._size -= len(known.body) if known else 0
