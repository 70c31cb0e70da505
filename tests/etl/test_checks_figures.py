"""Figures beside each other and beside what is current: what cannot be, and what is unlikely."""

from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.findings import Finding
from cakupan.domain.language import Language
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference
from cakupan.texts import words
from etl.checks.battery import check_figures, related
from etl.sentences import sentence

BANTEN = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")
PEOPLE = (500_000, 520_000, 1_600_000, 610_000, 940_000, 190_000, 310_000, 730_000)
Check = Callable[..., list[Finding]]


def figure(
    region: str,
    value: float,
    *,
    measure: Measure = Measure.EMPLOYED,
    period: str = "2025-08",
    rounding: int = 1,
    **key: object,
) -> Figure:
    ratio = measure is Measure.COVERAGE_PUBLISHED
    return Figure(
        key=FigureKey(region, measure, Period(period), **{"publisher": "bps"} | key),
        value=Decimal(str(value)),
        unit=Unit.RATIO if ratio else Unit.PERSON,
        rounding_unit=Decimal(rounding),
        maturity=Maturity.FINAL,
        sheet="S",
        cell="B2",
    )


def line(values: Iterable[float], period: str, **key: object) -> list[Figure]:
    """A figure for each region of Banten."""
    pairs = zip(BANTEN, values, strict=False)
    return [figure(code, value, period=period, **key) for code, value in pairs]


def years(region: str, *values: float, **key: object) -> list[Figure]:
    """A region's figures from August 2020 on."""
    return [
        figure(region, value, period=f"{2020 + place}-08", **key)
        for place, value in enumerate(values)
    ]


@pytest.fixture(scope="module")
def check(reference: Reference) -> Check:
    def run(figures: Iterable[Figure], current: Iterable[Figure] = ()) -> list[Finding]:
        findings = list(check_figures(list(figures), list(current), reference.directory))
        for one in findings:
            for language in Language:
                said = sentence(one, "b.xlsx", words(language))
                assert "{" not in said.message + said.fix
        return findings

    return run


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_more_employed_than_the_labour_force_is_told_at_the_part(check: Check) -> None:
    figures = [figure("36.03", 110), figure("36.03", 100, measure=Measure.LABOUR_FORCE)]
    (finding,) = check(figures)
    assert finding.code == "part-above-whole"
    assert (finding.details["part"], finding.details["part_count"]) == ("employed", 110)
    assert (finding.details["whole"], finding.details["whole_count"]) == ("labour_force", 100)


@pytest.mark.parametrize("part_is_current", [False, True])
def test_one_of_the_two_may_be_current_whichever_came_first(
    check: Check, *, part_is_current: bool
) -> None:
    part = figure("36.03", 110)
    whole = figure("36.03", 100, measure=Measure.LABOUR_FORCE)
    file, current = ([whole], [part]) if part_is_current else ([part], [whole])
    (finding,) = check(file, current)
    assert finding.code == "part-above-current"
    assert (finding.details["part"], finding.details["whole"]) == ("employed", "labour_force")


def test_the_files_own_number_counts_before_the_current_one(check: Check) -> None:
    whole = figure("36.03", 120, measure=Measure.LABOUR_FORCE)
    old = figure("36.03", 100, measure=Measure.LABOUR_FORCE)
    assert check([figure("36.03", 110), whole], [old]) == []


def test_other_regions_periods_and_publishers_are_not_compared(check: Check) -> None:
    part = figure("36.03", 110)
    others = [
        figure("36.04", 100, measure=Measure.LABOUR_FORCE),
        figure("36.03", 100, measure=Measure.LABOUR_FORCE, period="2024-08"),
        figure("36.03", 100, measure=Measure.LABOUR_FORCE, publisher="opendata_jabar"),
    ]
    assert check([part], others) == []


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ({"measure": Measure.PARTICIPANTS_ACTIVE}, {"measure": Measure.PARTICIPANTS_REGISTERED}),
        ({"measure": Measure.LABOUR_FORCE}, {"measure": Measure.WORKING_AGE}),
        ({"measure": Measure.UNEMPLOYED}, {"measure": Measure.LABOUR_FORCE}),
        ({"segment": Segment.PMI}, {}),
        ({"group": "formal"}, {}),
        (
            {"measure": Measure.PARTICIPANTS_ACTIVE, "programme": "JHT"},
            {"measure": Measure.PARTICIPANTS_ACTIVE, "programme": "JKK"},
        ),
        (
            {"measure": Measure.VULNERABLE_REGISTERED, "group": "nelayan"},
            {"measure": Measure.VULNERABLE_WORKERS, "group": "nelayan"},
        ),
    ],
)
def test_a_subset_never_exceeds_its_set(
    check: Check, part: dict[str, object], whole: dict[str, object]
) -> None:
    assert codes(check([figure("36.03", 11, **part), figure("36.03", 10, **whole)])) == [
        "part-above-whole"
    ]
    assert check([figure("36.03", 10, **part), figure("36.03", 10, **whole)]) == []


def test_a_kabupaten_never_exceeds_its_province(check: Check) -> None:
    peserta = Measure.PARTICIPANTS_ACTIVE
    part = figure("36.03", 2_800_000, measure=peserta, rounding=100_000)
    whole = figure("36", 2_730_000, measure=peserta, rounding=10_000)
    (finding,) = check([part], [whole])
    assert (finding.code, finding.details["whole_region"]) == ("part-above-current", "Banten")


@settings(deadline=None)
@given(st.integers(1, 10**6), st.sampled_from([1, 10, 1_000]), st.sampled_from([1, 10, 1_000]))
def test_rounded_numbers_may_cross_by_half_a_unit_each(
    reference: Reference, whole: int, first: int, second: int
) -> None:
    slack = sum(unit / 2 for unit in (first, second) if unit > 1)
    for above, told in ((slack, False), (slack + 1, True)):
        figures = [
            figure("36.03", whole + above, rounding=first),
            figure("36.03", whole, measure=Measure.LABOUR_FORCE, rounding=second),
        ]
        assert bool(list(check_figures(figures, (), reference.directory))) is told


def test_employed_and_unemployed_make_up_the_labour_force(check: Check) -> None:
    three = [
        figure("36.03", 100, measure=Measure.LABOUR_FORCE),
        figure("36.03", 90),
        figure("36.03", 9, measure=Measure.UNEMPLOYED),
    ]
    (finding,) = check(three[:1], three[1:])
    assert (finding.code, finding.details["difference"]) == ("labour-force-unbalanced", 1)
    assert codes(check(three)) == ["labour-force-unbalanced"]
    assert check([*three[:2], figure("36.03", 10, measure=Measure.UNEMPLOYED)]) == []


def test_rows_that_changed_places_are_told_although_the_sum_is_right(check: Check) -> None:
    now = list(PEOPLE)
    now[4], now[5], now[6] = PEOPLE[5], PEOPLE[6], PEOPLE[4]
    assert sum(now) == sum(PEOPLE)
    (finding,) = check(line(PEOPLE, "2024-08") + line(now, "2025-08"))
    assert (finding.code, finding.details["province"]) == ("rows-permuted", "Banten")
    assert finding.details["names"] == (
        "Kota Tangerang ← Kota Cilegon, Kota Cilegon ← Kota Serang, Kota Serang ← Kota Tangerang"
    )


def test_two_swapped_values_are_told_against_what_is_current(check: Check) -> None:
    now = [PEOPLE[1], PEOPLE[0], *PEOPLE[2:5], PEOPLE[6], PEOPLE[5], PEOPLE[7]]
    (finding,) = check(line(now, "2025-08"), line(PEOPLE, "2024-08"))
    # Two regions of nearly one size may change places unseen.
    assert (finding.code, finding.details["regions"]) == ("values-swapped", 2)


def test_a_digit_too_many_is_asked_about_where_both_neighbours_say_so(check: Check) -> None:
    (finding,) = check(years("36.03", 510_000, 5_230_000, 531_000))
    assert (finding.code, finding.details["likely"]) == ("digits-slipped", 523_000)
    # Without a later period it may be growth: it is a jump.
    assert codes(check(years("36.03", 510_000, 5_230_000))) == ["jump"]


def test_thousands_taken_for_units_need_one_neighbour(check: Check) -> None:
    (finding,) = check(years("36.03", 498_000, 510))
    assert (finding.code, finding.details["likely"]) == ("digits-slipped", 510_000)


def test_up_and_down_again_is_one_finding_at_the_middle(check: Check) -> None:
    (finding,) = check(years("36.03", 121_406, 49_002, 134_867))
    assert (finding.code, finding.details["count"]) == ("sawtooth", 49_002)


def test_a_jump_stands_out_of_what_others_did(check: Check) -> None:
    alone = line([PEOPLE[0] * 1.6, *PEOPLE[1:]], "2025-08")
    (finding,) = check(alone, line(PEOPLE, "2024-08"))
    assert (finding.code, finding.details["before_count"]) == ("jump", 500_000)
    everyone = line([1.6 * one for one in PEOPLE], "2025-08")
    assert check(everyone, line(PEOPLE, "2024-08")) == []


def test_few_people_jump_by_chance(check: Check) -> None:
    assert check(years("36.03", 40, 400, 30)) == []


def test_a_coverage_that_moves_by_more_than_ten_points_is_told(check: Check) -> None:
    kind = {"measure": Measure.COVERAGE_PUBLISHED}
    (finding,) = check(years("36.03", 0.60, 0.72, 0.79, **kind))
    assert (finding.code, finding.details["points"]) == ("coverage-jump", 12)


def test_a_coverage_above_all_is_noted_and_one_without_its_comma_refused(check: Check) -> None:
    kind = {"measure": Measure.COVERAGE_PUBLISHED}
    assert codes(check([figure("31", 1.478, **kind)])) == ["coverage-above-all"]
    (refused, _) = check([figure("31", 46.03, **kind)])
    assert (refused.code, refused.severity) == ("decimals-lost", "refuses")


def test_more_participants_than_workers_are_noted(check: Check) -> None:
    participants = figure("31", 7_498_532, measure=Measure.PARTICIPANTS_ACTIVE, period="2023-12")
    workers = figure("31", 5_072_737, period="2023-08")
    (finding,) = check([participants], [workers])
    assert (finding.code, finding.details["percent"]) == ("coverage-above-all", 148)


def test_full_counts_under_a_header_of_thousands_are_refused_once(check: Check) -> None:
    (finding,) = check(line([1_000 * one for one in PEOPLE], "2025-08"))
    assert (finding.code, finding.details["numbers"]) == ("too-many-people", 8)


def test_a_file_a_thousand_times_off_what_is_current_is_one_question(check: Check) -> None:
    (finding,) = check(line([one // 1_000 for one in PEOPLE], "2025-08"), line(PEOPLE, "2024-08"))
    assert (finding.code, finding.details["times"]) == ("unit-differs", 1_000)


def test_regions_that_are_missing_from_a_province_are_named(check: Check) -> None:
    findings = check(line(PEOPLE[:6], "2024-08") + line(PEOPLE[:6], "2025-08"))
    assert codes(findings) == ["regions-missing"]
    assert findings[0].details["names"] == "Kota Serang, Kota Tangerang Selatan"
    # A table of a few regions leaves none out.
    assert check(line(PEOPLE[:4], "2025-08")) == []


def test_a_year_left_out_and_an_old_file_are_noted(check: Check) -> None:
    series = [figure("36.03", 100, period=f"{year}-08") for year in (2014, 2015, 2017)]
    (gap,) = check(series)
    assert (gap.code, gap.details["years"]) == ("periods-missing", "2016")
    assert codes(check(series[:1], [figure("36.03", 100, period="2025-08")])) == ["period-old"]


def test_participants_on_another_basis_than_all_that_is_current_are_told(check: Check) -> None:
    kind = {"measure": Measure.PARTICIPANTS_ACTIVE}
    here = figure("36.03", 100, basis=Basis.DOMICILE, **kind)
    there = figure("36.04", 100, basis=Basis.REGISTRATION, **kind)
    assert codes(check([here], [there])) == ["basis-differs"]
    assert check([here], [there, figure("36.04", 100, basis=Basis.DOMICILE, **kind)]) == []


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            figure,
            st.sampled_from([*BANTEN, "36", "00", "11.01"]),
            st.integers(0, 10**12),
            measure=st.sampled_from(Measure),
            period=st.sampled_from(["2023", "2024-08", "2025-08", "2025-10-31"]),
            segment=st.sampled_from(Segment),
            rounding=st.sampled_from([1, 1_000]),
        ),
        max_size=12,
    ),
    st.integers(0, 12),
)
def test_whatever_the_figures_are_the_checks_end(
    reference: Reference, figures: list[Figure], known: int
) -> None:
    list(check_figures(figures[known:], figures[:known], reference.directory))


def test_what_is_related_holds_what_it_is_part_of() -> None:
    assert {Measure.LABOUR_FORCE, Measure.EMPLOYED} <= related({Measure.UNEMPLOYED})
    assert Measure.PARTICIPANTS_REGISTERED in related({Measure.PARTICIPANTS_INACTIVE})
    assert related({Measure.EMPLOYERS}) == {Measure.EMPLOYERS}
