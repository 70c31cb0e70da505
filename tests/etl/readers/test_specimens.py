import os
from pathlib import Path

import pytest

from etl.readers import read_file

FOLDER = os.environ.get("CAKUPAN_SPECIMENS")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="CAKUPAN_SPECIMENS is unset: no real sheets here"
)


def specimen(number):
    [path] = Path(FOLDER or "").glob(f"{number}_*")
    return read_file(path)


def test_the_large_national_table_is_read_whole():
    rows = specimen("14").workbook.sheets[0].rows
    assert len(rows) == 4425
    assert rows[0][:3] == ("thn", "lvl_wil", "kd_prov")
    assert all(isinstance(row[4], int) for row in rows[1:])


def test_a_used_range_of_a_million_rows_is_cut_to_its_table():
    result = specimen("17")
    assert max(len(sheet.rows) for sheet in result.workbook.sheets) < 100
    assert [(one.code, one.cell) for one in result.findings] == [("cells-far-away", "A1048575")]


def test_names_and_values_in_tables_of_their_own_are_one_sheet_again():
    result = specimen("21")
    [sheet] = result.workbook.sheets
    assert sheet.rows[0][:2] == ("Wilayah Jawa Barat", "Indeks Kedalaman Kemiskinan")
    assert sheet.rows[1][:3] == (None, "2023", "2022")
    assert sheet.rows[3][:3] == ("Bogor", "0.97", "1.49")
    assert len(sheet.rows) == 30
    assert [one.code for one in result.findings] == ["name-differs"]


def test_a_frameset_without_its_frames_is_told_from_a_page():
    [finding] = specimen("23").findings
    assert finding.code == "frameset-empty"


@pytest.mark.parametrize(
    ("number", "first_row", "rows"),
    [
        ("24", "id", 294),
        ("26", "no", 370),
        ("28", "id", 69),
        ("29", " Golongan Umur ", 13),
        ("30", "Komponen", 13),
        ("34", "38 Provinsi", 43),
        ("36", "nama_variabel", 9865),
        ("38", "kode_kabkota", 25),
    ],
)
def test_real_csv_files_begin_and_end_where_they_should(number, first_row, rows):
    [sheet] = specimen(number).workbook.sheets
    assert (sheet.rows[0][0], len(sheet.rows)) == (first_row, rows)


def test_every_real_workbook_is_read_without_a_refusal():
    for path in sorted(Path(FOLDER or "").glob("*.xlsx")):
        assert read_file(path).workbook is not None, path.name
