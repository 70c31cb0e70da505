"""Claims, scholarships, subsidies, targets and awards: what cannot be, and what is unlikely."""

from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.findings import Finding
from cakupan.domain.language import Language
from cakupan.domain.measures import Maturity, Measure, Unit
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference
from cakupan.texts import words
from etl.checks.battery import check_figures, related
from etl.sentences import sentence

UNITS = {
    Measure.CLAIMS: Unit.CASE,
    Measure.CLAIMS_IDR: Unit.IDR,
    Measure.SCHOLARSHIPS: Unit.CHILD,
    Measure.SCHOLARSHIPS_IDR: Unit.IDR,
    Measure.SUBSIDY_MONTHS: Unit.MONTH,
    Measure.SUBSIDY_IDR_A_MONTH: Unit.IDR,
    Measure.TARGET_COVERAGE: Unit.RATIO,
    Measure.AWARD_PLACE: Unit.PLACE,
    Measure.AWARD_ASSESSED_YEAR: Unit.YEAR,
}
PROGRAMMES = ("JKK", "JKM", "JHT", "JP", "JKP")
Check = Callable[..., list[Finding]]


def figure(
    measure: Measure,
    value: float | str,
    *,
    region: str = "17",
    period: str = "2024",
    rounding: str = "1",
    maturity: Maturity = Maturity.FINAL,
    sheet: str = "S",
    **key: str,
) -> Figure:
    return Figure(
        key=FigureKey(region, measure, Period(period), **{"publisher": "bpjs"} | key),
        value=Decimal(str(value)),
        unit=UNITS.get(measure, Unit.PERSON),
        rounding_unit=Decimal(rounding),
        maturity=maturity,
        sheet=sheet,
        cell="B2",
    )


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


def test_the_claims_and_scholarships_of_bengkulu_are_plausible(check: Check) -> None:
    facts = [
        figure(Measure.CLAIMS, 15_908),
        figure(Measure.CLAIMS_IDR, 205_700_000_000, rounding="100000000"),
        figure(Measure.SCHOLARSHIPS, 429),
        figure(Measure.SCHOLARSHIPS_IDR, 1_680_000_000, rounding="10000000"),
    ]
    assert codes(check(facts)) == []


@pytest.mark.parametrize("rupiah", [205_700_000, 205_700, 205_700_000_000_000])
def test_rupiah_in_another_unit_show_in_the_average(check: Check, rupiah: int) -> None:
    (told,) = check([figure(Measure.CLAIMS, 15_908), figure(Measure.CLAIMS_IDR, rupiah)])
    assert told.code == "average-implausible"
    assert told.details["average"] == round(Decimal(rupiah) / 15_908)


def test_cases_are_held_against_the_rupiah_that_are_current(check: Check) -> None:
    paid = figure(Measure.CLAIMS_IDR, 205_700_000, programme="JKK")
    told = check([figure(Measure.CLAIMS, 15_908, programme="JKK")], [paid])
    assert codes(told) == ["average-implausible"]
    assert codes(check([figure(Measure.CLAIMS, 15_908, programme="JKM")], [paid])) == []
    assert Measure.CLAIMS_IDR in related({Measure.CLAIMS})
    assert Measure.SCHOLARSHIPS in related({Measure.SCHOLARSHIPS_IDR})


def test_money_without_a_case_is_told_and_nothing_for_nothing_is_not(check: Check) -> None:
    assert codes(check([figure(Measure.CLAIMS, 0), figure(Measure.CLAIMS_IDR, 5)])) == [
        "money-for-nothing"
    ]
    assert codes(check([figure(Measure.CLAIMS, 0), figure(Measure.CLAIMS_IDR, 0)])) == []


@pytest.mark.parametrize(
    ("rupiah", "odd"),
    [(16_800, False), (8_400, False), (36_800, False), (201_600_000, True), (16, True)],
)
def test_a_contribution_is_that_of_one_worker_in_one_month(
    check: Check, rupiah: int, odd: bool
) -> None:
    found = codes(check([figure(Measure.SUBSIDY_IDR_A_MONTH, rupiah, period="2025-01")]))
    assert found == (["contribution-implausible"] if odd else [])


@pytest.mark.parametrize(
    ("months", "code"),
    [
        *((0, "months-impossible"), (25, "months-impossible")),
        *((13, "months-many"), (24, "months-many"), (1, None), (12, None)),
    ],
)
def test_contributions_are_paid_for_a_year_or_two_at_most(
    check: Check, months: int, code: str | None
) -> None:
    found = codes(check([figure(Measure.SUBSIDY_MONTHS, months, period="2025-01")]))
    assert found == ([code] if code else [])


def target(ratio: str, period: str, **other: object) -> Figure:
    key = {"group": "rpjmd", "programme": "eligible", "region": "36"}
    return figure(Measure.TARGET_COVERAGE, ratio, period=period, **key | other)


@pytest.mark.parametrize("ratio", ["0", "1.01", "65"])
def test_a_target_is_above_0_and_at_most_100_percent(check: Check, ratio: str) -> None:
    assert "target-impossible" in codes(check([target(ratio, "2030")]))
    assert codes(check([target("1", "2030")])) == []


def test_a_target_does_not_fall_from_year_to_year_in_its_framework(check: Check) -> None:
    (told,) = check([target("0.65", "2030"), target("0.61", "2032")])
    assert (told.code, told.details["period"], told.details["before"]) == (
        *("target-falls", "2032", "2030"),
    )
    assert codes(check([target("0.65", "2030"), target("0.61", "2032", group="perda")])) == []
    dropped = target("0.65", "2030", maturity=Maturity.RETIRED)
    assert codes(check([dropped, target("0.61", "2032")])) == []
    soon = target("0.70", "2025-11-27")
    assert codes(check([soon, target("0.65", "2030")])) == []


def test_years_and_regions_without_a_target_are_not_missing(check: Check) -> None:
    regions = ("36.01", "36.02", "36.03", "36.04", "36.71")
    assert (
        codes(
            check([target("0.5", year, region=one) for one in regions for year in ("2025", "2029")])
        )
        == []
    )


def test_programmes_stand_beside_their_sum_and_make_it_up(check: Check) -> None:
    parts = [figure(Measure.CLAIMS, 10, programme=one) for one in PROGRAMMES]
    assert codes(check([*parts, figure(Measure.CLAIMS, 50)])) == []
    for wrong in (49, 51):
        (told,) = check([*parts, figure(Measure.CLAIMS, wrong)])
        assert told.code == "programmes-differ"
        assert (told.details["stated"], told.details["summed"]) == (wrong, 50)


def test_a_rounded_sum_may_miss_by_its_rounding(check: Check) -> None:
    parts = [
        figure(Measure.CLAIMS_IDR, 1_000_000_000, rounding="1000000", programme=one)
        for one in PROGRAMMES
    ]
    whole = 5_002_000_000
    assert codes(check([*parts, figure(Measure.CLAIMS_IDR, whole, rounding="1000000")])) == []
    assert codes(check([*parts, figure(Measure.CLAIMS_IDR, whole)])) == []
    assert codes(check([*parts, figure(Measure.CLAIMS_IDR, 5_004_000_000)])) == [
        "programmes-differ"
    ]


def test_programmes_that_are_not_known_may_be_missing_from_a_sum_of_another_file(
    check: Check,
) -> None:
    jkk = figure(Measure.CLAIMS, 10, programme="JKK")
    assert codes(check([jkk], [figure(Measure.CLAIMS, 50)])) == []
    assert codes(check([figure(Measure.CLAIMS, 9)], [jkk])) == ["programmes-differ"]


def test_participants_are_members_of_several_programmes_and_claims_are_of_one(
    check: Check,
) -> None:
    members = [figure(Measure.PARTICIPANTS_ACTIVE, 100, programme=one) for one in PROGRAMMES]
    assert codes(check([*members, figure(Measure.PARTICIPANTS_ACTIVE, 100)])) == []
    claims = [
        figure(Measure.CLAIMS, 10, programme="JKK"),
        figure(Measure.CLAIMS, 500, programme="JHT"),
    ]
    assert codes(check(claims)) == []


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=5), st.integers(-3, 3))
def test_groups_may_leave_some_out_but_are_never_more_than_the_whole(
    reference: Reference, groups: list[int], difference: int
) -> None:
    whole = max(sum(groups) + difference, *groups)
    figures = [
        figure(Measure.VULNERABLE_WORKERS, people, group=f"kelompok_{place}")
        for place, people in enumerate(groups)
    ]
    figures.append(figure(Measure.VULNERABLE_WORKERS, whole))
    found = codes(check_figures(figures, [], reference.directory))
    assert found == (["groups-above-whole"] if sum(groups) > whole else [])


def test_no_more_vulnerable_workers_are_registered_than_there_are(check: Check) -> None:
    found = check(
        [figure(Measure.VULNERABLE_REGISTERED, 41_000), figure(Measure.VULNERABLE_WORKERS, 40_000)]
    )
    assert codes(found) == ["part-above-whole"]


def place(value: int, region: str, category: str = "kabkota", **key: str) -> Figure:
    return figure(Measure.AWARD_PLACE, value, region=region, group=category, period="2025", **key)


def test_two_winners_of_one_place_are_told_within_their_province(check: Check) -> None:
    first = place(1, "61.04")
    assert codes(check([first, place(1, "61.02")])) == ["place-twice"]
    for other in (
        *(place(2, "61.02"), place(1, "36.71")),
        *(place(1, "61.02", "desa"), place(1, "61.02", publisher="pemda")),
    ):
        assert codes(check([first, other])) == []


def test_a_better_place_of_a_part_is_nothing_that_a_province_has_to_exceed(check: Check) -> None:
    assert codes(check([place(1, "61", "provinsi"), place(3, "61.04", "provinsi")])) == []


def test_places_begin_at_one(check: Check) -> None:
    assert codes(check([place(0, "61.04")])) == ["place-impossible"]


@pytest.mark.parametrize(
    ("year", "odd"), [(2025, False), (2024, False), (2022, True), (2026, True)]
)
def test_an_award_is_for_the_year_before_or_so(check: Check, year: int, odd: bool) -> None:
    assessed = figure(
        Measure.AWARD_ASSESSED_YEAR, year, region="61.04", group="kabkota", period="2025"
    )
    assert codes(check([assessed])) == (["assessed-year-differs"] if odd else [])


def test_one_month_of_many_claims_is_no_slip_of_the_hand(check: Check) -> None:
    months = [42_000_000, 42_000_000_000, 42_000_000]
    paid = [
        figure(Measure.CLAIMS_IDR, amount, period=f"2024-0{month}", region="17.02")
        for month, amount in enumerate(months, start=1)
    ]
    assert set(codes(check(paid))) <= {"jump"}
