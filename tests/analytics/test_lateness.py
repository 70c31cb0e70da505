"""How late figures came in is counted from the end of their month."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.lateness import days_after
from cakupan.domain.regions import RegionDirectory

END = date(2025, 10, 31)


def test_days_are_counted_from_the_end_of_the_month_and_never_below_zero(
    directory: RegionDirectory,
) -> None:
    arrivals = {("36.01", 1): date(2025, 11, 12), ("36.02", 1): date(2025, 10, 20)}
    found = days_after(arrivals, ["36.01", "36.02", "36.03"], {1: END}, directory)
    assert found[:2].ravel().tolist() == [12, 0]
    assert np.isnan(found[2, 0])


@given(days=st.lists(st.integers(0, 400), min_size=8, max_size=8), missing=st.integers(0, 8))
def test_a_whole_is_there_when_its_last_part_is_and_not_before(
    directory: RegionDirectory, days: list[int], missing: int
) -> None:
    parts = [part.code for part in directory.parts("36")]
    arrivals = {
        (code, 1): END + timedelta(days=late)
        for place, (code, late) in enumerate(zip(parts, days, strict=True))
        if place != missing
    }
    [[whole]] = days_after(arrivals, ["36"], {1: END}, directory)
    assert np.isnan(whole) if missing < len(parts) else whole == max(days)
    arrivals["36", 1] = END + timedelta(days=3)
    assert days_after(arrivals, ["36"], {1: END}, directory).tolist() == [[3]]
