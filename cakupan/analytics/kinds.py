"""Of what kind two figures are, and whether they are of one: then a difference is a rise or a fall.

A person may have said of a break in a series that the change is real; across such a break figures
are of one kind all the same.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from itertools import pairwise

import numpy as np
import pandas as pd


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

    @property
    def of_participants(self) -> bool:
        """Whether it shows whatever participants are measured by."""
        return self.value.startswith("participants")


def changes_between(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """For rows of a panel in two months, what differs in kind: a bool column a Change, in order.

    Both frames have the same index (``Panel.in_month`` of the same codes). Where a month has no
    figure nothing differs: that it is missing is said elsewhere.
    """
    found = differences(
        *({name: frame[name].to_numpy() for name in KIND_COLUMNS} for frame in (before, after))
    )
    return pd.DataFrame({change.value: apart for change, apart in found.items()}, index=after.index)


def differences(
    before: Mapping[str, np.ndarray], after: Mapping[str, np.ndarray]
) -> dict[Change, np.ndarray]:
    """Where two blocks of a panel (``Panel.block``) of one shape differ in kind, and in what."""
    # NaN equals nothing: where nobody decided about a break, nothing is joined.
    apart = before[PASSED] != after[PASSED]
    return {change: apart & differ(before[change], after[change]) for change in Change}


def differ(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Where both are known and are not the same."""
    apart: np.ndarray = ~np.isnan(before) & ~np.isnan(after) & (before != after)
    return apart


def breaks_passed(columns: Mapping[str, np.ndarray], row: int, real: Collection[int]) -> np.ndarray:
    """How many breaks of one region stand up to each month, without those that are ``real``.

    ``columns`` are those of a panel; months are given by their places there, a break by the month
    after it.
    """
    kinds = {change: columns[change][row] for change in Change}
    measured, counted = (
        np.flatnonzero(~np.isnan(columns[name][row])) for name in ("coverage", "participants")
    )
    joined = np.zeros(columns["coverage"].shape[1], dtype=bool)
    for before, after in pairwise(measured.tolist()):
        joined[before + 1 : after + 1] = after in real
    passed = np.zeros(len(joined))
    for months in (measured, counted):
        for kind in kinds.values():
            after = months[1:][differ(kind[months[:-1]], kind[months[1:]])]
            passed[after[~joined[after]]] += 1
    return passed.cumsum()


PASSED = "breaks_passed"
"""The column of a panel with how many breaks were passed; NaN where no break was called real."""

KIND_COLUMNS = (*(change.value for change in Change), PASSED)
"""The columns of a panel that tell of what kind its figures are."""
