"""Published percentages of a region beside each other: which may be compared, and which not.

A published percentage says neither its numerator nor its base. Two of them are compared only where
one publisher states both, in the same words, for the same month of different years.
"""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from cakupan.domain.periods import Period
from cakupan.domain.records import Record


class Obstacle(StrEnum):
    """Why two published percentages are not compared; each has a sentence in texts/."""

    PUBLISHER = "publisher"
    DEFINITION = "definition"
    MONTH = "month"


class PublishedRatio(Record, frozen=True):
    """A percentage as published: 0.4184 for 41,84%. ``note`` is what was said of it."""

    ratio: Decimal
    period: Period
    publisher: str
    note: str


class PublishedPair(Record, frozen=True):
    """Two neighbours in time. ``points`` is None where there are obstacles."""

    before: PublishedRatio
    after: PublishedRatio
    obstacles: tuple[Obstacle, ...]

    @property
    def points(self) -> Fraction | None:
        """The change, as ratio, exact."""
        if self.obstacles:
            return None
        return Fraction(self.after.ratio) - Fraction(self.before.ratio)


def published_pairs(figures: Sequence[PublishedRatio]) -> list[PublishedPair]:
    """Each published percentage with the one before it, newest first."""
    ordered = sorted(figures, key=lambda one: (one.period.end, one.publisher))
    pairs = [
        PublishedPair(before, after, _obstacles(before, after))
        for before, after in pairwise(ordered)
    ]
    return pairs[::-1]


def _obstacles(before: PublishedRatio, after: PublishedRatio) -> tuple[Obstacle, ...]:
    stands = {
        Obstacle.PUBLISHER: before.publisher != after.publisher,
        Obstacle.DEFINITION: before.note != after.note,
        Obstacle.MONTH: before.period.month != after.period.month
        or before.period.year == after.period.year,
    }
    return tuple(obstacle for obstacle, holds in stands.items() if holds)
