"""The workbook that goes back to a sender: every finding, the cells marked, nothing executed."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.language import Language
from cakupan.exports import copy_plan, findings_workbook
from cakupan.exports.findings_workbook import SourceSheet, ToldFinding, write_findings
from cakupan.exports.untrusted_cells import CellValue
from cakupan.texts import words

AT = datetime(2025, 11, 27, 9, 14, tzinfo=UTC)
ROWS = (
    ("Kode", "Wilayah", "PU"),
    ("36.01", "Kabupaten Pandeglang", -5),
    ("36.02", '=HYPERLINK("http://x";"klik")', 12.5),
    ("36.03",),
)
SHEET = SourceSheet("Peserta", ROWS)


def told(
    cell: str | None,
    severity: Severity = Severity.REFUSES,
    sheet: str | None = "Peserta",
    message: str = "“-5” di bawah nol.",
) -> ToldFinding:
    finding = Finding("number-negative", severity, sheet, cell, "-5")
    return ToldFinding(finding, message, "Periksa angka aslinya.")


def write(
    folder: Path,
    findings: Sequence[ToldFinding],
    sheets: Sequence[SourceSheet] = (SHEET,),
    language: Language = Language.ID,
) -> openpyxl.Workbook:
    path = write_findings(
        folder / "temuan.xlsx",
        findings,
        file_name="peserta.xlsx",
        checked_at=AT,
        say=words(language),
        sheets=sheets,
    )
    return openpyxl.load_workbook(path)


def listed(paper: Worksheet) -> list[tuple[object, ...]]:
    """The table of findings, without its header."""
    rows = list(paper.iter_rows(values_only=True))
    (header,) = [number for number, row in enumerate(rows) if row[0] == "No."]
    return rows[header + 1 :]


def lead(paper: Worksheet) -> list[str]:
    """What stands above the table."""
    texts = [row[0] for row in paper.iter_rows(values_only=True)]
    return [str(text) for text in texts[: texts.index(None)]]


def test_every_finding_is_listed_with_its_place_and_remedy(tmp_path: Path) -> None:
    book = write(tmp_path, [told("C2"), told(None, Severity.NOTES, None, "tabel lain.")])
    first = (1, "Harus diperbaiki", "Peserta", "C2", "-5", "“-5” di bawah nol.")
    second = (2, "Catatan", None, None, "-5", "Tabel lain.")
    remedy = ("Periksa angka aslinya.", "number-negative")
    assert listed(book["Temuan"]) == [first + remedy, second + remedy]
    assert lead(book["Temuan"])[:2] == [
        "Temuan pada peserta.xlsx",
        "Diperiksa dengan Cakupan, 27 Nov 2025, 09.14. 1 harus diperbaiki, 1 catatan.",
    ]


def test_the_reader_may_be_english(tmp_path: Path) -> None:
    book = write(tmp_path, [told("C2")], language=Language.EN)
    assert book.sheetnames == ["Findings", "Peserta"]
    assert listed(book["Findings"])[0][1] == "To be corrected"


def test_a_found_cell_is_coloured_and_explained_where_it_stood(tmp_path: Path) -> None:
    book = write(tmp_path, [told("C2"), told("C4", Severity.WARNS)])
    copy = book["Peserta"]
    assert copy["C2"].value == -5
    assert copy["C2"].fill.fgColor.rgb != copy["C4"].fill.fgColor.rgb
    assert copy["C3"].fill.fill_type is None
    note = copy["C2"].comment.text
    assert note == "Harus diperbaiki. “-5” di bawah nol.\n\nPeriksa angka aslinya."
    assert copy["C4"].value is None, "an empty cell can be marked too"
    assert copy["C4"].comment is not None
    link = next(cell for row in book["Temuan"].iter_rows() for cell in row if cell.value == "C2")
    assert link.hyperlink.location == "Peserta!C2"


def test_the_worst_of_several_findings_colours_a_cell_and_all_are_told(tmp_path: Path) -> None:
    alone = write(tmp_path, [told("C2")])["Peserta"]
    both = write(tmp_path, [told("C2", Severity.NOTES, message="nol."), told("C2")])["Peserta"]
    assert both["C2"].fill.fgColor.rgb == alone["C2"].fill.fgColor.rgb
    assert both["C2"].comment.text.count("Periksa angka aslinya.") == 2
    assert both.sheet_properties.tabColor.rgb == alone["C2"].fill.fgColor.rgb


def test_text_that_looks_like_a_formula_stays_text_and_numbers_stay_numbers(tmp_path: Path) -> None:
    dangerous = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "%0", "|calc")
    numbers = (-5, 0, 12.5, True, date(2025, 10, 31))
    sheet = SourceSheet("Peserta", (dangerous, numbers))
    findings = [told(f"{letter}1") for letter in "ACE"]
    copy = write(tmp_path, findings, [sheet])["Peserta"]
    for cell, text in zip(copy[1], dangerous, strict=True):
        assert (cell.data_type, cell.value) == ("s", text)
        assert cell.quotePrefix, "editing it makes no formula of it either"
    assert [cell.value for cell in copy[2]][:4] == [-5, 0, 12.5, True]
    assert copy["E2"].value.date() == date(2025, 10, 31)
    assert copy["A2"].data_type == "n"


def test_a_formula_in_a_finding_is_text_as_well(tmp_path: Path) -> None:
    finding = Finding("number-unreadable", Severity.REFUSES, "=A1", "C2", "=cmd|' /C calc'!A1")
    book = write(tmp_path, [ToldFinding(finding, "=1+1", "@x")])
    types = {cell.data_type for row in book["Temuan"].iter_rows() for cell in row}
    assert types <= {"s", "n"}
    assert listed(book["Temuan"])[0][2:7] == ("=A1", "C2", "=cmd|' /C calc'!A1", "=1+1", "@x")


def test_a_long_number_keeps_its_digits_as_text(tmp_path: Path) -> None:
    sheet = SourceSheet("Peserta", ((3603012345678901, float("nan"), float("inf"), 10**14),))
    copy = write(tmp_path, [], [sheet])["Peserta"]
    assert [cell.value for cell in copy[1]] == ["3603012345678901", "nan", "inf", 10**14]


def test_without_sheets_only_the_list_is_written(tmp_path: Path) -> None:
    book = write(tmp_path, [told("C2")], [])
    assert book.sheetnames == ["Temuan"]
    assert lead(book["Temuan"])[2] == "Perbaiki di berkas asli, lalu kirim lagi."
    assert not [cell for row in book["Temuan"].iter_rows() for cell in row if cell.hyperlink]


def test_a_file_without_findings_says_so(tmp_path: Path) -> None:
    book = write(tmp_path, [])
    assert lead(book["Temuan"])[1].endswith("Tidak ada temuan.")
    assert listed(book["Temuan"]) == []


def test_a_sheet_of_250_000_rows_is_copied_in_part_and_it_is_said(tmp_path: Path) -> None:
    rows = [("Kode", "PU"), *((f"36.{number}", number) for number in range(250_000))]
    findings = [told("B5"), told("B100000"), told("B249999")]
    book = write(tmp_path, findings, [SourceSheet("Peserta", rows), SHEET])
    copy = book["Peserta"]
    shown = [row[0].row for row in copy.iter_rows() if row[0].value is not None]
    assert shown == [*range(1, copy_plan.TOP_ROWS + 1), 100_000, 249_999]
    assert copy["B100000"].value == 99_998
    assert copy["B249999"].comment is not None
    assert copy.sheet_format.zeroHeight, "rows between them are hidden"
    assert (
        "Lembar Peserta terlalu besar untuk disalin utuh (250.001 baris). Yang disalin hanya "
        "20 baris pertama dan 2 baris yang memuat temuan, pada nomor baris aslinya."
    ) in lead(book["Temuan"])


def test_a_large_sheet_without_findings_is_not_copied_and_it_is_said(tmp_path: Path) -> None:
    large = SourceSheet("Besar", [("36.01", 1, 2)] * 100_000)
    book = write(tmp_path, [told("C2")], [large, SHEET])
    assert book.sheetnames == ["Temuan", "Peserta"]
    said = "1 lembar tidak disalin karena berkasnya terlalu besar: Besar."
    assert said in lead(book["Temuan"])


def test_more_findings_than_anyone_reads_are_cut_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings_workbook, "MOST_FINDINGS", 3)
    book = write(tmp_path, [told(f"C{row}") for row in range(1, 6)])
    assert len(listed(book["Temuan"])) == 3
    assert any("3 temuan pertama dari 5" in line for line in lead(book["Temuan"]))
    assert "3 temuan pertama" not in lead(book["Temuan"])[1]
    assert "5 harus diperbaiki" in lead(book["Temuan"])[1]


def test_a_cell_far_below_the_table_is_listed_and_not_drawn(tmp_path: Path) -> None:
    book = write(tmp_path, [told("A1048575"), told("not a cell"), told("ZZZ1")])
    assert [row[3] for row in listed(book["Temuan"])] == ["A1048575", "not a cell", "ZZZ1"]
    assert book["Peserta"].max_row == len(ROWS)


def test_names_that_no_sheet_can_have_are_replaced(tmp_path: Path) -> None:
    names = ["Temuan", "temuan", "a/b[c]", "'q'", "", "x" * 40, "x" * 40 + "y", "History"]
    sheets = [SourceSheet(name, ((name,),)) for name in names]
    book = write(tmp_path, [told("A1", sheet="'q'")], sheets)
    assert book.sheetnames == [
        *("Temuan", "Temuan (2)", "temuan (3)", "a_b_c_", "q", "Lembar"),
        *("x" * 31, "x" * 27 + " (2)", "History (2)"),
    ]
    assert book["q"]["A1"].comment is not None


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, [told("C2")])
    first, second = (tmp_path / name / "temuan.xlsx" for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_a_place_that_cannot_be_written_is_an_ordinary_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="temuan"):
        write(tmp_path / "temuan missing", [told("C2")])


cell_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.text(st.characters(codec=None), max_size=20),
    st.sampled_from(["=1", "-", "\x00", "\ud800", "_x0041_", "a\r\nb", "\ufffe", "x" * 40_000]),
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(cell_values, max_size=4), max_size=4), name=st.text(max_size=40))
@example(rows=[["\x0b", "\ud800"]], name="\x00")
@example(rows=[["\U00010000" * 40_000]], name="x" * 29 + "\U00010000")
@example(rows=[], name="x" * 30 + "'y")
def test_whatever_a_stranger_wrote_the_workbook_opens_and_computes_nothing(
    rows: list[list[CellValue]], name: str
) -> None:
    text = name + "\x00"
    finding = Finding("x", Severity.ASKS, name, "A1", text)
    with TemporaryDirectory() as folder:
        sheets = [SourceSheet(name, rows)]
        book = write(Path(folder), [ToldFinding(finding, text, text)], sheets)
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            copied = book.worksheets[1].cell(number, place).value
            if isinstance(value, bool):
                assert copied is value
            elif isinstance(value, int) and abs(value) < 10**15:
                assert copied == value
            elif isinstance(value, str) and value.isalnum() and len(value) <= 500:
                assert copied == value or not value.isprintable()
