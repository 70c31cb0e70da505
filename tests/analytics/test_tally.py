"""Counts by kind: parents are sums of parts, the whole is the sum of kinds, gaps stay gaps."""

from collections.abc import Callable, Iterable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.tally import WHOLE, Tally
from cakupan.domain.regions import RegionDirectory

Rows = Iterable[tuple[str, str, str, int]]
Count = Callable[[Rows], Tally]
KINDS = ("JKK", "JKM")


@pytest.fixture(scope="session")
def count(directory: RegionDirectory) -> Count:
    """A tally of rows (region, period, programme, count), none a sample but those of 2024."""

    def build(rows: Rows) -> Tally:
        frame = pd.DataFrame(rows, columns=["region_code", "period", "programme", "count"])
        frame = frame.astype({"region_code": "str", "period": "str", "programme": "str"})
        sampled = frame.assign(sample=frame["period"].str.startswith("2024"))
        return Tally.of(sampled, directory, by="programme", kinds=KINDS)

    return build


def test_a_parent_is_the_sum_of_its_parts_and_the_whole_of_its_kinds(count: Count) -> None:
    tally = count(
        [
            ("17.01", "2025-01", "JKK", 3),
            ("17.01", "2025-01", "JKM", 4),
            ("17.02", "2025-01", "JKK", 10),
            ("17.02", "2025-01", "JKM", 20),
        ]
    )
    assert tally.over("17", ["2025-01"]) == {"JKK": 13, "JKM": 24, WHOLE: 37}
    assert tally.over("17.01", ["2025-01"]) == {"JKK": 3, "JKM": 4, WHOLE: 7}


def test_a_part_that_is_missing_leaves_the_parent_to_its_own_figure(count: Count) -> None:
    rows = [("17.01", "2025-01", "JKK", 3), ("17", "2025-01", "JKK", 99)]
    tally = count(rows)
    assert tally.over("17", ["2025-01"])["JKK"] == 99
    assert tally.over("17", ["2025-01"])["JKM"] is None
    assert count(rows[:1]).over("17", ["2025-01"])["JKK"] is None


def test_a_stated_whole_counts_where_the_kinds_are_not_all_known(count: Count) -> None:
    tally = count([("36.71", "2025", "", 12), ("36.71", "2025", "JKK", 5)])
    assert tally.over("36.71", ["2025"]) == {"JKK": 5, "JKM": None, WHOLE: 12}


def test_where_nobody_states_a_kind_the_stated_whole_counts(directory: RegionDirectory) -> None:
    columns = ["region_code", "period", "programme", "count", "sample"]
    frame = pd.DataFrame([("36.71", "2025-01", "", 12, False)], columns=columns)
    tally = Tally.of(frame, directory, by="programme", kinds=())
    assert tally.over("36.71", ["2025-01"]) == {WHOLE: 12}
    assert tally.over("36.72", ["2025-01"]) == {WHOLE: None}


def test_months_are_added_up_and_a_month_that_is_missing_is_not_zero(count: Count) -> None:
    tally = count([("36.71", f"2025-0{m}", kind, m) for m in (1, 2) for kind in KINDS])
    assert tally.over("36.71", ["2025-01", "2025-02"])[WHOLE] == 6
    assert tally.over("36.71", ["2025-01", "2025-03"])[WHOLE] is None
    assert tally.over("36.71", [])[WHOLE] is None


def test_samples_and_stated_periods_are_told(count: Count) -> None:
    tally = count([("36.71", "2024-01", "JKK", 1), ("36.71", "2025-01", "JKK", 1)])
    assert tally.is_sample("36.71", ["2024-01", "2025-01"])
    assert not tally.is_sample("36.71", ["2025-01"])
    assert tally.stated(["36.71"]) == ("2024-01", "2025-01")
    assert tally.stated(["36.72"]) == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["17.01", "17.02", "36.71"]),
            st.sampled_from(["2025-01", "2025-02"]),
            st.sampled_from(KINDS),
            st.integers(0, 10**9),
        ),
        unique_by=lambda row: row[:3],
        max_size=12,
    ),
    st.randoms(),
)
def test_the_order_of_rows_changes_nothing(count: Count, rows: list, luck) -> None:
    shuffled = luck.sample(rows, len(rows))
    one, other = count(rows), count(shuffled)
    for code in ("17", "17.01", "36.71", "00"):
        assert one.over(code, ["2025-01"]) == other.over(code, ["2025-01"])
