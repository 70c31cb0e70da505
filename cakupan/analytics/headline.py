"""The headline of a region: its coverage at one period, or the reason why there is none."""

from typing import Any

import pandas as pd

from cakupan.analytics.summary import Headline, Reason
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region


def headline(
    month: pd.DataFrame,
    *,
    region: Region,
    period: Period,
    workforce: pd.DataFrame,
) -> Headline:
    """Coverage of ``region`` at ``period``; ``month`` has it and, below it, each of its parts.

    ``workforce`` is asked for one thing: how the periods that were paired are written.
    """
    own: Any = month.loc[region.code]
    parts = month.drop(index=region.code)
    covered = parts[parts["coverage"].notna()]
    complete = pd.notna(own["coverage"])
    newest, oldest = own["workers_newest"], own["workers_oldest"]
    since = _period_from(newest, workforce)
    return Headline(
        region_code=region.code,
        period=period,
        participants=_whole(own["participants"]),
        workers=_whole(own["workers"]),
        coverage=float(own["coverage"]) if complete else None,
        workers_period=since,
        parts_with_data=len(covered),
        parts_expected=len(parts),
        covered_part=_ratio_of_sums(covered),
        sample=bool(own["sample"] or (not complete and covered["sample"].any())),
        reason=None if complete else _reason(month),
        workers_period_oldest=since if oldest == newest else _period_from(oldest, workforce),
    )


def _ratio_of_sums(covered: pd.DataFrame) -> float | None:
    if covered.empty:
        return None
    return float(covered["participants"].sum() / covered["workers"].sum())


def _reason(month: pd.DataFrame) -> Reason:
    """Why a family without coverage at its head has none: what is missing everywhere, else part."""
    if month["participants"].isna().all():
        return Reason.NO_DATA
    return Reason.INCOMPLETE if month["coverage"].notna().any() else Reason.NO_DENOMINATOR


def _whole(count: float) -> int | None:
    return None if pd.isna(count) else int(count)


def _period_from(start: pd.Timestamp, workforce: pd.DataFrame) -> Period | None:
    """The period that begins on this day, as the workforce frame writes it."""
    if pd.isna(start):
        return None
    return Period(str(workforce.loc[workforce["date"] == start, "period"].max()))
