from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.what_if import Assumption, goal_month, what_if, workers_then
from cakupan.domain.periods import Period

OCTOBER = Period("2025-10")
BANTEN = (2_727_000, 5_924_400)


def assume(
    growth: str = "0", a_month: int = 0, year: int = 2030, ratio: str = "0.65"
) -> Assumption:
    return Assumption(Decimal(growth), a_month, year, Decimal(ratio))


def test_with_exactly_the_people_needed_a_month_the_goal_is_reached_in_time() -> None:
    needed = what_if(*BANTEN, period=OCTOBER, assumed=assume())
    assert (needed.needed, needed.months, needed.a_month) == (1_123_860, 62, 18_127)
    kept = what_if(*BANTEN, period=OCTOBER, assumed=assume(a_month=18_127))
    assert kept.arrives == Period("2030-12")
    assert kept.short <= 0
    late = what_if(*BANTEN, period=OCTOBER, assumed=assume(a_month=18_126))
    assert late.arrives == Period("2031-01")
    assert late.short == 1_123_860 - 62 * 18_126


def test_growth_of_one_and_a_half_percent_raises_the_need_by_a_quarter() -> None:
    answer = what_if(2_730_000, 5_920_000, period=Period("2025-12"), assumed=assume(growth="0.015"))
    assert answer.needed == 1_415_389
    assert answer.a_month == 23_590
    assert answer.workers == 5_920_000 * Fraction("1.015") ** 5


def test_without_additions_a_growing_workforce_lowers_coverage() -> None:
    answer = what_if(50, 100, period=OCTOBER, assumed=assume(growth="0.1", year=2027, ratio="0.6"))
    assert answer.line == (
        (2025, Fraction(1, 2)),
        (2026, Fraction(50, 110)),
        (2027, Fraction(50, 121)),
    )
    assert answer.arrives is None
    assert answer.short == 23


def test_a_year_that_is_over_needs_no_months_and_tells_what_was_missing() -> None:
    answer = what_if(40, 100, period=OCTOBER, assumed=assume(a_month=5, year=2024, ratio="0.5"))
    assert (answer.needed, answer.months, answer.a_month) == (10, 0, None)
    assert answer.arrives == Period("2025-12")
    assert answer.coverage == Fraction(2, 5)


def test_what_is_reached_already_is_reached_now_though_growth_may_undo_it() -> None:
    answer = what_if(65, 100, period=OCTOBER, assumed=assume(growth="0.05"))
    assert answer.arrives == OCTOBER
    assert answer.needed == 18


def test_the_workforce_grows_in_january_and_not_before() -> None:
    assumed = assume(growth="0.1", a_month=1, ratio="0.5")
    assert workers_then(100, period=OCTOBER, assumed=assumed, year=2025) == 100
    assert workers_then(100, period=OCTOBER, assumed=assumed, year=2026) == 110
    assert goal_month(48, 100, period=OCTOBER, assumed=assumed) == Period("2025-12")
    assert goal_month(47, 100, period=OCTOBER, assumed=assumed) == Period("2026-06")


@given(
    st.tuples(st.integers(0, 10_000), st.integers(1, 10_000)),
    st.integers(1, 12),
    st.integers(0, 200),
    st.integers(-30, 50),
    st.integers(1, 1100),
)
def test_the_month_of_arrival_is_the_first_in_which_enough_take_part(
    counts: tuple[int, int], month: int, a_month: int, growth: int, ratio: int
) -> None:
    participants, workers = counts
    period = Period.of_month(2025, month)
    assumed = Assumption(Decimal(growth) / 1000, a_month, 2030, Decimal(ratio) / 1000)

    def reached(year: int, months: int) -> bool:
        base = workers_then(workers, period=period, assumed=assumed, year=year)
        return participants + a_month * months >= Fraction(assumed.ratio) * base

    months = [(period.year + (month - 1 + ahead) // 12, ahead) for ahead in range(12 * 20)]
    first = next((year * 12 + (month - 1 + m) % 12 for year, m in months if reached(year, m)), None)
    found = goal_month(participants, workers, period=period, assumed=assumed)
    if first is None:
        assert found is None or found.year >= period.year + 19
    else:
        assert found is not None
        assert found.year * 12 + (found.month or 0) - 1 == first
