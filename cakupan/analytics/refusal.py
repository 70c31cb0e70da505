"""What is not called a rise or a fall, because the two months are of different kinds.

A break of the workforce takes the change of coverage; one of the participants takes their growth
too. Where breaks lie is breaks.py.
"""

import numpy as np
import pandas as pd

from cakupan.analytics.breaks import Break
from cakupan.analytics.kinds import KIND_COLUMNS, Change, changes_between, differences
from cakupan.analytics.summary import Reason, YearOnYear
from cakupan.domain.records import replace

_OF_PARTICIPANTS = [change for change in Change if change.startswith("participants")]


def refuse(change: YearOnYear, found: Break | None) -> YearOnYear:
    """The change between two months without what cannot be compared across a break."""
    if found is None:
        return change
    refused = replace(
        change, points=None, participants_part=None, workers_part=None, reason=Reason.ACROSS_BREAK
    )
    if not set(_OF_PARTICIPANTS) & set(found.changes):
        return refused
    return replace(refused, participants_change=None, participants_growth=None)


def refuse_rows(ranking: pd.DataFrame, now: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """``ranking`` of two months, with points and growth missing where a region breaks between them.

    ``now`` and ``before`` are the rows of ``Panel.in_month`` that were ranked.
    """
    changes = changes_between(before, now).reindex(ranking["region_code"])
    of_participants = changes[_OF_PARTICIPANTS].any(axis=1).to_numpy()
    return ranking.assign(
        points=ranking["points"].mask(changes.any(axis=1).to_numpy()),
        growth=ranking["growth"].mask(of_participants),
    )


def of_one_kind(line: pd.DataFrame) -> pd.DataFrame:
    """The months of ``Panel.line`` that can be compared with its last one, by their numbers."""
    if line.empty:
        return line
    columns = {name: line[name].to_numpy() for name in KIND_COLUMNS}
    last = {name: column[-1:] for name, column in columns.items()}
    apart: np.ndarray = np.logical_or.reduce(list(differences(columns, last).values()))
    return line[~apart]
