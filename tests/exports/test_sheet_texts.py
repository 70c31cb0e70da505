"""A sheet as CSV and as a page: numbers stay numbers, words stay words."""

import csv
from decimal import Decimal
from io import StringIO

import pytest

from cakupan.domain.language import Language
from cakupan.domain.sheets import SampleSheet, SheetColumn
from cakupan.exports.sheet_texts import sheet_csv, sheet_page


@pytest.fixture
def sheet() -> SampleSheet:
    return SampleSheet(
        name="Pembagian",
        metadata=(("Pembagian <kebutuhan>", ""), ("Sumber", "=HYPERLINK(1)")),
        columns=(SheetColumn("Wilayah", 20), SheetColumn("Pekerja", 12), SheetColumn("%", 8)),
        rows=(("Kab. A & B", 1_234_567, Decimal("46.03")), ("+Jumlah", 7, None)),
        total_rows=frozenset({1}),
        mark="DATA CONTOH",
    )


def test_csv_speaks_the_separators_of_the_language(sheet: SampleSheet) -> None:
    indonesian = list(csv.reader(StringIO(sheet_csv(sheet, Language.ID)), delimiter=";"))
    english = list(csv.reader(StringIO(sheet_csv(sheet, Language.EN))))
    assert indonesian[-2] == ["Kab. A & B", "1234567", "46,03"]
    assert english[-2] == ["Kab. A & B", "1234567", "46.03"]
    assert indonesian[0] == ["DATA CONTOH"]


def test_no_text_of_a_csv_is_taken_for_a_formula(sheet: SampleSheet) -> None:
    cells = csv.reader(StringIO(sheet_csv(sheet, Language.ID)), delimiter=";")
    texts = [cell for row in cells for cell in row]
    assert "'=HYPERLINK(1)" in texts
    assert "'+Jumlah" in texts
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@"))]


def test_the_page_writes_numbers_as_the_reader_does_and_words_as_words(sheet: SampleSheet) -> None:
    page = sheet_page(sheet, Language.ID)
    assert "1.234.567" in page
    assert "46,03" in page
    assert "Kab. A &amp; B" in page
    assert "<kebutuhan>" not in page
    assert '<tr class="total">' in page
    assert "1,234,567" in sheet_page(sheet, Language.EN)
    assert "src=" not in page
    assert "DATA CONTOH" in page
