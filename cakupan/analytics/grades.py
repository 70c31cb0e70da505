"""One grade for a figure out of its marks of quality: the weightiest mark decides.

A  can be quoted as it is · B  with a note · C  only once it was looked at · D  not at all. No
points are added up: many small marks never make a large one.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from cakupan.analytics.quality import Mark
from cakupan.domain.records import Record


class Grade(StrEnum):
    """How far a figure can be quoted, best first; each has a phrase in texts/."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


WEIGHTS: Mapping[Mark, Grade] = MappingProxyType(
    {
        Mark.NO_DATA: Grade.D,
        Mark.PARTS: Grade.D,
        Mark.NO_DENOMINATOR: Grade.D,
        Mark.EXCLUDED: Grade.D,
        Mark.OPEN_RED: Grade.D,
        Mark.SAMPLE: Grade.D,
        Mark.INCOMPLETE: Grade.C,
        Mark.STALE: Grade.C,
        Mark.BREAK: Grade.C,
        Mark.OVER: Grade.B,
        Mark.OTHER_YEAR: Grade.B,
        Mark.LATE: Grade.B,
        Mark.PROVISIONAL: Grade.B,
    }
)
"""The grade that each mark allows at best."""


_PLACES = {one: place for place, one in enumerate(Grade)}


class Graded(Record, frozen=True):
    """A grade and the marks it rests on, the weightiest first."""

    grade: Grade
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> "Graded":
        """The grade of a figure with these marks."""
        found = set(marks)
        order = list(Mark)
        ordered = sorted(found, key=lambda mark: (-_PLACES[WEIGHTS[mark]], order.index(mark)))
        return cls(grade(found), tuple(ordered))

    @property
    def deciding(self) -> tuple[Mark, ...]:
        """The marks that keep the figure from a better grade."""
        return tuple(mark for mark in self.marks if WEIGHTS[mark] is self.grade)


def grade(marks: Iterable[Mark]) -> Grade:
    """The worst of what the marks allow; A without any."""
    return max((WEIGHTS[mark] for mark in marks), key=_PLACES.__getitem__, default=Grade.A)
