"""Tables by themselves: margins, lost thousands, corrections on record, and what is hidden."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.records import replace
from cakupan.domain.reference import Reference
from etl.checks.thousands import mended
from etl.corrections import Correction
from etl.dry_run import dry_run
from etl.examination import Examination, examine
from etl.families import Families
from etl.readers import CellValue, Sheet, Workbook
from etl.vocabulary import Role

SAID = (("Ukuran", "Penduduk bekerja"), ("Satuan", "orang"))
HEADER = ("Kode", "Tahun", "jk_lk", "jk_pr", "Nilai")
CODES = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")
Row = Sequence[CellValue]
Rows = Sequence[Row]
Look = Callable[..., Examination]


def examined(rows: Rows, reference: Reference, families: Families, **sheet: object) -> Examination:
    cells = tuple(tuple(row) for row in rows)
    book = Workbook("b.xlsx", "", "xlsx", (replace(Sheet("S", cells), **sheet),))
    return examine(book, "b.xlsx", reference=reference, families=families)


@pytest.fixture(scope="module")
def look(reference: Reference, families: Families) -> Look:
    return lambda rows, **sheet: examined((*SAID, *rows), reference, families, **sheet)


def of(code: str, examination: Examination) -> list[Finding]:
    return [finding for finding in examination.findings if finding.code == code]


def by_sex(year: int, men: Row, women: Row) -> list[list[CellValue]]:
    """A row for each region, whose total is right: 1000 men and 500 women more for each."""
    return [
        [code, year, men[place], women[place], 1_500 * (place + 1)]
        for place, code in enumerate(CODES)
    ]


MEN = [1_000 * (place + 1) for place in range(8)]
WOMEN = [500 * (place + 1) for place in range(8)]


def test_columns_that_add_up_to_the_total_are_its_parts_and_are_not_told(look: Look) -> None:
    found = look([HEADER, *by_sex(2024, MEN, WOMEN)])
    assert len(found.figures) == 8
    assert {finding.code for finding in found.findings} == {"column-not-read"}


def test_a_period_whose_rows_do_not_add_up_is_told_once(look: Look) -> None:
    wrong = by_sex(2025, MEN, [*WOMEN[:6], 3_600, 3_990])
    (finding,) = of("margin-differs", look([HEADER, *by_sex(2024, MEN, WOMEN), *wrong]))
    assert (finding.cell, finding.details["period"]) == ("E18", "2025")
    assert (finding.details["broken"], finding.details["rows"]) == (2, 8)
    assert finding.details["names"] == "Kota Serang, Kota Tangerang Selatan"


def test_columns_that_belong_to_other_rows_are_told_as_shifted(look: Look) -> None:
    shifted = by_sex(2025, MEN[3:] + MEN[:3], WOMEN[3:] + WOMEN[:3])
    found = look([HEADER, *by_sex(2023, MEN, WOMEN), *by_sex(2024, MEN, WOMEN), *shifted])
    (finding,) = of("columns-shifted", found)
    assert (finding.details["broken"], finding.details["above"]) == (8, 5)
    assert finding.details["columns"] == "jk_lk, jk_pr"


def test_columns_that_never_add_up_are_no_parts(look: Look) -> None:
    found = look([HEADER, *by_sex(2025, MEN, MEN)])
    assert not of("margin-differs", found) + of("columns-shifted", found)


def test_rounded_survey_counts_may_miss_their_total_by_one(look: Look) -> None:
    assert not of("margin-differs", look([HEADER, *by_sex(2025, MEN, [*WOMEN[:7], 4_001])]))


def test_thousands_are_mended_where_the_sum_of_the_row_proves_it(look: Look) -> None:
    found = look([HEADER, ["36.03", 2025, 528, 1.498, 2.026]])
    mendings = [
        (one.cell, one.value, one.details["count"]) for one in of("thousands-mended", found)
    ]
    assert mendings == [("D4", "1.498", 1498), ("E4", "2.026", 2026)]
    assert [int(figure.value) for figure in found.figures] == [2026]


def test_thousands_that_no_sum_proves_stay_as_they_are(look: Look) -> None:
    found = look([HEADER, ["36.03", 2025, 528, 1.498, 2.027]])
    assert not of("thousands-mended", found)
    assert of("number-fraction", found)
    assert found.figures == ()


def test_segments_are_mended_by_their_sum(look: Look) -> None:
    found = look([("Kode", "Tahun", "PU", "BPU", "Jumlah"), ["36.03", 2025, 528, 1.498, 2026]])
    assert {int(figure.value) for figure in found.figures} == {528, 1498}


def test_thousands_of_people_are_no_damage(reference: Reference, families: Families) -> None:
    said = (("Ukuran", "Penduduk bekerja"), ("Satuan", "ribu orang"))
    rows = [*said, HEADER, ["36.03", 2025, 0.528, 1.498, 2.026]]
    found = examined(rows, reference, families)
    assert [int(figure.value) for figure in found.figures] == [2026]
    assert not of("thousands-mended", found)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**7), min_size=2, max_size=6))
def test_what_is_proven_is_mended_to_the_last_person(
    reference: Reference, families: Families, parts: list[int]
) -> None:
    damaged = [one / 1_000 if one >= 1_000 else one for one in (*parts, sum(parts))]
    header = ("Kode", "Tahun", *(f"ku_{place}" for place in range(len(parts))), "Nilai")
    rows = [*SAID, header, ["36.03", 2025, *damaged]]
    found = examined(rows, reference, families)
    # Where every thousand was a round one, nothing is left that a sum could prove.
    values = [int(figure.value) for figure in found.figures]
    assert set(values) <= {sum(parts), *(int(one) for one in damaged if one == int(one))}


@given(st.integers(1, 10**9))
def test_a_thousand_is_mended_and_nothing_else(number: int) -> None:
    assert mended(float(number)) == number
    assert mended(number / 1_000) in {float(number), number / 1_000}
    assert mended(0.12345) == 0.12345


def test_rows_columns_and_sheets_that_are_hidden_are_told(look: Look) -> None:
    found = look(
        [HEADER, *by_sex(2025, MEN, WOMEN)],
        hidden=True,
        hidden_rows=((3, 4), (100, 200)),
        hidden_columns=((2, 3),),
    )
    told = {one.code: one.details.get("count") for one in found.findings if "hidden" in one.code}
    assert told == {"sheet-hidden": None, "rows-hidden": 2, "columns-hidden": 2}


def test_numbers_longer_than_excel_keeps_are_told_once_a_column(look: Look) -> None:
    rows = [["36.03", 2025, 3_603_010_101_010_001, 1, 5], ["36.04", 2025, 3.6e15, 1, 6]]
    (finding,) = of("digits-lost", look([HEADER, *rows]))
    assert (finding.cell, finding.details["count"]) == ("C4", 2)


FAULT = Correction(
    id="uji",
    family="umum",
    rows={Role.REGION_CODE: "36 71"},
    column=Role.REGION_NAME,
    wrong="tangerangg",
    right="Kota Tangerang",
    why_id="Ditulis salah",
    why_en="Written wrongly",
    told="",
    since=date(2026, 1, 1),
)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Tangerangg", "correction-applied"), ("Kota Tangerang", "correction-not-needed")],
)
def test_a_correction_is_applied_or_says_that_it_is_not_needed(
    reference: Reference, families: Families, name: str, code: str
) -> None:
    rows = [*SAID, ("Kode", "Kabupaten/Kota", "2025"), ("36.71", name, 7), ("36.72", "Cilegon", 8)]
    found = examined(rows, reference, replace(families, corrections=(FAULT,)))
    (finding,) = [one for one in found.findings if one.code.startswith("correction")]
    assert (finding.code, finding.cell, finding.value) == (code, "B4", name)
    assert finding.details["corrected"] == "Kota Tangerang"
    assert [figure.key.region_code for figure in found.figures] == ["36.71", "36.72"]


def test_a_correction_of_rows_or_families_that_are_not_there_is_silent(
    reference: Reference, families: Families
) -> None:
    rows = [*SAID, ("Kode", "Kabupaten/Kota", "2025"), ("36.72", "Cilegon", 8)]
    for fault in (FAULT, replace(FAULT, family="lain", rows={Role.REGION_CODE: "36 72"})):
        found = examined(rows, reference, replace(families, corrections=(fault,)))
        assert found.findings == ()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("#REF!", "cell-error"),
        ("#DIV/0!", "cell-error"),
        ("#N/A", "cell-error"),
        ("#NAME?", "cell-error"),
        ("=B3+B4", "formula-without-value"),
        (date(2025, 9, 5), "number-became-date"),
        ("5-9", "number-unreadable"),
        ("#12", "number-unreadable"),
    ],
)
def test_what_stands_where_a_number_belongs_is_named_with_its_cell(
    look: Look, cell: CellValue, code: str
) -> None:
    found = look([("Kode", "2025"), ("36.01", 7), ("36.02", cell)])
    (finding,) = found.findings
    assert (finding.code, finding.cell, finding.severity) == (code, "B5", Severity.REFUSES)


def test_an_error_where_a_region_belongs_is_one_too(look: Look) -> None:
    found = look([("Kabupaten/Kota", "2025"), ("Kab. Lebak", 7), ("#REF!", 8)])
    assert [(one.code, one.cell) for one in found.findings] == [("cell-error", "A5")]


def test_errors_and_formulas_of_a_real_workbook_are_found_at_their_cells(
    write_book: Callable[..., Path], reference: Reference, families: Families
) -> None:
    rows = [*SAID, ("Kode", "2025"), ("36.01", "=1+1"), ("36.02", "#DIV/0!"), ("36.03", 9)]
    run = dry_run(write_book("b.xlsx", {"S": rows}), reference, families, None)
    assert {(one.code, one.cell, one.value) for one in run.findings} == {
        ("formula-without-value", "B4", "=1+1"),
        ("cell-error", "B5", "#DIV/0!"),
    }


@pytest.mark.parametrize("year", [2017, 2017.0, "2017", "2017.0", "2017,0", " 2017 "])
def test_a_year_is_read_however_a_spreadsheet_keeps_it(look: Look, year: CellValue) -> None:
    long = look([("Kode", "Tahun", "Nilai"), ("36.01", year, 7)])
    wide = look([("Kode", year), ("36.01", 7)])
    for found in (long, wide):
        assert [one.key.period.text for one in found.figures] == ["2017"], found.findings
