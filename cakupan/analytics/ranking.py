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


def rank_by_coverage(month: pd.DataFrame) -> pd.Series:
    """Ranks from 1 for the highest; ties share one (1, 2, 2, 4).

    ``month`` has coverage and ranked: one that is missing, that is above 1 and not accepted, or
    that a person excluded has no rank.
    """
    return month["coverage"].where(month["ranked"]).rank(method="min", ascending=False)


def ranking(now: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """The parts of a region, best first, out of ``Panel.in_month`` in two months.

    points, growth and rank_change are ``now`` against ``before``, the same month a year earlier;
    a climb is positive. Coverage without a rank follows the ranked, missing coverage comes last.
    """
    rank = rank_by_coverage(now)
    grown_from = before["participants"].where(before["participants"] > 0)
    rows = now.assign(
        points=now["coverage"] - before["coverage"],
        growth=now["participants"] / grown_from - 1,
        rank=rank,
        rank_change=rank_by_coverage(before) - rank,
    ).reset_index()
    ordered = rows.sort_values(
        ["rank", "coverage", "region_code"], ascending=[True, False, True], ignore_index=True
    )
    return ordered[_COLUMNS]
