"""Periods with the precision they were stated in: a day, a month or a year.

A period is written as text the way it was known: ``2025-10-31``, ``2025-10``, ``2025``.
"""

from calendar import monthrange
from datetime import date
from enum import StrEnum

from cakupan.domain.records import Record


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
"""By the length of the text."""


class Period(Record, frozen=True, order=True):
    """A stretch of time a figure speaks of. ``text`` is ISO 8601 cut to the precision."""

    text: str

    def __post_init__(self) -> None:
        if len(self.text) not in _PRECISIONS:
            raise ValueError(f"not a period: {self.text!r}")
        date.fromisoformat(f"{self.text}-01-01"[:10])

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """The whole year."""
        return cls(f"{year:04d}")

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        """One month of a year; ``ValueError`` for a month that does not exist."""
        return cls(f"{year:04d}-{month:02d}")

    @classmethod
    def of_day(cls, day: date) -> "Period":
        """One day."""
        return cls(day.isoformat())

    @property
    def precision(self) -> Precision:
        """Day, month or year."""
        return _PRECISIONS[len(self.text)]

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.text[:4])

    @property
    def month(self) -> int | None:
        """The calendar month; a bare year has none."""
        return int(self.text[5:7]) if len(self.text) >= 7 else None

    @property
    def start(self) -> date:
        """First day. A denominator is in force from here on when it is paired."""
        return date.fromisoformat(f"{self.text}-01-01"[:10])

    @property
    def end(self) -> date:
        """Last day: the cut-off a count of participants is stated for."""
        if self.precision is Precision.DAY:
            return self.start
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    def same_month_last_year(self) -> "Period":
        """The period a year earlier, the only one growth is measured against."""
        if self.precision is Precision.DAY:
            return Period.of_month(self.year - 1, self.start.month)
        return Period(f"{self.year - 1:04d}{self.text[4:]}")
