"""A region year by year, in one calendar month: the only months that are compared."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import compress
from math import isnan
from typing import NamedTuple

import pandas as pd

from cakupan.analytics.growth import relative_growth
from cakupan.analytics.kinds import KIND_COLUMNS, Change, changes_between
from cakupan.analytics.months import MONTHS_A_YEAR, month_texts
from cakupan.domain.periods import Period

_COUNTS = ["participants", "workers"]


class _Counts(NamedTuple):
    """One row of ``_COUNTS``; NaN is missing."""

    participants: float
    workers: float


@dataclass(frozen=True, slots=True)
class Year:
    """``growth`` and ``points`` are against the same month a year before; None without one.

    ``changes`` says what is of another kind than a year before: they are refused then, as in
    refusal.py.
    """

    period: Period
    participants: int | None
    workers: int | None
    coverage: Fraction | None
    growth: Fraction | None
    points: Fraction | None
    changes: tuple[Change, ...]


def years(line: pd.DataFrame, *, month: int) -> tuple[Year, ...]:
    """The years of ``Panel.line`` in a calendar month (1–12), oldest first."""
    # A line has twice as many columns, and each costs something wherever rows are cut or moved.
    rows = line.loc[line.index % MONTHS_A_YEAR == month - 1, [*_COUNTS, *KIND_COLUMNS]]
    before = rows.set_axis(rows.index + MONTHS_A_YEAR).reindex(rows.index)
    changed = changes_between(before, rows)
    return tuple(
        _year(text, _Counts(*now), _Counts(*then), tuple(compress(Change, kinds)))
        for text, now, then, kinds in zip(
            month_texts(rows.index),
            *(table.to_numpy().tolist() for table in (rows[_COUNTS], before[_COUNTS], changed)),
            strict=True,
        )
    )


def _year(text: str, now: _Counts, then: _Counts, changes: tuple[Change, ...]) -> Year:
    people, earlier = _whole(now.participants), _whole(then.participants)
    ratio, ratio_then = _ratio(now), _ratio(then)
    counted_alike = not any(change.startswith("participants") for change in changes)
    compared = people is not None and earlier is not None and counted_alike
    return Year(
        period=Period(text),
        participants=people,
        workers=_whole(now.workers),
        coverage=ratio,
        growth=relative_growth(earlier or 0, people or 0) if compared else None,
        points=ratio - ratio_then
        if ratio is not None and ratio_then is not None and not changes
        else None,
        changes=changes,
    )


def _ratio(row: _Counts) -> Fraction | None:
    people, workers = map(_whole, row)
    return Fraction(people, workers) if people is not None and workers else None


def _whole(count: float) -> int | None:
    return None if isnan(count) else int(count)
