"""The sound files that are then damaged: small, shaped like real ones, in every container."""

import io

from xlsxwriter import Workbook

from tests.faults.office_zip import ods, xlsb, xlsx
from tests.faults.old_excel import xls
from tests.faults.plain_text import delimited, web_page
from tests.faults.values import Cell, Error, Percent

REGIONS = (
    ("32.01", "Kab. Bogor"),
    ("32.02", "Kab. Sukabumi"),
    ("32.71", "Kota Bogor"),
    ("36.71", "Kota Tangerang"),
    ("36.03", "Kab. Tangerang"),
    ("81.04", "Kab. Buru “Selatan”"),
)


def table(*, years: int = 4, repeats: int = 3) -> list[list[Cell]]:
    """A title, a header of years, rows of regions, a total, a source, an error and a rate."""
    header: list[Cell] = ["Kode", "Wilayah", *range(2022, 2022 + years), "TPT"]
    rows: list[list[Cell]] = [["Penduduk bekerja\nEmployed persons"], [], header]
    for block in range(repeats):
        for number, (code, name) in enumerate(REGIONS):
            values = [(17_387 + 911 * number) * (block + 1) + 13 * year for year in range(years)]
            rows.append([code, f"{name} {block}", *values, Percent(0.0387 + number / 1000)])
    rows.append([None, "Jumlah", *[4_321_000 + year for year in range(years)], Error("#REF!")])
    rows.append(["Sumber: Badan Pusat Statistik, Sakernas"])
    return rows


def sound_files() -> dict[str, bytes]:
    """Files by the name they go by."""
    rows = table()
    return {
        "buatan-sendiri.xlsx": xlsx(rows),
        "penulis-lain.xlsx": _by_another_writer(rows),
        "makro.xlsm": xlsx(rows, macros=True),
        "lama.xls": xls(rows),
        "biner.xlsb": xlsb(rows),
        "terbuka.ods": ods(rows),
        "koma.csv": delimited(rows, delimiter=","),
        "titik-koma.csv": delimited(rows),
        "halaman.xls": web_page(rows),
    }


def _by_another_writer(rows: list[list[Cell]]) -> bytes:
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Tabel 1")
    bold = book.add_format({"bold": True, "num_format": "#,##0"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, Error):
                sheet.write_formula(number, column, "=1/0", None, cell.text)
            elif isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, float(cell), bold)
    book.add_worksheet("Catatan").write_string(2, 1, "Angka sementara")
    book.close()
    return stream.getvalue()
