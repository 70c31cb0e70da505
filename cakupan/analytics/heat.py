"""Regions by months as one grid of numbers: coverage, or its change in a year."""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from cakupan.analytics.kinds import KIND_COLUMNS, differences
from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.analytics.panel import Panel
from cakupan.domain.records import Record

_OF_GRID = ("coverage", *KIND_COLUMNS)


class HeatMeasure(StrEnum):
    """What the grid shows: coverage of the month, or its change against the year before."""

    COVERAGE = "coverage"
    POINTS = "points"


class HeatGrid(Record, frozen=True):
    """``ratios`` are codes × months, NaN where there is none.

    ``broken`` says where there is none because of a break within the year.
    """

    codes: tuple[str, ...]
    months: tuple[int, ...]
    ratios: np.ndarray
    broken: np.ndarray


def heat_grid(
    panel: Panel, codes: Sequence[str], months: Sequence[int], measure: HeatMeasure
) -> HeatGrid:
    """The grid for these regions in these months, given by their numbers."""
    now = panel.block(codes, months, only=_OF_GRID)
    ratios, broken = now["coverage"], np.zeros(now["coverage"].shape, dtype="bool")
    if measure is HeatMeasure.POINTS:
        earlier = [month - MONTHS_A_YEAR for month in months]
        before = panel.block(codes, earlier, only=_OF_GRID)
        broken = np.logical_or.reduce(list(differences(before, now).values()))
        ratios = np.where(broken, np.nan, ratios - before["coverage"])
    return HeatGrid(tuple(codes), tuple(months), ratios, broken)
