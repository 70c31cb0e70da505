from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.rounding import Agreement, Rounded, consistency, growth_bounds


def printed(value: str, unit: str) -> Rounded:
    return Rounded(Decimal(value), Decimal(unit))


def test_from_2_6_to_2_8_million_is_7_7_percent_and_anything_from_3_8_to_11_8() -> None:
    bounds = growth_bounds(printed("2600000", "100000"), printed("2800000", "100000"))
    assert bounds is not None
    assert [f"{float(value):+.1%}" for value in (bounds.growth, bounds.low, bounds.high)] == [
        "+7.7%",
        "+3.8%",
        "+11.8%",
    ]


def test_a_figure_that_may_be_zero_bounds_no_growth() -> None:
    assert growth_bounds(printed("0", "1"), printed("5", "1")) is None


def test_bantens_published_triple_agrees_by_rounding_and_narrows_the_participants() -> None:
    found = consistency(
        printed("2730000", "10000"), printed("5920000", "10000"), printed("0.4603", "0.0001")
    )
    assert found is not None
    assert found.agreement is Agreement.BY_ROUNDING
    assert f"{float(found.lowest):.2%}" == "45.99%"
    assert f"{float(found.highest):.2%}" == "46.24%"
    assert found.implied_participants is not None
    low, high = found.implied_participants
    assert (float(low), round(high)) == (2_725_000, 2_727_574)


def test_exact_counts_that_divide_to_the_percentage_are_consistent() -> None:
    found = consistency(
        printed("2727000", "1"), printed("5924400", "1"), printed("0.4603", "0.0001")
    )
    assert found is not None
    assert found.agreement is Agreement.CONSISTENT


def test_a_percentage_out_of_reach_is_impossible_and_implies_nobody() -> None:
    found = consistency(
        printed("2730000", "10000"), printed("5920000", "10000"), printed("0.4290", "0.0001")
    )
    assert found is not None
    assert (found.agreement, found.implied_participants) == (Agreement.IMPOSSIBLE, None)


def test_a_workforce_that_may_be_zero_answers_nothing() -> None:
    assert consistency(printed("1", "1"), printed("0", "0"), printed("0.5", "0.01")) is None


@given(st.integers(1, 10**7), st.integers(10**4, 10**7), st.sampled_from([1, 100, 1_000, 10_000]))
def test_figures_rounded_from_one_truth_are_never_called_impossible(
    participants: int, workers: int, unit: int
) -> None:
    def shown(value: Fraction, step: Decimal) -> Rounded:
        return Rounded(round(value / Fraction(step)) * step, step)

    truth = Fraction(participants, workers)
    counts = [shown(Fraction(n), Decimal(unit)) for n in (participants, workers)]
    found = consistency(*counts, shown(truth, Decimal("0.0001")))
    assert found is not None
    assert found.agreement is not Agreement.IMPOSSIBLE
    assert found.implied_participants is not None
    low, high = found.implied_participants
    assert low <= participants <= high


@given(st.integers(1, 10**7), st.integers(0, 10**7), st.sampled_from([0, 1, 100]))
def test_growth_lies_within_its_bounds(before: int, after: int, unit: int) -> None:
    bounds = growth_bounds(
        Rounded(Decimal(before), Decimal(unit)), Rounded(Decimal(after), Decimal(unit))
    )
    if bounds is not None:
        assert bounds.low <= bounds.growth <= bounds.high
