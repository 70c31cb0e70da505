"""What was paid, to the rupiah, and what a sentence of the press can mean."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.benefits import Margin, check_average, margins, paid, per_thousand, whole_of
from cakupan.analytics.rounding import Rounded
from cakupan.analytics.tally import Tally
from cakupan.domain.regions import RegionDirectory


def printed(value: str, unit: str) -> Rounded:
    return Rounded(Decimal(value), Decimal(unit))


@pytest.fixture(scope="session")
def tally(directory: RegionDirectory) -> Callable[..., Tally]:
    def build(*rows: tuple[str, str, str, int]) -> Tally:
        frame = pd.DataFrame(rows, columns=["region_code", "period", "programme", "count"])
        frame = frame.astype({"region_code": "str", "period": "str", "programme": "str"})
        return Tally.of(frame.assign(sample=False), directory, by="programme", kinds=("JKK", "JKM"))

    return build


def test_bengkulu_paid_12_93_million_a_claim() -> None:
    average = Fraction(205_700_000_000, 15_908)
    assert f"{float(average) / 10**6:.2f}" == "12.93"
    check = check_average(
        printed("15908", "1"), printed("205700000000", "100000000"), printed("12930000", "10000")
    )
    assert check is not None
    assert (check.possible, check.as_printed) == (True, True)


def test_a_scholarship_was_3_92_million_a_child() -> None:
    check = check_average(
        printed("429", "1"), printed("1680000000", "10000000"), printed("3920000", "10000")
    )
    assert check is not None
    assert check.as_printed


@pytest.mark.parametrize(
    ("average", "possible", "as_printed"),
    [("12931000", True, True), ("12929000", True, False), ("13930000", False, False)],
)
def test_an_average_agrees_by_rounding_or_cannot_be(
    average: str, possible: bool, as_printed: bool
) -> None:
    check = check_average(
        printed("15908", "1"), printed("205700000000", "100000000"), printed(average, "1000")
    )
    assert check is not None
    assert (check.possible, check.as_printed) == (possible, as_printed)


def test_without_a_case_there_is_no_average() -> None:
    assert check_average(printed("0", "1"), printed("5", "1"), printed("5", "1")) is None


@given(st.integers(1, 10**5), st.integers(1, 10**12))
def test_exact_numbers_always_agree_with_their_own_average(cases: int, rupiah: int) -> None:
    average = Decimal(round(Fraction(rupiah, cases)))
    check = check_average(
        Rounded(Decimal(cases), Decimal(0)),
        Rounded(Decimal(rupiah), Decimal(0)),
        Rounded(average, Decimal(1)),
    )
    assert check is not None
    assert check.as_printed


def test_kinds_stand_beside_the_same_months_of_the_year_before(
    tally: Callable[..., Tally],
) -> None:
    cases = tally(
        ("36.71", "2025-01", "JKK", 12),
        ("36.71", "2025-01", "JKM", 3),
        ("36.71", "2024-01", "JKK", 10),
        ("36.71", "2024-01", "JKM", 0),
    )
    money = tally(("36.71", "2025-01", "JKK", 600), ("36.71", "2024-01", "JKK", 400))
    accident, death, whole = paid(cases, money, "36.71", now=["2025-01"], before=["2024-01"])
    assert (accident.average, accident.cases_growth) == (50, Fraction(1, 5))
    assert accident.rupiah_growth == Fraction(1, 2)
    assert (death.cases_growth, death.average) == (None, None)
    assert whole == whole_of((accident, death, whole))
    assert whole.cases_growth == Fraction(1, 2)
    assert per_thousand(whole.cases, 3_000) == 5
    assert per_thousand(None, 3_000) is None
    assert per_thousand(5, None) is None


def test_totals_that_somebody_stated_are_held_against_their_parts_on_both_margins(
    tally: Callable[..., Tally],
) -> None:
    cases = tally(
        ("17.01", "2025", "JKK", 3),
        ("17.01", "2025", "JKM", 1),
        ("17.01", "2025", "", 5),
        ("17.02", "2025", "JKK", 10),
        ("17.02", "2025", "JKM", 2),
        ("17", "2025", "JKK", 13),
        ("17", "2025", "JKM", 4),
    )
    found = margins(cases, "17", ["17.01", "17.02"], ["2025"])
    assert Margin("17", "JKK", 13, 13) in found
    assert Margin("17", "JKM", 4, 3) in found
    assert Margin("17.01", "", 5, 4) in found
    assert [one.agrees for one in found].count(False) == 2
