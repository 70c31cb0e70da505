"""An award worked out from what is known: who can be compared, scores, ranks, how sure they are.

Criteria are those a panel can answer; their weights come from outside. The arithmetic of scores
stands in scores.py, that of random weightings in stability.py.
"""

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
import pandas as pd

from cakupan.analytics.kinds import changes_between
from cakupan.analytics.scores import normalised, rank_bounds, score_table, weighted
from cakupan.analytics.stability import stability
from cakupan.domain.records import Record


class Criterion(StrEnum):
    """What is worked out of participants and workforce, more being better."""

    PARTICIPANTS = "participants"
    COVERAGE = "coverage"
    POINTS = "points"
    GAP_CLOSED = "gap_closed"


class Unfit(StrEnum):
    """Why a region takes no part; the first that holds is told."""

    NO_PARTICIPANTS = "no_participants"
    NO_WORKFORCE = "no_workforce"
    ABOVE_ONE = "above_one"
    EXCLUDED = "excluded"
    NO_YEAR_BEFORE = "no_year_before"
    UNSURE_BEFORE = "unsure_before"
    ACROSS_BREAK = "across_break"
    NOTHING_LEFT = "nothing_left"


OF_IMPROVEMENT = frozenset({Criterion.POINTS, Criterion.GAP_CLOSED})


class Contest(Record, frozen=True):
    """Frames of peers × criteria, and one of results; all regions, the best first.

    ``weights`` are those above 0. ``raw`` is as counted, ``points`` from 0 to 100, ``weighted``
    what a criterion adds to the score. ``scale`` are the lowest and highest raw values of those who
    are compared, which are 0 and 100 points; empty where nobody is.
    ``table``: score · rank · kept · low · high (``stability``) · best · worst (ranks that rounding
    allows) · sample; NaN for those of ``unfit``, which come last.
    """

    weights: Mapping[Criterion, float]
    raw: pd.DataFrame
    points: pd.DataFrame
    weighted: pd.DataFrame
    scale: Mapping[Criterion, tuple[float, float]]
    table: pd.DataFrame
    unfit: Mapping[str, Unfit]


def contest(
    now: pd.DataFrame, before: pd.DataFrame, *, weights: Mapping[Criterion, float]
) -> Contest:
    """Score the regions of ``now``, against ``before``, the same month of the year before.

    Both are rows of ``Panel.in_month`` of the same codes. A criterion of weight 0 is not asked
    for. ``ValueError`` where no weight is above 0.
    """
    used = {criterion: weight for criterion, weight in weights.items() if weight > 0}
    by_name = {criterion.value: weight for criterion, weight in used.items()}
    unfit = eligibility(now, before, criteria=frozenset(used))
    fit = [code for code in now.index if code not in unfit]
    raw = criteria_values(now, before)[list(by_name)]
    points = normalised(raw.loc[fit]).reindex(now.index)
    table = score_table(points, by_name)
    known = points.loc[fit]
    sure = (
        [
            stability(known, by_name)[["kept", "low", "high"]],
            _bounds(now.loc[fit], before.loc[fit], raw.loc[fit], by_name),
        ]
        if fit
        else [pd.DataFrame(columns=["kept", "low", "high", "best", "worst"], dtype="float64")]
    )
    return Contest(
        weights=used,
        raw=raw.loc[table.index],
        points=points.loc[table.index],
        weighted=weighted(points, by_name).loc[table.index],
        scale=_scale(raw.loc[fit]),
        table=table.join(pd.concat(sure, axis=1)).assign(sample=now["sample"]),
        unfit={code: unfit[code] for code in table.index if code in unfit},
    )


def criteria_values(now: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Every criterion of every region: people, a ratio, a difference, a share of what was left."""
    return _values(now["participants"], now["coverage"], before["coverage"])


def _scale(raw: pd.DataFrame) -> dict[Criterion, tuple[float, float]]:
    """The ends of the scale that ``normalised`` puts raw values on."""
    if raw.empty:
        return {}
    ends = zip(raw.min(), raw.max(), strict=True)
    return {
        Criterion(name): (float(low), float(high))
        for name, (low, high) in zip(raw.columns, ends, strict=True)
    }


def eligibility(
    now: pd.DataFrame, before: pd.DataFrame, *, criteria: frozenset[Criterion]
) -> dict[str, Unfit]:
    """Who cannot be compared by these criteria, and why; the year before only counts if asked."""
    then = before.loc[now.index]
    improvement = bool(criteria & OF_IMPROVEMENT)
    broken = changes_between(then, now).any(axis=1) & improvement
    holds = {
        Unfit.NO_PARTICIPANTS: now["participants"].isna(),
        Unfit.NO_WORKFORCE: now["coverage"].isna(),
        Unfit.ABOVE_ONE: (now["coverage"] > 1) & ~_ranked(now),
        Unfit.EXCLUDED: ~_ranked(now),
        Unfit.NO_YEAR_BEFORE: then["coverage"].isna() & improvement,
        Unfit.UNSURE_BEFORE: ~_ranked(then) & improvement,
        Unfit.ACROSS_BREAK: broken,
        Unfit.NOTHING_LEFT: (then["coverage"] >= 1) & (Criterion.GAP_CLOSED in criteria),
    }
    found: dict[str, Unfit] = {}
    for reason, rows in holds.items():
        for code in now.index[rows.to_numpy(dtype="bool")]:
            found.setdefault(str(code), reason)
    return found


def _ranked(month: pd.DataFrame) -> pd.Series:
    return month["ranked"].astype("bool")


def _values(participants: pd.Series, coverage: pd.Series, earlier: pd.Series) -> pd.DataFrame:
    points = coverage - earlier
    return pd.DataFrame(
        {
            Criterion.PARTICIPANTS.value: participants,
            Criterion.COVERAGE.value: coverage,
            Criterion.POINTS.value: points,
            # scores.gap_closed, for all regions at once.
            Criterion.GAP_CLOSED.value: points / (1 - earlier).where(earlier < 1),
        }
    )


def _bounds(
    now: pd.DataFrame, before: pd.DataFrame, raw: pd.DataFrame, weights: Mapping[str, float]
) -> pd.DataFrame:
    """Ranks that the rounding of counts allows, on the scale that the counts as printed give."""
    (low, high), (low_before, high_before) = _coverage_bounds(now), _coverage_bounds(before)
    half = now["participants_unit"].fillna(0) / 2
    corners = [
        _values(now["participants"] + sign * half, coverage, earlier)[list(weights)]
        for sign, coverage in ((-1, low), (1, high))
        for earlier in (low_before, high_before)
    ]
    stacked = np.stack([corner.to_numpy(dtype="float64") for corner in corners])
    least, spread = raw.min(), (raw.max() - raw.min())
    ends = [
        pd.DataFrame(end, index=raw.index, columns=raw.columns)
        for end in (stacked.min(axis=0), stacked.max(axis=0))
    ]
    scores = [
        weighted((end - least) / spread.where(spread > 0) * 100, weights).sum(axis=1)
        for end in ends
    ]
    return rank_bounds(*scores)


def _coverage_bounds(month: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    half, half_base = (month[f"{name}_unit"].fillna(0) / 2 for name in ("participants", "workers"))
    return (
        (month["participants"] - half) / (month["workers"] + half_base),
        (month["participants"] + half) / (month["workers"] - half_base),
    )
