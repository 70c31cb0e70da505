"""Breaks in a series: between which months two figures of a region are not of one kind.

Across a break nothing is called a rise or a fall. Where a line is interrupted, and what is said of
it, is decided by the caller.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import pandas as pd

from cakupan.analytics.panel import Panel


class Change(StrEnum):
    """What is no longer as it was; the value is the column of a panel in which it shows.

    A panel counts participants on one basis, by registration or by domicile, and against one
    denominator: these never change within it.
    """

    PARTICIPANTS_PUBLISHER = "participants_publisher"
    PARTICIPANTS_DEFINITION = "participants_definition"
    PARTICIPANTS_SAMPLE = "participants_sample"
    WORKERS_PUBLISHER = "workers_publisher"
    WORKERS_SAMPLE = "workers_sample"


_OF_PUBLISHERS = (Change.PARTICIPANTS_PUBLISHER, Change.WORKERS_PUBLISHER)


@dataclass(frozen=True, slots=True)
class Break:
    """Between two months, given by their numbers, figures changed in kind.

    ``publishers`` has the ids before and after for a change of publisher, where one alone stated
    each; of a sum over parts with several it says nothing.
    """

    before: int
    after: int
    changes: tuple[Change, ...]
    publishers: Mapping[Change, tuple[str, str]]


def changes_between(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """For rows of a panel in two months, what differs in kind: a bool column for each Change.

    Both frames have the same index (``Panel.in_month`` of the same codes). Where a month has no
    figure nothing differs: that it is missing is said elsewhere.
    """
    return pd.DataFrame(
        {
            change.value: _differ(before[change].to_numpy(), after[change].to_numpy())
            for change in Change
        },
        index=after.index,
    )


def differences(
    before: Mapping[str, np.ndarray], after: Mapping[str, np.ndarray]
) -> dict[Change, np.ndarray]:
    """Where two blocks of a panel (``Panel.block``) of one shape differ in kind, and in what."""
    return {change: _differ(before[change], after[change]) for change in Change}


def break_between(panel: Panel, code: str, *, before: int, after: int) -> Break | None:
    """What changed in kind for one region between two months, given by their numbers."""
    return next(_found(panel, code, [before, after]), None)


def breaks(panel: Panel, code: str, *, until: date) -> list[Break]:
    """All breaks in the coverage of one region up to a day, oldest first.

    They lie between neighbouring months that have coverage; months in between may be missing.
    """
    line = panel.line(code, until=until)
    return list(_found(panel, code, line.index[line["coverage"].notna()].tolist()))


def _found(panel: Panel, code: str, months: list[int]) -> Iterator[Break]:
    series = panel.series(code, months)
    kinds = {change: series[change].to_numpy() for change in Change}
    apart = {change: _differ(kind[:-1], kind[1:]) for change, kind in kinds.items()}
    for place, (before, after) in enumerate(pairwise(months)):
        changes = tuple(change for change in Change if apart[change][place])
        if changes:
            pairs = {change: kinds[change][place : place + 2] for change in changes}
            yield Break(before, after, changes, _publishers(panel, pairs))


def _differ(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    apart: np.ndarray = ~np.isnan(before) & ~np.isnan(after) & (before != after)
    return apart


def _publishers(
    panel: Panel, pairs: Mapping[Change, np.ndarray]
) -> Mapping[Change, tuple[str, str]]:
    names = dict(enumerate(panel.publishers))
    named: dict[Change, tuple[str, str]] = {
        change: (names[before], names[after])
        for change, (before, after) in pairs.items()
        if change in _OF_PUBLISHERS and {before, after} <= names.keys()
    }
    return MappingProxyType(named)
