"""What a careful clerk would make of each of the 28 real spreadsheets, with figures read by hand.

The sheets are not part of the repository: CAKUPAN_SPECIMENS names their folder. Expected outcomes
that were judged otherwise than the list beside the sheets says:

- 04: the list says that the file's name claims labour force 2021-2025. The file here has another
  name, which claims nothing, so there is nothing to note.
- 28 and 29: split by education and by age. Groups of unemployed are no figures of ours, and a sum
  over age groups would be ours, not the publisher's: refused with the reason.
- 42 holds 514 kabupaten/kota, but rates and indices only: not ours, so its year is not asked.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cakupan.domain.reference import Reference
from etl.dry_run import DryRun, Status, dry_run
from etl.families import Families

SHEETS = os.environ.get("CAKUPAN_SPECIMENS")
pytestmark = pytest.mark.skipif(
    not SHEETS, reason="CAKUPAN_SPECIMENS is not set: the real spreadsheets are not here"
)
Cell = tuple[str, str, str]
Check = Callable[..., DryRun]


@dataclass(frozen=True)
class Ours:
    """A file that loads: its size, figures read by hand, findings that must be among its own."""

    figures: int
    regions: int
    values: Mapping[Cell, int]
    findings: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=dict)


OURS = {
    "01": Ours(
        figures=76,
        regions=38,
        values={
            ("labour_force", "35.01", "2025-08"): 392394,
            ("employed", "35.01", "2025-08"): 386904,
            ("labour_force", "35.05", "2025-08"): 773434,
            ("employed", "35.78", "2025-08"): 1561997,
            ("employed", "35.79", "2025-08"): 137462,
        },
        findings=frozenset({"table-number-differs", "detail-not-read", "not-ours"}),
    ),
    "03": Ours(
        figures=237,
        regions=39,
        answers={"region": "35"},
        values={
            ("employed", "35.01", "2023-08"): 387501,
            ("employed", "35.01", "2025-08"): 386904,
            ("unemployed", "35.78", "2025-08"): 79432,
            ("labour_force", "35", "2025-08"): 24761734,
            ("unemployed", "35", "2023-08"): 1165587,
        },
        findings=frozenset({"not-ours", "month-declared"}),
    ),
    "11": Ours(
        figures=4112,
        regions=514,
        values={
            ("labour_force", "36.03", "2025-08"): 1728942,
            ("labour_force", "11.09", "2018-08"): 40897,
            # The permuted rows of 2020 are loaded as they stand, and told.
            ("labour_force", "35.78", "2020-08"): 69920,
        },
        findings=frozenset({"month-declared"}),
    ),
    "12": Ours(
        figures=4112,
        regions=514,
        values={
            ("unemployed", "36.03", "2025-08"): 102715,
            ("unemployed", "11.09", "2018-08"): 2026,
        },
        findings=frozenset({"total-differs"}),
    ),
    "13": Ours(
        figures=4110,
        regions=514,
        values={
            ("working_age", "36.03", "2025-08"): 2609232,
            ("working_age", "11.09", "2018-08"): 63531,
        },
        findings=frozenset({"total-differs"}),
    ),
    "14": Ours(
        figures=4112,
        regions=514,
        values={
            ("employed", "36.03", "2025-08"): 1626227,
            ("employed", "11.09", "2018-08"): 38871,
            ("employed", "35.78", "2020-08"): 1427668,
        },
        findings=frozenset({"zero-kept"}),
    ),
    "24": Ours(
        figures=292,
        regions=27,
        values={("employed", "32.01", "2011-08"): 1852165, ("employed", "32.79", "2022-08"): 89588},
        findings=frozenset({"zero-is-missing", "measure-from-file-name"}),
    ),
    "40": Ours(
        figures=14,
        regions=1,
        answers={"region": "31"},
        values={
            ("labour_force", "31", "2006"): 4121800,
            ("labour_force", "31", "2012"): 5368600,
            ("employed", "31", "2008"): 4192000,
        },
        findings=frozenset({"not-ours"}),
    ),
}
# The topics that must be named, and the findings beside them.
NOT_OURS = {
    "04": ({"status"}, set()),
    "06": ({"job_seekers"}, set()),
    "07": ({"participation_rate"}, set()),
    "09": ({"age"}, set()),
    "15": ({"unemployment_rate"}, set()),
    "17": ({"violence", "job_seekers", "religion", "schools", "health", "wage", "crime"}, set()),
    "19": ({"poverty"}, set()),
    "20": ({"region_list"}, set()),
    "21": ({"poverty"}, set()),
    "25": ({"unemployment_rate"}, set()),
    "26": ({"unemployment_rate"}, {"rate-impossible"}),
    "28": ({"education"}, set()),
    "29": ({"age"}, set()),
    "30": ({"pandemic"}, set()),
    "33": ({"unemployment_rate"}, set()),
    "34": ({"unemployment_rate"}, set()),
    "36": ({"poverty"}, set()),
    "38": ({"region_list"}, set()),
    "42": ({"poverty"}, set()),
}


@pytest.fixture
def check(reference: Reference, families: Families) -> Check:
    def run(number: str, answers: Mapping[str, str] | None = None) -> DryRun:
        (path,) = Path(SHEETS or "").glob(f"{number}_*")
        return dry_run(path, reference, families, None, answers=answers)

    return run


@pytest.mark.parametrize("number", sorted(OURS))
def test_a_table_of_ours_gives_its_figures(check: Check, number: str) -> None:
    expected = OURS[number]
    run = check(number, expected.answers)
    held = {
        (one.key.measure.value, one.key.region_code, one.key.period.text): one.value
        for one in run.figures
    }
    assert run.status is Status.READY
    assert (len(run.figures), run.regions) == (expected.figures, expected.regions)
    assert {cell: held[cell] for cell in expected.values} == expected.values
    assert expected.findings <= {finding.code for finding in run.findings}


@pytest.mark.parametrize("number", sorted(NOT_OURS))
def test_a_table_of_another_subject_is_named_and_left(check: Check, number: str) -> None:
    topics, beside = NOT_OURS[number]
    run = check(number)
    named = [one for one in run.findings if one.code == "not-ours"]
    assert (run.status, run.figures, run.questions) == (Status.REFUSED, (), ())
    assert topics <= {one.details["topic"] for one in named}
    assert beside <= {one.code for one in run.findings}


def test_every_file_of_the_folder_has_its_outcome() -> None:
    files = {path.name[:2] for path in Path(SHEETS or "").glob("[0-9]*")}
    assert files == {*OURS, *NOT_OURS, "23"}


def test_an_empty_frameset_is_refused(check: Check) -> None:
    run = check("23")
    assert [one.code for one in run.findings] == ["frameset-empty"]


def test_a_summary_of_a_province_waits_for_its_region_and_holds_nothing_up(check: Check) -> None:
    run = check("03")
    (question,) = run.questions
    assert (run.status, len(run.figures)) == (Status.READY, 228)
    assert (question.id, question.sheet, question.needed) == ("region", "Ringkasan_Prov", False)
    assert [choice.value for choice in question.choices] == ["35"]


def test_a_region_in_the_name_of_a_file_is_offered_and_not_taken(check: Check) -> None:
    run = check("40")
    (question,) = run.questions
    assert (run.status, run.figures) == (Status.QUESTION, ())
    assert [choice.value for choice in question.choices] == ["31"]


def test_zeros_of_regions_that_were_not_surveyed_are_missing(check: Check) -> None:
    held = {(one.key.region_code, one.key.period.text) for one in check("24").figures}
    assert ("32.73", "2013-08") not in held
    assert ("32.18", "2014-08") not in held
    assert not [period for _, period in held if period.startswith("2016")]


def test_damage_in_a_table_that_is_not_ours_is_told(check: Check) -> None:
    (rates,) = [one for one in check("26").findings if one.code == "rate-impossible"]
    assert (rates.details["impossible"], rates.details["counted"]) == (344, 369)
    solok = [one for one in check("17").findings if one.code == "region-ambiguous"]
    assert {one.value for one in solok} == {"Solok"}
    assert {one.severity.value for one in solok} == {"warns"}


def test_provinces_of_the_national_tables_are_checks_and_no_figures(check: Check) -> None:
    run = check("14")
    sums: dict[str, int] = {}
    for one in run.figures:
        if one.key.period.text == "2025-08":
            province = one.key.region_code[:2]
            sums[province] = sums.get(province, 0) + int(one.value)
    assert all("." in one.key.region_code for one in run.figures)
    assert sums["36"] == 5755926
    assert sum(int(one.value) for one in run.figures if one.key.period.year == 2018) == 126282186
    assert "total-differs" not in {one.code for one in run.findings}
