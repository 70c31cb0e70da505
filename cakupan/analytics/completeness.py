"""What there is of each region in each month, who is late, and how far bases lie apart."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.analytics.quality import last_counted
from cakupan.domain.periods import Period
from cakupan.domain.records import Record

NOTHING, COUNTED, COMPLETE = 0, 1, 2


class Completeness(Record, frozen=True):
    """``states`` are codes × months: nothing, participants only, or a workforce too.

    ``months`` are the newest in which any of the regions has participants, oldest first, by their
    numbers; ``behind`` is by how many months a region's newest participants are older than the
    newest of all, None where it has none at all.
    """

    codes: tuple[str, ...]
    months: tuple[int, ...]
    states: np.ndarray
    behind: tuple[int | None, ...]


def completeness(
    panel: Panel, codes: Sequence[str], *, until: Period, months: int = 12
) -> Completeness:
    """The grid of these regions up to a month; at most so many months."""
    counted = ~np.isnan(panel.columns["participants"][panel.rows(codes)])
    stated = np.flatnonzero(counted.any(axis=0)) + panel.first_month
    end = month_number(until.end)
    shown = stated[stated <= end][-months:].tolist()
    block = panel.block(codes, shown)
    people, whole = ~np.isnan(block["participants"]), ~np.isnan(block["coverage"])
    newest = last_counted(panel, list(codes), until=until)
    latest = newest.max()
    return Completeness(
        codes=tuple(codes),
        months=tuple(shown),
        states=np.where(whole, COMPLETE, np.where(people, COUNTED, NOTHING)),
        behind=tuple(
            None if np.isnan(month) else int(latest - month) for month in newest.to_numpy()
        ),
    )


def base_spread(panels: Mapping[str, Panel], codes: Sequence[str], period: Period) -> pd.DataFrame:
    """Coverage against each denominator, and ``spread``: the highest minus the lowest.

    Indexed by region_code, a column for each denominator id; NaN where there is none, and the
    spread of fewer than two is NaN.
    """
    ratios = pd.DataFrame(
        {name: panel.in_month(codes, period)["coverage"] for name, panel in panels.items()}
    )
    spread = ratios.max(axis=1) - ratios.min(axis=1)
    return ratios.assign(spread=spread.where(ratios.notna().sum(axis=1) > 1))
