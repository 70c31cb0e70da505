"""Sample workbooks on disk: the same bytes every time, and pleasant to open."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from cakupan.domain.sheets import SampleBook, SampleSheet, SheetColumn
from cakupan.exports.sample_workbooks import write_samples
from cakupan.storage.reference import read_reference
from etl.samples import build_samples

ROOT = Path(__file__).resolve().parents[2]
COMMITTED = ROOT / "data" / "samples"

SHEET = SampleSheet(
    name="Peserta",
    metadata=(("Judul", "DATA CONTOH: peserta"), ("Satuan", "orang")),
    columns=(SheetColumn("Kode", 12), SheetColumn("Wilayah", 30), SheetColumn("Nilai", 14)),
    rows=(("36", "Provinsi Banten", 2_727_000), ("36.10", "", None), ("00", "A", Decimal("46.03"))),
    total_rows=frozenset({0}),
    mark="DATA CONTOH",
)


@pytest.fixture
def sheet(tmp_path: Path) -> openpyxl.worksheet.worksheet.Worksheet:
    (path,) = write_samples([SampleBook("a.xlsx", "Judul buku", (SHEET,))], tmp_path)
    return openpyxl.load_workbook(path)["Peserta"]


def cells(path: Path) -> dict[str, list[tuple]]:
    workbook = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in workbook}


def test_the_committed_samples_are_what_the_facts_give(tmp_path: Path) -> None:
    books = build_samples(COMMITTED / "facts", read_reference(ROOT / "data" / "reference"))
    written = write_samples(books, tmp_path)
    assert {path.name for path in written} == {path.name for path in COMMITTED.glob("*.xlsx")}
    for path in written:
        assert cells(path) == cells(COMMITTED / path.name), path.name


def test_writing_again_later_gives_the_same_bytes(tmp_path: Path) -> None:
    books = [SampleBook("a.xlsx", "Judul buku", (SHEET,))]
    (first,) = write_samples(books, tmp_path / "one")
    (second,) = write_samples(books, tmp_path / "new" / "two")
    assert first.read_bytes() == second.read_bytes()
    # The clock would come in here, and in the archive's own dates.
    properties = openpyxl.load_workbook(first).properties
    assert {properties.created, properties.modified} == {datetime(2025, 11, 27)}  # noqa: DTZ001  a workbook's date has no zone
    with ZipFile(first) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_metadata_stand_above_an_empty_row_and_the_header(sheet) -> None:
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[:4] == [
        ("Judul", "DATA CONTOH: peserta", None),
        ("Satuan", "orang", None),
        (None, None, None),
        ("Kode", "Wilayah", "Nilai"),
    ]


def test_codes_stay_text_numbers_stay_numbers_and_nothing_stays_empty(sheet) -> None:
    assert [[cell.value for cell in row] for row in sheet["A5:C7"]] == [
        ["36", "Provinsi Banten", 2_727_000],
        ["36.10", None, None],
        ["00", "A", 46.03],
    ]
    assert sheet["A6"].data_type == "s"


def test_numbers_are_shown_with_thousands_and_with_the_decimals_they_have(sheet) -> None:
    assert sheet["C5"].number_format == "#,##0"
    assert sheet["C7"].number_format == "#,##0.00"


def test_the_header_stays_in_sight_and_columns_are_wide_enough(sheet) -> None:
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:C7"
    assert sheet.print_title_rows == "$4:$4"
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert [round(width) for width in widths] == [13, 31, 15]


def test_a_total_stands_out_and_a_sample_is_marked_on_screen_and_paper(sheet) -> None:
    assert sheet["C5"].font.bold
    assert not sheet["C7"].font.bold
    assert sheet["A1"].fill.fgColor.rgb == sheet.sheet_properties.tabColor.rgb
    assert "DATA CONTOH" in sheet.oddHeader.center.text


def test_a_row_that_does_not_fit_its_header_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        SampleSheet("A", (), (SheetColumn("Kode", 8),), (("36", "Banten"),))
