"""Finished answers by their questions, in a bounded memory.

Those of the version of the data that is shown stand beside those of one that is made ready.
"""

from collections import OrderedDict
from operator import itemgetter
from threading import Lock

from cakupan.domain.records import Record, field, replace
from routes.question import Question


class Sent(Record, frozen=True):
    """An answer as it travels: its bytes, compressed or not, and the headers that say so."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


class _Kept(Record, frozen=True):
    sent: Sent
    # When it was asked for last, by a clock that never goes back.
    asked: float


class AnswerMemory(Record):
    """At most ``most`` bytes of answers and their questions, of all versions together.

    What was not asked for the longest goes first.
    """

    most: int
    _oldest: int = -1
    _size: int = 0
    _answers: "OrderedDict[tuple[int, Question], _Kept]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def size(self) -> int:
        """Bytes of all that is kept."""
        return self._size

    def find(self, version: int, question: Question, *, at: float) -> Sent | None:
        """The answer for this version of the data, asked for now; None where it is not kept."""
        with self._lock:
            kept = self._answers.get((version, question))
            if kept is None:
                return None
            self._answers[version, question] = replace(kept, asked=at)
            self._answers.move_to_end((version, question))
            return kept.sent

    def knows(self, version: int, question: Question) -> bool:
        """Whether the answer is kept; nobody asks for it."""
        return (version, question) in self._answers

    def keep(self, version: int, question: Question, sent: Sent, *, asked: float) -> None:
        """Keep an answer that was drawn from this version of the data, and when it was asked."""
        with self._lock:
            if version < self._oldest or _size(question, sent) > self.most:
                return
            self._let_go((version, question))
            self._answers[version, question] = _Kept(sent, asked)
            self._size += _size(question, sent)
            while self._size > self.most:
                self._let_go(next(iter(self._answers)))

    def forget(self, *, before: int) -> None:
        """No version before this is shown to anybody any more."""
        if before <= self._oldest:
            return
        with self._lock:
            self._oldest = before
            stay = [(one, kept) for one, kept in self._answers.items() if one[0] >= before]
            # What was drawn anew came in another order than it was asked for.
            self._answers = OrderedDict(sorted(stay, key=lambda one: one[1].asked))
            self._size = sum(_size(one[1], kept.sent) for one, kept in stay)

    def to_draw_anew(self, version: int, *, since: float) -> list[tuple[Question, float]]:
        """What was asked since then of older versions and is not known of this one, and when.

        What was asked last comes first.
        """
        with self._lock:
            last: dict[Question, float] = {}
            for (of, question), kept in self._answers.items():
                if (
                    of < version
                    and kept.asked >= since
                    and (version, question) not in self._answers
                ):
                    last[question] = max(kept.asked, last.get(question, since))
        return sorted(last.items(), key=itemgetter(1), reverse=True)

    def _let_go(self, one: tuple[int, Question]) -> None:
        known = self._answers.pop(one, None)
        self._size -= _size(one[1], known.sent) if known else 0


def _size(question: Question, sent: Sent) -> int:
    return len(question.body) + len(sent.body)
