import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.jailed.delimited_text import decode, rows

TABLE = (("Wilayah", "Peserta"), ("Kab. Bogor", "1.234"), ("Kota Bogor", "0101"))
PLAIN = "Wilayah;Peserta\nKab. Bogor;1.234\nKota Bogor;0101\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.replace(";", ",").encode(),
        PLAIN.replace(";", "\t").encode(),
        codecs.BOM_UTF8 + PLAIN.encode(),
        b"  \n" + codecs.BOM_UTF8 + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.rstrip().encode(),
        ("sep=;\r\n" + PLAIN).encode(),
        PLAIN.encode("cp1252"),
        PLAIN.encode("utf-16"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
    ],
)
def test_every_dialect_of_csv_gives_the_same_cells(read, content):
    result = read(content, name="Angka.csv")
    [sheet] = result.workbook.sheets
    assert sheet.rows == TABLE
    assert (sheet.name, result.workbook.container) == ("Angka", "csv")


def test_a_line_end_inside_a_quoted_cell_belongs_to_the_cell(read):
    result = read(b'"Ags\r2020","juta\r\norang"\r\n"1,66",-\r\n', name="a.csv")
    assert result.workbook.sheets[0].rows == (("Ags\r2020", "juta\r\norang"), ("1,66", "-"))


def test_windows_letters_are_read_as_windows_wrote_them(read):
    result = read("Daerah;“Ya” – é\n".encode("cp1252"), name="a.csv")
    assert result.workbook.sheets[0].rows == (("Daerah", "“Ya” – é"),)


def test_decimal_commas_do_not_pass_for_delimiters(read):
    result = read(b"Aceh;2,6166;96,1475\nBali;2,286;97,6205\n", name="a.csv")
    assert result.workbook.sheets[0].rows[1] == ("Bali", "2,286", "97,6205")


def test_blank_lines_keep_their_place_and_blank_cells_are_empty(read):
    result = read(b"a,b\n\n , \nc,,d\n,\n", name="a.csv")
    assert result.workbook.sheets[0].rows == (("a", "b"), (), (), ("c", None, "d"))


def test_a_quote_that_is_never_closed_is_refused_with_its_row(read):
    result = read(b'a,b\n1,2\n"Kab. X,3\n4,5\n', name="a.csv")
    [finding] = result.findings
    assert (finding.code, finding.details["row"]) == ("csv-quote-open", 3)


CELL = st.text(st.characters(codec="utf-8", exclude_characters=";\t,", exclude_categories=["C"]))


@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1),
    st.sampled_from(";\t,"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_is_written_as_csv_is_read_back(table, delimiter, encoding, line_end):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end).writerows(table)
    assert [row for row in rows(decode(stream.getvalue().encode(encoding))) if row] == table
