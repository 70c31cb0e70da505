"""The parts of a region from the highest coverage to the lowest, with their movement in a year.

Ranks are by coverage alone; weighted scores do not come in here.
"""

import pandas as pd

_COLUMNS = [
    "region_code",
    "participants",
    "workers",
    "coverage",
    "points",
    "growth",
    "rank",
    "rank_change",
    "sample",
]


def rank_by_coverage(coverage: pd.Series) -> pd.Series:
    """Ranks from 1 for the highest; ties share one (1, 2, 2, 4).

    A missing coverage has none, and neither has one above 1: it may be real, but it says more
    about where people are registered than about who is protected.
    """
    return coverage.where(coverage <= 1).rank(method="min", ascending=False)


def ranking(now: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """The parts of a region, best first, out of ``Panel.in_month`` in two months.

    points, growth and rank_change are ``now`` against ``before``, the same month a year earlier;
    a climb is positive. Coverage above 1 follows the ranked rows, missing coverage comes last.
    """
    rank = rank_by_coverage(now["coverage"])
    grown_from = before["participants"].where(before["participants"] > 0)
    rows = now.assign(
        points=now["coverage"] - before["coverage"],
        growth=now["participants"] / grown_from - 1,
        rank=rank,
        rank_change=rank_by_coverage(before["coverage"]) - rank,
    ).reset_index()
    ordered = rows.sort_values(
        ["rank", "coverage", "region_code"], ascending=[True, False, True], ignore_index=True
    )
    return ordered[_COLUMNS]
