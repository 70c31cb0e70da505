"""Every kabupaten and kota in one table: counts, coverage, movement, rank, gap to each target.

The formulas stand in ranking.py and gaps.py; here they are asked of many regions at once.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np
import pandas as pd

from cakupan.analytics.panel import Panel
from cakupan.analytics.quality import Known, Mark, last_counted, quality_marks
from cakupan.analytics.ranking import ranking
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.domain.regions import NATION_CODE

# Across a break nothing is called a rise or a fall.
_MOVEMENT = ["points", "growth", "rank_change"]


def region_table(
    panel: Panel, codes: Sequence[str], *, period: Period, known: Known | None = None
) -> pd.DataFrame:
    """The columns of ``ranking`` for these regions, best first, and what each row rests on.

    Across a break there is no change: points, growth and rank_change are missing.

    Beside them: workers_newest datetime64 (first day of the workforce's period), last_counted
    (number of the newest month with participants), and a bool column for each quality Mark.
    """
    now = panel.in_month(codes, period)
    before = panel.in_month(codes, period.same_month_last_year())
    rows = ranking(now, before)
    beside = quality_marks(now, before, panel, period=period, known=known).assign(
        workers_newest=now["workers_newest"],
        last_counted=last_counted(panel, list(codes), until=period),
    )
    # The mark of a sample says what the ranking's own column says.
    table = rows.drop(columns=Mark.SAMPLE).join(beside, on="region_code")
    table[_MOVEMENT] = table[_MOVEMENT].where(~table[Mark.BREAK])
    return table


def people_needed_each(table: pd.DataFrame, ratios: Sequence[Decimal]) -> list[pd.Series]:
    """``people_needed`` of every row to each ratio, exact to the last person.

    float64 with NaN where participants or workers are missing.
    """
    whole = np.array([ratio.as_integer_ratio() for ratio in ratios], dtype="int64")
    people = _people(table, *whole.reshape(-1, 2, 1).swapaxes(0, 1))
    return [pd.Series(row, index=table.index) for row in people]


def own_targets(codes: Sequence[str], targets: Sequence[Target]) -> Mapping[str, Target]:
    """For each region that has one, the dated target furthest ahead: its own, else its province's.

    Of two in one year the higher counts. The nation's targets are nobody's own.
    """
    dated = [one for one in targets if one.year is not None and one.region_code != NATION_CODE]
    # Of those that share a region the last one stays.
    furthest = {one.region_code: one for one in sorted(dated, key=_order)}
    found = {code: furthest.get(code, furthest.get(code[:2])) for code in codes}
    return {code: target for code, target in found.items() if target is not None}


def people_to_own(table: pd.DataFrame, own: Mapping[str, Target]) -> pd.Series:
    """``people_needed`` of every row to its own target; NaN where it has none."""
    nobody = (0, 1)
    shares = {target.ratio: target.ratio.as_integer_ratio() for target in own.values()}
    ratios = [shares[own[code].ratio] if code in own else nobody for code in table["region_code"]]
    numerators, denominators = np.array(ratios, dtype="int64").reshape(-1, 2).T
    people = np.where(numerators > 0, _people(table, numerators, denominators), np.nan)
    return pd.Series(people, index=table.index)


def _people(table: pd.DataFrame, numerators: np.ndarray, denominators: np.ndarray) -> np.ndarray:
    """``max(0, ceil(a·D/b) − N)`` for the ratio a/b, in whole numbers; the last axis is the rows.

    a·D stays far below 2**63 for the ratios and workforces there are.
    """
    known = ~np.isnan(table["coverage"].to_numpy())
    participants, workers = (
        np.where(known, table[name].to_numpy(), 0).astype("int64")
        for name in ("participants", "workers")
    )
    people = np.maximum(0, -(-numerators * workers // denominators) - participants)
    return np.where(known, people, np.nan)


def _order(target: Target) -> tuple[int, Decimal]:
    return target.year or 0, target.ratio
