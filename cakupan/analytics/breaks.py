"""Breaks in a series: between which months two figures of a region are not of one kind.

Across a break nothing is called a rise or a fall. Where a line is interrupted, and what is said of
it, is decided by the caller.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np

from cakupan.analytics.kinds import KIND_COLUMNS, Change, differ, differences
from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.domain.records import Record

_OF_PUBLISHERS = (Change.PARTICIPANTS_PUBLISHER, Change.WORKERS_PUBLISHER)


class Break(Record, frozen=True):
    """Between two months, given by their numbers, figures changed in kind.

    ``publishers`` has the ids before and after for a change of publisher, where one alone stated
    each; of a sum over parts with several it says nothing.
    """

    before: int
    after: int
    changes: tuple[Change, ...]
    publishers: Mapping[Change, tuple[str, str]]


def break_between(panel: Panel, code: str, *, before: int, after: int) -> Break | None:
    """What changed in kind for one region between two months, given by their numbers."""
    return next(_found(panel, code, [before, after]), None)


def breaks(panel: Panel, code: str, *, until: date, decided: bool = False) -> list[Break]:
    """All breaks in the coverage of one region up to a day, oldest first.

    They lie between neighbouring months that have coverage; months in between may be missing.
    Those that a person called real changes are among them only where ``decided`` ones are asked.
    """
    end = max(month_number(until) - panel.first_month + 1, 0)
    known = np.flatnonzero(~np.isnan(panel.columns["coverage"][panel.rows([code])[0], :end]))
    months = (known + panel.first_month).tolist()
    return list(_found(panel, code, months, decided=decided))


def _found(
    panel: Panel, code: str, months: Sequence[int], *, decided: bool = False
) -> Iterator[Break]:
    block = panel.block([code], months, only=KIND_COLUMNS)
    kinds = {change: block[change][0] for change in Change}
    before, after = (
        {name: column[0][part] for name, column in block.items()}
        for part in (slice(None, -1), slice(1, None))
    )
    apart = (
        {change: differ(before[change], after[change]) for change in Change}
        if decided
        else differences(before, after)
    )
    for place in np.flatnonzero(np.any([apart[change] for change in Change], axis=0)).tolist():
        changes = tuple(change for change in Change if apart[change][place])
        pairs = {change: kinds[change][place : place + 2] for change in changes}
        yield Break(months[place], months[place + 1], changes, _publishers(panel, pairs))


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
