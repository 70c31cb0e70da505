"""How far each region's coverage can be trusted: plain marks, each with its rule.

No word comes in here. What persons decided, and how sure a figure's publisher was, is told by the
caller; what the marks make of a figure is grades.py.
"""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
import pandas as pd

from cakupan.analytics.kinds import changes_between
from cakupan.analytics.months import MONTHS_A_YEAR, month_number
from cakupan.analytics.panel import Panel
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE

STALE_AFTER = 2 * MONTHS_A_YEAR
OF_WORKFORCE = ("participants", "coverage", "workers_newest", "workers_oldest")
"""The columns of a panel by which the age of a workforce is judged."""
_STATED = ("region_code", "segment")


class Mark(StrEnum):
    """What a reader of one figure must know; each has a phrase in texts/. In order of weight."""

    NO_DATA = "no_data"
    PARTS = "parts"
    NO_DENOMINATOR = "no_denominator"
    EXCLUDED = "excluded"
    OPEN_RED = "open_red"
    OVER = "over"
    INCOMPLETE = "incomplete"
    BREAK = "break"
    STALE = "stale"
    OTHER_YEAR = "other_year"
    LATE = "late"
    PROVISIONAL = "provisional"
    SAMPLE = "sample"


class Known(Record, frozen=True):
    """Regions of which more is known in a month than their counts say.

    Whose coverage a person excluded; who has a red flag that nobody decided about; who has a
    figure that its publisher called provisional.
    """

    excluded: frozenset[str] = frozenset()
    open_red: frozenset[str] = frozenset()
    provisional: frozenset[str] = frozenset()


def quality_marks(
    now: pd.DataFrame,
    before: pd.DataFrame,
    panel: Panel,
    *,
    period: Period,
    known: Known | None = None,
) -> pd.DataFrame:
    """A bool column for each Mark; the frames are ``Panel.in_month``, of now and a year before.

    No participants this month, though all or only some parts have them; participants but no
    workforce; excluded; a red flag open; coverage above 1; a segment stated with people a year
    before is not stated now; the two months are not of one kind; the workforce paired began more
    than two years before the month, or in another year than the month's; the region stops here
    while others go on; a provisional figure; any figure used is a sample.
    """
    told = known or Known()
    counted = now["participants"].notna()
    in_part = ~counted & now.index.isin(_in_part(panel, period))
    marks: Mapping[Mark, object] = {
        Mark.NO_DATA: ~counted & ~in_part,
        Mark.PARTS: in_part,
        Mark.NO_DENOMINATOR: counted & now["coverage"].isna(),
        Mark.EXCLUDED: now.index.isin(told.excluded),
        Mark.OPEN_RED: now.index.isin(told.open_red),
        Mark.OVER: now["coverage"] > 1,
        Mark.INCOMPLETE: counted & now.index.isin(_lost_segment(panel, period)),
        Mark.BREAK: changes_between(before, now).any(axis=1),
        **workforce_marks(now, period),
        Mark.LATE: counted & _stops(now, panel, period),
        Mark.PROVISIONAL: now.index.isin(told.provisional),
        Mark.SAMPLE: now["sample"].astype("bool"),
    }
    return pd.DataFrame(marks, index=now.index)


def workforce_marks(now: pd.DataFrame, period: Period) -> dict[Mark, pd.Series]:
    """Too old; else of another year than the month. ``now`` has the columns ``OF_WORKFORCE``."""
    counted = now["participants"].notna()
    newest, oldest = (pd.to_datetime(now[f"workers_{age}"]) for age in ("newest", "oldest"))
    stale = counted & (newest < pd.Timestamp(period.start) - pd.DateOffset(months=STALE_AFTER))
    other = counted & now["coverage"].notna() & (oldest.dt.year != period.end.year)
    return {Mark.STALE: stale, Mark.OTHER_YEAR: other & ~stale}


def _stops(now: pd.DataFrame, panel: Panel, period: Period) -> np.ndarray:
    """Which regions have nothing after the month, while some other region has."""
    later = ~np.isnan(panel.columns["participants"][:, panel.after(period)])
    rows = panel.rows(now.index.to_list())
    alone: np.ndarray = later.any() & ~later[rows].any(axis=1)
    return alone


def _in_part(panel: Panel, period: Period) -> set[str]:
    """Regions with participants somewhere below them in the month."""
    codes = set(panel.participants_in(period)["region_code"].to_numpy(dtype="object").tolist())
    return {NATION_CODE, *(code[:2] for code in codes)} if codes else set()


def last_counted(panel: Panel, codes: list[str], *, until: Period) -> pd.Series:
    """Number of the newest month up to ``until`` with participants; NaN where there is none."""
    rows = panel.rows(codes)
    end = month_number(until.end) - panel.first_month + 1
    known = ~np.isnan(panel.columns["participants"][rows, : max(end, 0)])
    ever = known.any(axis=1)
    newest = known.shape[1] - 1 - np.argmax(known[:, ::-1], axis=1) if known.shape[1] else 0
    months = np.where(ever, newest + panel.first_month, np.nan)
    return pd.Series(months, index=pd.Index(codes, name="region_code"))


def _lost_segment(panel: Panel, period: Period) -> set[str]:
    """Regions that state fewer of the segments they stated a year ago; a bare total states none."""
    now, before = (
        _segments(panel.participants_in(when)) for when in (period, period.same_month_last_year())
    )
    whole = {code for code, segment in now if segment == Segment.TOTAL.value}
    lost = {code for code, segment in before - now if segment != Segment.TOTAL.value}
    return lost - whole


def _segments(rows: pd.DataFrame) -> set[tuple[str, str]]:
    some = rows["participants"].to_numpy() > 0
    # As plain arrays: a frame hands out its texts one by one much more slowly.
    codes, segments = (rows[name].to_numpy(dtype="object")[some] for name in _STATED)
    return set(zip(codes.tolist(), segments.tolist(), strict=True))
