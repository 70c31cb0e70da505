from collections.abc import Callable
from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.pairing import pair_workforce

Build = Callable[..., pd.DataFrame]
REGIONS = ("36.71", "36.72")


def asked(rows: list[tuple[str, date]]) -> pd.Series:
    index = pd.MultiIndex.from_tuples(
        [(code, place) for place, (code, _) in enumerate(rows)], names=["region_code", "month"]
    )
    return pd.Series([day for _, day in rows], index=index, dtype="datetime64[us]")


def test_the_newest_workforce_that_began_by_then_is_taken_and_never_a_later_one(
    workforce: Build,
) -> None:
    frame = workforce([("36.71", "2024-08", 100), ("36.71", "2025-08", 110)])
    dates = asked(
        [
            ("36.71", date(2025, 7, 31)),
            ("36.71", date(2025, 8, 1)),
            ("36.71", date(2025, 10, 31)),
            ("36.71", date(2024, 7, 31)),
        ]
    )
    paired = pair_workforce(dates, frame)
    assert paired["workers"].tolist()[:3] == [100, 110, 110]
    assert pd.isna(paired["workers"].iloc[3])
    assert paired["workers_newest"].iloc[0] == pd.Timestamp(2024, 8, 1)
    assert paired.index.equals(dates.index)


def test_a_bare_year_is_in_force_from_january(workforce: Build) -> None:
    frame = workforce([("36.71", "2024", 100), ("36.71", "2025", 110)])
    dates = asked([("36.71", date(2024, 12, 31)), ("36.71", date(2025, 1, 31))])
    assert pair_workforce(dates, frame)["workers"].tolist() == [100, 110]


def test_a_zero_workforce_is_missing_and_an_older_one_does_not_stand_in(workforce: Build) -> None:
    frame = workforce([("36.71", "2024", 100), ("36.71", "2025", 0)])
    paired = pair_workforce(asked([("36.71", date(2025, 1, 31))]), frame)
    assert paired.isna().all(axis=None)


def test_a_sample_workforce_is_marked(workforce: Build) -> None:
    frame = workforce([("36.71", "2024", 100, True)])
    assert pair_workforce(asked([("36.71", date(2025, 1, 31))]), frame)[
        "workers_sample"
    ].tolist() == [1]


DAYS = st.dates(min_value=date(2018, 1, 1), max_value=date(2026, 12, 31))
MONTHS = st.tuples(st.integers(2018, 2026), st.integers(1, 12)).map(
    lambda ym: f"{ym[0]}-{ym[1]:02d}"
)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(REGIONS), DAYS), max_size=12),
    st.dictionaries(
        st.tuples(st.sampled_from(REGIONS), MONTHS), st.integers(1, 9_000_000), max_size=12
    ),
)
def test_pairing_is_what_a_person_would_look_up(
    workforce: Build, dates: list[tuple[str, date]], stated: dict[tuple[str, str], int]
) -> None:
    frame = workforce([(code, month, count) for (code, month), count in stated.items()])
    paired = pair_workforce(asked(dates), frame)
    for (code, day), found in zip(dates, paired["workers"], strict=True):
        begun = [(month, n) for (c, month), n in stated.items() if c == code and month <= f"{day}"]
        assert found == max(begun)[1] if begun else pd.isna(found)
