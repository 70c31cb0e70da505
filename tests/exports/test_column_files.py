"""A table of columns as a file: numbers stay numbers, and no text becomes a formula."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.plans import BarPlan, LinePlan, PartPlan, PlanLine, PlanMark
from cakupan.exports.column_files import columns_csv, columns_workbook
from cakupan.exports.column_table import ColumnTable

NAN = float("nan")
EVIL = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "|x", "%x")
TABLE = ColumnTable(
    title="Wilayah: Banten, Oktober 2025",
    notes=["Sumber: =A1 · per 31 Okt 2025"],
    columns=(
        Column("name", "Wilayah", ColumnKind.TEXT, ["Kab. Serang", "=1+1"]),
        Column("participants", "Peserta", ColumnKind.COUNT, [1_234_567.0, NAN]),
        Column("coverage", "Cakupan", ColumnKind.SHARE, [0.460329, None]),
        Column("growth", "Pertumbuhan", ColumnKind.GROWTH, [-0.0123, NAN]),
        Column("points", "Perubahan (poin)", ColumnKind.POINTS, [0.012345, NAN]),
        Column("rank_change", "Naik/turun", ColumnKind.CLIMB, [-2.0, NAN]),
    ),
)
WHEN = datetime(2026, 1, 5, tzinfo=UTC)


def rows(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def test_a_workbook_has_real_numbers_under_its_notes() -> None:
    paper = load_workbook(BytesIO(columns_workbook([TABLE], made_at=WHEN))).worksheets[0]
    assert paper["A1"].value == TABLE.title
    assert paper["A2"].value == TABLE.notes[0]
    head = next(row for row in paper.iter_rows() if row[0].value == "Wilayah")
    first, second = (list(row) for row in paper.iter_rows(min_row=head[0].row + 1))
    values = [cell.value for cell in first]
    assert values[:4] == ["Kab. Serang", 1_234_567, 0.460329, -0.0123]
    assert values[4] == pytest.approx(1.2345)
    assert first[2].number_format == "0.00%"
    assert first[1].number_format == "#,##0"
    assert [cell.value for cell in second[1:]] == [None] * 5
    assert paper.auto_filter.ref


@pytest.mark.parametrize("text", EVIL)
def test_no_text_becomes_a_formula(text: str) -> None:
    evil = ColumnTable(text, [text], (Column("a", text, ColumnKind.TEXT, [text]),))
    book = load_workbook(BytesIO(columns_workbook([evil], made_at=WHEN)))
    for row in book.worksheets[0].iter_rows():
        assert all(cell.data_type != "f" for cell in row)
    for line in rows(columns_csv(evil, Language.ID), ";"):
        assert all(cell.startswith("'") for cell in line)


def test_csv_is_written_as_a_spreadsheet_of_the_language_reads_it() -> None:
    indonesian = rows(columns_csv(TABLE, Language.ID), ";")
    assert indonesian[0][2:4] == ["Cakupan (%)", "Pertumbuhan (%)"]
    assert indonesian[1] == ["Kab. Serang", "1234567", "46,0329", "-1,2300", "1,2345", "-2"]
    english = rows(columns_csv(TABLE, Language.EN), ",")
    assert english[1] == ["Kab. Serang", "1234567", "46.0329", "-1.2300", "1.2345", "-2"]
    assert english[2][1:] == [""] * 5


def test_the_mark_of_utf_8_goes_first() -> None:
    assert columns_csv(TABLE, Language.ID).startswith(b"\xef\xbb\xbf")


def test_money_rates_scores_and_changes_are_numbers_of_their_own_look() -> None:
    table = ColumnTable(
        "Klaim",
        [],
        (
            Column("name", "Wilayah", ColumnKind.TEXT, ["Banten"]),
            Column("paid", "Nominal", ColumnKind.RUPIAH, [205_700_000_000]),
            Column("rate", "Per 1.000", ColumnKind.RATE, [12.345]),
            Column("score", "Skor", ColumnKind.SCORE, [87.654321]),
            Column("change", "Naik/turun", ColumnKind.CHANGE, [-1234.0]),
            Column("rank", "Peringkat", ColumnKind.RANK, [3]),
        ),
    )
    paper = load_workbook(BytesIO(columns_workbook([table], made_at=WHEN))).worksheets[0]
    last = list(paper.iter_rows())[-1]
    assert [cell.value for cell in last[1:]] == [205_700_000_000, 12.345, 87.654321, -1234, 3]
    assert [cell.number_format for cell in last[1:]] == [
        '"Rp"#,##0;-"Rp"#,##0',
        *("#,##0.0", "#,##0.00", "+#,##0;-#,##0;0", "0"),
    ]
    head, row = rows(columns_csv(table, Language.ID), ";")
    assert head[1] == "Nominal (Rp)"
    assert row[1:] == ["205700000000", "12,3450", "87,6543", "-1234", "3"]


@pytest.mark.parametrize("kind", ColumnKind)
def test_every_kind_of_column_can_be_written_both_ways(kind: ColumnKind) -> None:
    value: str | float = "x" if kind is ColumnKind.TEXT else 0.25
    table = ColumnTable("Judul", [], (Column("a", "A", kind, [value]),))
    paper = load_workbook(BytesIO(columns_workbook([table], made_at=WHEN))).worksheets[0]
    expected = 25 if kind is ColumnKind.POINTS else value
    assert list(paper.iter_rows())[-1][0].value == expected
    assert len(rows(columns_csv(table, Language.EN), ",")) == 2


def test_a_chart_draws_the_cells_of_its_table_or_cells_beside_it() -> None:
    names = Column("name", "Wilayah", ColumnKind.TEXT, ["A", "B"])
    shares = Column("share", "Bagian", ColumnKind.SHARE, [0.7, 0.3])
    months = Column("month", "Bulan", ColumnKind.TEXT, ["Sep", "Okt"])
    line = PlanLine(Column("coverage", "Cakupan", ColumnKind.SHARE, [0.4, None]))
    plans = [
        BarPlan(names, (shares,)),
        PartPlan(names, shares),
        LinePlan(months, (line,), marks=(PlanMark(0.65, "65% RPJMD 2030"),)),
    ]
    tables = [
        ColumnTable(f"=T{place}", [], (names, shares), plan) for place, plan in enumerate(plans)
    ]
    book = load_workbook(BytesIO(columns_workbook(tables, made_at=WHEN)))
    assert [len(paper._charts) for paper in book] == [1, 1, 1]
    beside = [cell.value for cell in book.worksheets[2]["G"] if cell.value is not None]
    assert "65% RPJMD 2030" in [
        cell.value for row in book.worksheets[2].iter_rows() for cell in row
    ]
    assert beside
    for paper in book:
        assert all(cell.data_type != "f" for row in paper.iter_rows() for cell in row)
