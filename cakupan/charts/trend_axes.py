"""The plane of a trend: ratios in round steps, and years named at their middle."""

from datetime import date
from math import ceil, floor

import numpy as np
import pandas as pd

from cakupan.charts.theme import Style
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.texts import date_format
from cakupan.texts.number_format import percent

_LEAST = 0.04
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0)


class RatioSpan(Record, frozen=True):
    """From ``low`` to ``high`` in steps of ``step``: whole steps that hold every value shown."""

    low: float
    high: float
    step: float

    @classmethod
    def around(cls, values: list[float], *, steps: int) -> "RatioSpan":
        """The tightest span of at most ``steps`` steps; it never goes below zero."""
        lowest, highest = min(values), max(values)
        if highest - lowest < _LEAST:
            lowest, highest = lowest - _LEAST / 2, highest + _LEAST / 2
        for step in _STEPS:
            low = max(0.0, floor(lowest / step) * step)
            high = ceil(highest / step + 0.15) * step
            if (high - low) / step <= steps:
                return cls(low, high, step)
        return cls(0.0, ceil(highest), ceil(highest) / steps)

    def axis(self, style: Style) -> dict[str, object]:
        """A plotly axis with these ticks, labelled as percentages."""
        ticks = [
            self.low + index * self.step
            for index in range(round((self.high - self.low) / self.step) + 1)
        ]
        return {
            "range": [self.low, self.high],
            "tickvals": ticks,
            "ticktext": [percent(tick, style.language, 0) + " " for tick in ticks],
            "showgrid": True,
        }


class Plane(Record, frozen=True):
    """What a trend is drawn on: its days, its ratios, and the height of the plot in pixels."""

    first: date
    last: date
    span: RatioSpan
    height: int

    @property
    def pixels_a_unit(self) -> float:
        """Height of a whole unit of coverage (100 points)."""
        return self.height / (self.span.high - self.span.low)


def days(dates: pd.Series) -> list[str]:
    """As plotly is told of days: 2025-10-31."""
    texts: list[str] = np.datetime_as_string(dates.to_numpy().astype("datetime64[D]")).tolist()
    return texts


def year_axis(first: date, last: date, style: Style, *, narrow: int = 5) -> dict[str, object]:
    """An axis of days; a year is named at its middle, every second or fifth where room is short.

    ``narrow`` is how many names have room on a phone.
    """
    years = range(first.year, last.year + 1)
    room = narrow if style.compact else 8
    every = next(step for step in (1, 2, 5, 10, 20, 50) if len(years) <= room * step)
    named = [year for year in years if (years[-1] - year) % every == 0]
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tickvals": [f"{year}-07-01" for year in named],
        "ticktext": [date_format.period(Period.of_year(year), style.language) for year in named],
        "showline": True,
    }
