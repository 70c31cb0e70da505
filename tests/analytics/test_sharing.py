from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.cost import cost_to_close
from cakupan.analytics.gaps import people_needed, workers_after
from cakupan.analytics.sharing import Aim, Part, Rule, share_out, split_need

STILL = Aim(Decimal("0.5"), Decimal(0), 5)
PARTS = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=1, max_size=12
).map(lambda rows: [Part(f"36.{code:02d}", *row) for code, row in enumerate(rows)])
AIMS = st.builds(
    Aim,
    st.integers(1, 1100).map(lambda thousandths: Decimal(thousandths) / 1000),
    st.integers(-30, 50).map(lambda thousandths: Decimal(thousandths) / 1000),
    st.integers(0, 20),
)


def need_of(parts: list[Part], aim: Aim) -> int:
    workers = workers_after(sum(part.workers for part in parts), growth=aim.growth, years=aim.years)
    return people_needed(sum(part.participants for part in parts), workers, ratio=aim.ratio)


def test_the_largest_remainders_get_the_last_people() -> None:
    weights = {"a": Fraction(1), "b": Fraction(1), "c": Fraction(1)}
    assert share_out(7, weights) == {"a": 3, "b": 2, "c": 2}
    assert share_out(10, {"a": Fraction(1, 2), "b": Fraction(3, 10), "c": Fraction(1, 5)}) == {
        "a": 5,
        "b": 3,
        "c": 2,
    }


def test_nothing_is_shared_by_nothing_and_something_is_not() -> None:
    assert share_out(0, {"a": Fraction(0)}) == {"a": 0}
    with pytest.raises(ValueError, match="nothing to share by"):
        share_out(1, {"a": Fraction(0)})


def test_by_the_gap_whoever_is_past_the_aim_brings_nobody() -> None:
    parts = [Part("a", 60, 100), Part("b", 20, 100), Part("c", 40, 100)]
    need = need_of(parts, STILL)
    assert need == 30
    assert split_need(need, parts, rule=Rule.GAP, aim=STILL) == {"a": 0, "b": 23, "c": 7}


def test_where_nobody_is_past_the_aim_each_closes_its_own_gap() -> None:
    parts = [Part("a", 10, 100), Part("b", 20, 100)]
    assert split_need(70, parts, rule=Rule.GAP, aim=STILL) == {"a": 40, "b": 30}


def test_by_the_workforce_the_larger_brings_more() -> None:
    parts = [Part("a", 10, 100), Part("b", 20, 300)]
    assert split_need(170, parts, rule=Rule.WORKFORCE, aim=STILL) == {"a": 43, "b": 127}


def test_equal_effort_is_equal_points_for_everybody() -> None:
    aim = Aim(Decimal("0.5"), Decimal("0.1"), 1)
    parts = [Part("a", 10, 100), Part("b", 60, 200)]
    need = need_of(parts, aim)
    shares = split_need(need, parts, rule=Rule.EFFORT, aim=aim)
    rises = {
        part.code: Fraction(part.participants + shares[part.code]) / aim.workers(part)
        - Fraction(part.participants, part.workers)
        for part in parts
    }
    assert sum(shares.values()) == need == 95
    assert float(rises["a"]) == pytest.approx(float(rises["b"]), abs=0.01)


def test_while_the_workforce_stays_equal_points_are_the_workforce_rule() -> None:
    parts = [Part("a", 10, 100), Part("b", 20, 300)]
    by_effort = split_need(170, parts, rule=Rule.EFFORT, aim=STILL)
    assert by_effort == split_need(170, parts, rule=Rule.WORKFORCE, aim=STILL)


@given(PARTS, AIMS, st.sampled_from(Rule))
def test_the_shares_of_a_need_sum_to_it_to_the_last_person(
    parts: list[Part], aim: Aim, rule: Rule
) -> None:
    need = need_of(parts, aim)
    shares = split_need(need, parts, rule=rule, aim=aim)
    assert sum(shares.values()) == need
    assert set(shares) == {part.code for part in parts}
    assert min(shares.values()) >= 0


@given(PARTS, AIMS, st.sampled_from(Rule), st.randoms())
def test_the_order_of_the_parts_changes_nobodys_share(
    parts: list[Part], aim: Aim, rule: Rule, random
) -> None:
    shuffled = random.sample(parts, len(parts))
    need = need_of(parts, aim)
    assert split_need(need, parts, rule=rule, aim=aim) == split_need(
        need, shuffled, rule=rule, aim=aim
    )


@given(st.integers(0, 10**7), st.lists(st.integers(1, 10**6), min_size=1, max_size=40))
def test_no_share_is_a_whole_person_away_from_its_exact_part(
    total: int, weights: list[int]
) -> None:
    by_code = {f"{code:03d}": Fraction(weight) for code, weight in enumerate(weights)}
    for code, share in share_out(total, by_code).items():
        assert abs(share - total * by_code[code] / sum(weights)) < 1


def test_five_thousand_people_for_a_year_cost_about_a_billion_rupiah() -> None:
    assert cost_to_close(5_000, contribution=16_800, months=12) == 1_008_000_000
    assert cost_to_close(0, contribution=16_800, months=12) == 0
