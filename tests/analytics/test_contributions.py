"""What each part gave adds up to the change of the whole, exactly, also where a part lacks data."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.comparison import Comparison, Count, pooled
from cakupan.analytics.contributions import contributions
from cakupan.analytics.kinds import Change
from cakupan.analytics.rounding import Rounded
from cakupan.domain.records import replace

FIGURES = st.tuples(*[st.integers(0, 10**7), st.integers(1, 10**7)] * 2)


def exact(count: int) -> Rounded:
    return Rounded(Decimal(count), Decimal(0))


def moved(code: str, n0: int, d0: int, n1: int, d1: int) -> Comparison:
    return Comparison(code, Count(exact(n0), exact(d0)), Count(exact(n1), exact(d1)), ())


@given(figures=st.lists(FIGURES, min_size=1, max_size=12))
def test_contributions_of_all_parts_sum_to_the_change_of_the_whole(
    figures: list[tuple[int, int, int, int]],
) -> None:
    parts = [moved(str(place), *figure) for place, figure in enumerate(figures)]
    whole = pooled(parts)
    assert whole is not None
    assert whole.points is not None
    found = contributions(whole, parts)
    assert found is not None
    assert sum(one.points for one in found.known) == whole.points.points
    assert found.remainder == 0
    assert not found.missing
    d0, d1 = sum(each[1] for each in figures), sum(each[3] for each in figures)
    assert [one.points for one in found.known] == [
        Fraction(n1, d1) - Fraction(n0, d0) for n0, _, n1, _ in figures
    ]


@given(figures=st.lists(FIGURES, min_size=3, max_size=12), seed=st.randoms())
def test_the_order_and_the_names_of_parts_change_no_contribution(
    figures: list[tuple[int, int, int, int]], seed
) -> None:
    parts = [moved(str(place), *figure) for place, figure in enumerate(figures)]
    whole = pooled(parts)
    assert whole is not None
    found = contributions(whole, parts)
    renamed = [replace(part, region_code=f"x{part.region_code}") for part in parts]
    other = contributions(whole, seed.sample(renamed, len(renamed)))
    assert found is not None
    assert other is not None
    assert {f"x{one.region_code}": one.points for one in found.known} == {
        one.region_code: one.points for one in other.known
    }


@given(figures=st.lists(FIGURES, min_size=3, max_size=9))
def test_what_parts_without_data_gave_is_said_and_not_hidden(
    figures: list[tuple[int, int, int, int]],
) -> None:
    parts = [moved(str(place), *figure) for place, figure in enumerate(figures)]
    whole = pooled(parts)
    assert whole is not None
    assert whole.points is not None
    gone = replace(parts[0], before=Count(None, parts[0].before.workers))
    broken = replace(parts[1], changes=(Change.PARTICIPANTS_PUBLISHER,))
    found = contributions(whole, [gone, broken, *parts[2:]])
    assert found is not None
    assert found.missing == ("0",)
    assert found.broken == ("1",)
    assert sum(one.points for one in found.known) + found.remainder == whole.points.points


def test_without_a_change_of_the_whole_there_is_nothing_to_share() -> None:
    part = moved("a", 1, 2, 3, 4)
    assert contributions(replace(part, changes=(Change.WORKERS_PUBLISHER,)), [part]) is None
    assert contributions(replace(part, after=Count(exact(3), None)), [part]) is None


def test_a_workforce_from_another_source_in_a_part_does_not_take_its_participants_away() -> None:
    part = replace(moved("a", 1, 2, 3, 4), changes=(Change.WORKERS_PUBLISHER,))
    found = contributions(moved("all", 1, 2, 3, 4), [part])
    assert found is not None
    assert found.remainder == 0
    assert not found.broken
