"""A region year by year, in one calendar month: the only months that are compared."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import compress
from math import isnan
from typing import NamedTuple

import numpy as np
import pandas as pd

from cakupan.analytics.growth import relative_growth
from cakupan.analytics.kinds import KIND_COLUMNS, Change, differences
from cakupan.analytics.months import MONTHS_A_YEAR, month_texts
from cakupan.domain.periods import Period
from cakupan.domain.records import Record

_COUNTS = ("participants", "workers")
COLUMNS = (*_COUNTS, *KIND_COLUMNS)
"""What is asked of a line."""


class _Counts(NamedTuple):
    """One row of ``_COUNTS``; NaN is missing."""

    participants: float
    workers: float


class Year(Record, frozen=True):
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
    months = line.index[line.index % MONTHS_A_YEAR == month - 1]
    now, before = _cut(line, months), _cut(line, months - MONTHS_A_YEAR)
    apart = np.array(list(differences(before, now).values())).T
    return tuple(
        _year(text, _Counts(*counts), _Counts(*earlier), tuple(compress(Change, kinds)))
        for text, counts, earlier, kinds in zip(
            month_texts(months), _counts(now), _counts(before), apart.tolist(), strict=True
        )
    )


def _cut(line: pd.DataFrame, months: pd.Index) -> dict[str, np.ndarray]:
    """The columns in these months; NaN where the line has no such month."""
    places = line.index.get_indexer(months)
    return {name: np.where(places >= 0, line[name].to_numpy()[places], np.nan) for name in COLUMNS}


def _counts(columns: Mapping[str, np.ndarray]) -> list[tuple[float, ...]]:
    return list(zip(*(columns[name].tolist() for name in _COUNTS), strict=True))


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
