"""How far each region's coverage can be trusted: plain marks, each with its rule.

No verdict comes in here, and no word: whether a mark matters is for a person to say.
"""

from enum import StrEnum

import numpy as np
import pandas as pd

from cakupan.analytics.breaks import changes_between
from cakupan.analytics.months import MONTHS_A_YEAR, month_number
from cakupan.analytics.panel import Panel
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period

STALE_AFTER = 2 * MONTHS_A_YEAR
_STATED = ("region_code", "segment")


class Mark(StrEnum):
    """What a reader of one row must know; each has a phrase in texts/. In order of weight."""

    NO_DATA = "no_data"
    NO_DENOMINATOR = "no_denominator"
    OVER = "over"
    INCOMPLETE = "incomplete"
    BREAK = "break"
    STALE = "stale"
    SAMPLE = "sample"


def quality_marks(
    now: pd.DataFrame, before: pd.DataFrame, panel: Panel, *, period: Period
) -> pd.DataFrame:
    """A bool column for each Mark; the frames are ``Panel.in_month``, of now and a year before.

    No participants this month; participants but no workforce; coverage above 1; a segment stated
    with people a year before is not stated now; the two months are not of one kind; the workforce
    paired began more than two years before the month; any figure used is a sample.
    """
    counted = now["participants"].notna()
    newest = now["workers_newest"]
    oldest_allowed = pd.Timestamp(period.start) - pd.DateOffset(months=STALE_AFTER)
    return pd.DataFrame(
        {
            Mark.NO_DATA: ~counted,
            Mark.NO_DENOMINATOR: counted & now["coverage"].isna(),
            Mark.OVER: now["coverage"] > 1,
            Mark.INCOMPLETE: counted & now.index.isin(_lost_segment(panel, period)),
            Mark.BREAK: changes_between(before, now).any(axis=1),
            Mark.STALE: counted & (pd.to_datetime(newest) < oldest_allowed),
            Mark.SAMPLE: now["sample"].astype("bool"),
        },
        index=now.index,
    )


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
