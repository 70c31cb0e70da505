"""A column of a table of figures, the same on a page and in a file that is taken away."""

from collections.abc import Sequence
from enum import StrEnum

from cakupan.domain.records import Record


class ColumnKind(StrEnum):
    """What the values of a column are, which decides how they are written."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    GROWTH = "growth"
    POINTS = "points"
    RANK = "rank"
    CLIMB = "climb"
    CHANGE = "change"
    RUPIAH = "rupiah"
    RATE = "rate"
    SCORE = "score"


class Column(Record, frozen=True):
    """``values`` in the order of the rows: texts, or numbers with None for a missing one.

    Shares, growth and points are ratios (0.0123 is 1,23 points). A climb is of ranks, a change of
    people; a rate is for each thousand; a score stands on a scale of its own.
    """

    key: str
    title: str
    kind: ColumnKind
    values: Sequence[str | float | None]
