"""How late figures came in: days from the end of their month to the day they were loaded."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from cakupan.domain.regions import RegionDirectory

Arrivals = Mapping[tuple[str, int], date]
"""By region and number of a month, the day its figures came in first."""


def days_after(
    arrivals: Arrivals, codes: Sequence[str], ends: Mapping[int, date], directory: RegionDirectory
) -> np.ndarray:
    """Days after the ends of months, codes × months as in ``ends``; NaN where nobody knows.

    What came in before its month was over came on the last day: 0. A whole that states nothing of
    its own is there when the last of its parts is.
    """
    days = [
        [_days(_arrived(arrivals, code, month, directory), end) for month, end in ends.items()]
        for code in codes
    ]
    return np.array(days, dtype="float64").reshape(len(codes), len(ends))


def _days(arrived: date | None, end: date) -> float:
    return np.nan if arrived is None else max(0, (arrived - end).days)


def _arrived(arrivals: Arrivals, code: str, month: int, directory: RegionDirectory) -> date | None:
    own = arrivals.get((code, month))
    if own is not None:
        return own
    parts = [_arrived(arrivals, part.code, month, directory) for part in directory.parts(code)]
    known = [one for one in parts if one is not None]
    return max(known) if known and len(known) == len(parts) else None
