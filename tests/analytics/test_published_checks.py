"""Published figures that cannot be true are found, and those that can are left in peace."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest

from cakupan.analytics.published_checks import (
    Check,
    Outcome,
    ratio_checks,
    subject_of,
    subset_checks,
    triple_checks,
    whole_checks,
)
from cakupan.domain.flags import Exclusion, FlagCode, FlagKey, FlagSeverity
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period


@dataclass(frozen=True)
class Stated:
    region_code: str
    measure: Measure
    value: Decimal
    rounding_unit: Decimal
    publisher: str = "portalkota"
    period: Period = Period("2025-11-27")  # noqa: RUF009  frozen, so shared safely
    segment: Segment = Segment.TOTAL
    group: str = ""
    citation: str = ""
    file_name: str = "angka_terbit.xlsx"
    sheet: str = "Angka terbit"
    cell: str = "I99"


def stated(region: str, measure: Measure, value: str, unit: str, **more: str) -> Stated:
    return Stated(region, measure, Decimal(value), Decimal(unit), **more)  # type: ignore[arg-type]


def banten(ratio: str) -> list[Stated]:
    return [
        stated("36", Measure.PARTICIPANTS_ACTIVE, "2730000", "10000"),
        stated("36", Measure.ELIGIBLE_WORKERS, "5920000", "10000"),
        stated("36", Measure.COVERAGE_PUBLISHED, ratio, "0.0001"),
    ]


def test_bantens_triple_agrees_by_rounding_only() -> None:
    [check] = triple_checks(banten("0.4603"))
    assert check.outcome is Outcome.BY_ROUNDING
    lowest, highest, least, most = check.numbers
    assert (round(float(lowest), 4), round(float(highest), 4)) == (0.4599, 0.4624)
    assert (round(float(least)), round(float(most), -2)) == (2_725_000, 2_727_600)
    assert check.flag is not None
    assert check.flag.severity is FlagSeverity.NOTE


@pytest.mark.parametrize(
    ("ratio", "code"),
    [("0.4611", None), ("0.4703", FlagCode.TRIPLE_IMPOSSIBLE)],
)
def test_a_triple_that_cannot_be_is_red_and_one_that_divides_is_not_flagged(
    ratio: str, code: FlagCode | None
) -> None:
    [check] = triple_checks(banten(ratio))
    assert (check.flag.key.code if check.flag else None) == code


def test_of_participants_by_office_and_by_residence_the_article_may_mean_either() -> None:
    lumajang = [
        stated("35.08", Measure.PARTICIPANTS_ACTIVE, "89266", "1"),
        stated("35.08", Measure.PARTICIPANTS_ACTIVE, "50098", "1"),
        stated("35.08", Measure.EMPLOYED, "555154", "1"),
        stated("35.08", Measure.COVERAGE_PUBLISHED, "0.1608", "0.0001"),
    ]
    [check] = triple_checks(lumajang)
    assert (check.outcome, check.flag) == (Outcome.CONSISTENT, None)
    assert check.others[0].value == 89_266


def against_banten(value: str, unit: str) -> list[Check]:
    told = [stated("36.03", Measure.PARTICIPANTS_ACTIVE, value, unit)]
    return whole_checks(
        told, whole_of=lambda code: code[:2], counted=lambda code, _: {"36": 2_727_000}[code]
    )


def test_kabupaten_tangerang_cannot_have_more_than_all_of_banten() -> None:
    [check] = against_banten("2800000", "100000")
    key = FlagKey(
        FlagCode.PART_ABOVE_WHOLE,
        "36.03",
        "2025-11-27",
        subject_of(Measure.PARTICIPANTS_ACTIVE, "portalkota"),
    )
    assert check.flag is not None
    assert (check.flag.key, check.flag.severity) == (key, FlagSeverity.RED)
    assert FlagCode(key.code).excludes is Exclusion.QUOTATION


def test_what_rounding_still_allows_is_not_impossible() -> None:
    assert against_banten("2600000", "100000") == []
    assert against_banten("2750000", "100000") == []


def test_registered_vulnerable_workers_are_never_more_than_all_of_them() -> None:
    right = [
        stated("36.71", Measure.VULNERABLE_REGISTERED, "16000", "1000"),
        stated("36.71", Measure.VULNERABLE_WORKERS, "40000", "10000"),
    ]
    assert subset_checks(right) == []
    wrong = [right[1], stated("36.71", Measure.VULNERABLE_REGISTERED, "46000", "1000")]
    [check] = subset_checks(wrong)
    assert check.flag is not None
    assert check.flag.key.code == FlagCode.SUBSET_ABOVE_SET


@pytest.mark.parametrize(
    ("ratio", "unit", "outcome", "base"),
    [
        ("0.4603", "0.0001", Outcome.NEAR, "eligible"),
        ("0.44", "0.01", Outcome.NEAR, "labour_force"),
        ("0.429", "0.001", Outcome.APART, "labour_force"),
    ],
)
def test_a_percentage_is_held_against_the_nearest_base(
    ratio: str, unit: str, outcome: Outcome, base: str
) -> None:
    computed: Mapping[str, Fraction] = {
        "eligible": Fraction(2_727_000, 5_924_400),
        "employed": Fraction(2_727_000, 5_755_926),
        "labour_force": Fraction(2_727_000, 6_168_282),
    }
    told = [stated("36", Measure.COVERAGE_PUBLISHED, ratio, unit)]
    [check] = ratio_checks(told, computed=lambda *_: computed)
    assert (check.outcome, check.base) == (outcome, base)
    assert (check.flag is None) == (outcome is Outcome.NEAR)


def test_where_nothing_is_computed_a_percentage_is_not_judged() -> None:
    told = [stated("36", Measure.COVERAGE_PUBLISHED, "0.4603", "0.0001")]
    assert ratio_checks(told, computed=lambda *_: {}) == []
