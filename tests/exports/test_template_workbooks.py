"""Forms on disk: what can be typed, what cannot, what is seen, and the same bytes every time."""

from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cakupan.domain.language import Language
from cakupan.domain.templates import (
    CellState,
    Entry,
    EntryKind,
    Guide,
    GuideRow,
    TemplateBook,
    TemplateColumn,
    TemplateLine,
    TemplateSheet,
)
from cakupan.exports.template_workbooks import write_templates
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from etl.templates import build_templates

ROOT = Path(__file__).resolve().parents[2]
MANY = tuple(f"Kabupaten {number}" for number in range(100))
COUNT = Entry(EntryKind.COUNT, complaint="Isi bilangan bulat.")
SHEET = TemplateSheet(
    name="Peserta",
    lines=(
        TemplateLine("Judul", "Peserta 2025"),
        TemplateLine("Basis", "domisili", Entry(EntryKind.CHOICE, choices=("domisili", "KTP"))),
        TemplateLine("Sumber", "", Entry(EntryKind.TEXT, hint="Nama laporan.")),
    ),
    columns=(
        TemplateColumn("Kode", 12),
        TemplateColumn("Wilayah", 30, Entry(EntryKind.CHOICE, choices=MANY)),
        TemplateColumn("PU", 14, COUNT),
        TemplateColumn("Nilai", 14, Entry(EntryKind.NUMBER, complaint="Isi angka.", optional=True)),
        TemplateColumn("Penerbit", 14, Entry(EntryKind.OFFER, choices=("BPS",))),
        TemplateColumn("Periode", 14, Entry(EntryKind.TEXT)),
    ),
    rows=(("36.01", *[None] * 5), ("36.02", *[None] * 5)),
    key_columns=2,
    blocks=frozenset({1}),
)
GUIDE = Guide(
    name="Petunjuk",
    title="Formulir",
    lead="Banten, 2025.",
    steps_title="Cara mengisi",
    steps=("Buka lembar.", "Simpan. " * 40),
    legend_title="Arti warna",
    legend=tuple((state, state.value) for state in CellState),
    table_title="Isi tiap kolom",
    table_header=("Kolom", "Yang diisi", "Contoh"),
    table=(GuideRow("A · Kode", "Kode.", "36.01"), GuideRow("B · PU", "Peserta.", 120_450)),
)
BOOK = TemplateBook(
    file_name="isian.xlsx",
    title="Formulir",
    guide=GUIDE,
    sheets=(SHEET,),
    lists_name="Daftar",
    complaint_title="Belum",
)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    (path,) = write_templates([BOOK], tmp_path_factory.mktemp("forms") / "new")
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def sheet(workbook: openpyxl.Workbook) -> Worksheet:
    return workbook["Peserta"]


def rule_at(sheet: Worksheet, address: str) -> DataValidation:
    (rule,) = [rule for rule in sheet.data_validations.dataValidation if address in rule.cells]
    return rule


def formulas_at(sheet: Worksheet, cells: str) -> list[str]:
    ranges = {str(found.sqref): found.rules for found in sheet.conditional_formatting}
    return [rule.formula[0] for rule in ranges[cells]]


def test_the_instructions_come_first_and_the_lists_last(workbook: openpyxl.Workbook) -> None:
    assert workbook.sheetnames == ["Petunjuk", "Peserta", "Daftar"]
    assert workbook.active.title == "Petunjuk"
    assert all(sheet.sheet_state == "visible" for sheet in workbook)


def test_lines_stand_above_an_empty_row_and_the_header(sheet: Worksheet) -> None:
    assert [row[:3] for row in sheet.iter_rows(values_only=True)] == [
        ("Judul", "Peserta 2025", None),
        ("Basis", "domisili", None),
        ("Sumber", None, None),
        (None, None, None),
        ("Kode", "Wilayah", "PU"),
        ("36.01", None, None),
        ("36.02", None, None),
    ]


def test_only_cells_to_be_filled_in_are_open(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    cells = {cell.coordinate for row in sheet.iter_rows() for cell in row}
    opened = {address for address in cells if not sheet[address].protection.locked}
    assert opened == {"B2", "B3"} | {f"{letter}{row}" for letter in "BCDEF" for row in (6, 7)}


def test_a_count_takes_whole_numbers_from_zero_up_and_says_so(sheet: Worksheet) -> None:
    rule = rule_at(sheet, "C7")
    assert (rule.type, rule.operator, rule.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert (rule.showErrorMessage, rule.errorTitle, rule.error) == (True, "Belum", COUNT.complaint)
    assert sheet["C7"].number_format == "#,##0"


def test_a_number_may_have_decimals_and_shows_them_only_where_it_has(sheet: Worksheet) -> None:
    rule = rule_at(sheet, "D6")
    assert (rule.type, rule.operator, rule.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert "IF(ISNUMBER(D6),D6<>INT(D6))" in formulas_at(sheet, "D6:D7")


def test_a_closed_field_is_a_list_and_an_offer_takes_other_words(sheet: Worksheet) -> None:
    assert rule_at(sheet, "B2").formula1 == '"domisili,KTP"'
    offer = rule_at(sheet, "E6")
    assert (offer.type, offer.formula1, offer.showErrorMessage) == ("list", '"BPS"', False)


def test_a_list_too_long_for_a_cell_stands_on_its_own_sheet(workbook: openpyxl.Workbook) -> None:
    assert rule_at(workbook["Peserta"], "B6").formula1 == "'Daftar'!$A$2:$A$101"
    column = [cell.value for cell in workbook["Daftar"]["A"]]
    assert column == ["Daftar", *MANY]
    assert workbook["Daftar"].protection.sheet


def test_text_stays_text_so_that_excel_makes_no_date_of_a_month(sheet: Worksheet) -> None:
    assert sheet["F6"].number_format == "@"
    assert rule_at(sheet, "B3").prompt == "Nama laporan."


def test_what_is_missing_or_wrong_is_coloured_and_what_may_stay_empty_is_not(
    sheet: Worksheet,
) -> None:
    wrong, fraction, missing = formulas_at(sheet, "C6:C7")
    assert wrong == "IF(ISNUMBER(C6),C6<0,NOT(ISBLANK(C6)))"
    assert fraction == "IF(ISNUMBER(C6),C6<>INT(C6))"
    assert missing == "AND(ISBLANK(C6),COUNTA($A6:$F6)>0)"
    assert not [formula for formula in formulas_at(sheet, "D6:D7") if "ISBLANK(D6)," in formula]
    assert formulas_at(sheet, "B3") == ["AND(ISBLANK(B3),TRUE)"]


def test_header_and_keys_stay_in_sight_on_screen_and_on_paper(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "C6"
    assert sheet.auto_filter.ref == "A5:B7"
    assert not sheet.protection.autoFilter
    assert sheet.print_title_rows == "$5:$5"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert [round(sheet.column_dimensions[letter].width) for letter in "ABC"] == [12, 30, 14]


def test_a_block_begins_with_a_stronger_line(sheet: Worksheet) -> None:
    assert sheet["A7"].border.top.color.rgb != sheet["A6"].border.top.color.rgb


def test_the_instructions_say_everything_and_cannot_be_changed(workbook: openpyxl.Workbook) -> None:
    guide = workbook["Petunjuk"]
    told = [cell.value for row in guide.iter_rows() for cell in row if cell.value is not None]
    steps = [part for number, step in enumerate(GUIDE.steps, start=1) for part in (number, step)]
    legend = [text for _, text in GUIDE.legend]
    table = [part for row in GUIDE.table for part in (row.column, row.meaning, row.example)]
    titles = (GUIDE.steps_title, GUIDE.legend_title, GUIDE.table_title)
    assert told == [
        *(GUIDE.title, GUIDE.lead, titles[0], *steps, titles[1], *legend),
        *(titles[2], *GUIDE.table_header, *table),
    ]
    assert guide.protection.sheet
    assert guide.page_setup.orientation == "portrait"


def test_a_long_step_gets_the_height_it_needs(workbook: openpyxl.Workbook) -> None:
    guide = workbook["Petunjuk"]
    rows = {row[2].value: guide.row_dimensions[row[2].row].height for row in guide.iter_rows()}
    short, long = (rows[step] for step in GUIDE.steps)
    assert long >= 2 * short


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_templates([BOOK], tmp_path / name)[0] for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()
    # The clock would come in here, and in the archive's own dates.
    properties = openpyxl.load_workbook(first).properties
    assert {properties.created, properties.modified} == {datetime(2025, 11, 27)}  # noqa: DTZ001  a workbook's date has no zone
    with ZipFile(first) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_codes_that_are_text_get_no_green_corner(tmp_path: Path) -> None:
    (path,) = write_templates([BOOK], tmp_path)
    with ZipFile(path) as archive:
        for number in (1, 2, 3):
            xml = archive.read(f"xl/worksheets/sheet{number}.xml")
            assert xml.count(b'numberStoredAsText="1"') == 1


@pytest.mark.parametrize("language", Language)
def test_hints_and_complaints_are_as_short_as_excel_wants_them(
    language: Language, tmp_path: Path
) -> None:
    reference = read_reference(ROOT / "data" / "reference")
    nation, province = (
        build_templates(reference, region=reference.directory[code], year=2025, say=words(language))
        for code in ("00", "36")
    )
    # The longest list is that of the nation's regions, which every form for rows of them has.
    for path in write_templates([nation[2], *province], tmp_path):
        for sheet in openpyxl.load_workbook(path):
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.prompt or "") <= 255, rule.prompt
                assert len(rule.error or "") <= 255, rule.error
                assert len(rule.errorTitle or "") <= 32, rule.errorTitle
                assert len(rule.formula1 or "") <= 257, rule.formula1


def test_a_row_that_does_not_fit_its_header_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        TemplateSheet("A", (), (TemplateColumn("Kode", 8),), (("36", "Banten"),), key_columns=1)
