import datetime as dt
import hashlib
import io

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.readers import cell_address


def test_text_stays_text_and_whole_numbers_are_whole(book, read):
    texts = "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABC", ("1.234", "0101", "NA"), strict=True)
    )
    numbers = '<c r="D1"><v>2025</v></c><c r="E1"><v>46.03</v></c><c r="F1" t="b"><v>1</v></c>'
    result = read(book(f'<row r="1">{texts}{numbers}</row>'))
    row = result.workbook.sheets[0].rows[0]
    assert row == ("1.234", "0101", "NA", 2025, 46.03, True)
    assert [type(cell) for cell in row] == [str, str, str, int, float, bool]


def test_dates_arrive_as_dates(read):
    workbook = openpyxl.Workbook()
    moment = dt.datetime(2025, 10, 31, 9, 14)  # noqa: DTZ001  a cell knows no time zone
    workbook.active.append([dt.date(2025, 10, 31), moment, dt.time(9, 14)])
    stream = io.BytesIO()
    workbook.save(stream)
    rows = read(stream.getvalue()).workbook.sheets[0].rows
    assert rows == ((dt.date(2025, 10, 31), moment, "09:14:00"),)


def test_cells_stand_where_excel_shows_them_and_empty_ends_are_cut(book, read):
    rows = '<row r="3"><c r="C3"><v>7</v></c><c r="D3" s="0"/></row><row r="9"><c r="A9"/></row>'
    assert read(book(rows)).workbook.sheets[0].rows == ((), (), (None, None, 7))


def test_an_error_cell_keeps_its_text_instead_of_going_blank(book, read):
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'
        '<row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    assert read(book(rows)).workbook.sheets[0].rows == ((1, "#REF!"), (), (None, "#DIV/0!"))


def test_a_formula_that_was_never_calculated_shows_itself(book, read):
    rows = (
        '<row r="1"><c r="A1"><f>B1&amp;"x"</f></c><c r="B1"><f>SUM(C1:C9)</f><v></v></c>'
        '<c r="C1"><f>2+3</f><v>5</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1"><f t="shared" si="0"/></c></row>'
    )
    row = read(book(rows)).workbook.sheets[0].rows[0]
    assert row == ('=B1&"x"', "=SUM(C1:C9)", 5, None, "=")


def test_lone_cells_far_below_the_table_are_named_and_left(book, read):
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048575"><c r="A1048575"><f>SUM(A1:A2)</f><v>0</v></c><c r="B1048575"/></row>'
    )
    result = read(book(rows))
    assert result.workbook.sheets[0].rows == ((1,),)
    [finding] = result.findings
    assert (finding.code, finding.severity) == ("cells-far-away", "warns")
    assert (finding.sheet, finding.cell, finding.details["count"]) == ("Data", "A1048575", 1)


def test_styled_rows_without_content_far_below_are_no_matter(book, read):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    result = read(book(rows))
    assert result.workbook.sheets[0].rows == ((1,),)
    assert result.findings == ()


def test_a_whole_table_far_below_is_read(book, read):
    table = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(20001, 21102))
    result = read(book('<row r="1"><c r="A1"><v>1</v></c></row>' + table))
    rows = result.workbook.sheets[0].rows
    assert result.findings == ()
    assert (len(rows), rows[1], rows[20000]) == (21101, (), (20001,))


def test_the_hash_is_that_of_the_bytes_and_the_name_that_of_the_file(book, read):
    content = book('<row r="1"><c r="A1"><v>1</v></c></row>')
    result = read(content, name="Angka.XLS")
    assert result.sha256 == result.workbook.sha256 == hashlib.sha256(content).hexdigest()
    assert (result.file_name, result.workbook.container) == ("Angka.XLS", "xlsx")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_workbook_with_one_changed_byte_is_read_or_is_one_finding(book, read, data):
    content = bytearray(book('<row r="1"><c r="A1"><v>1</v></c></row>'))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    result = read(bytes(content))
    assert (result.workbook is None) == (len(result.findings) == 1)


@pytest.mark.parametrize(
    ("place", "address"),
    [((0, 0), "A1"), ((4, 25), "Z5"), ((10, 26), "AA11"), ((1048575, 16383), "XFD1048576")],
)
def test_an_address_is_what_excel_calls_it(place, address):
    assert cell_address(*place) == address
