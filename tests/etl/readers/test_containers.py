import datetime as dt
import io
import struct

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.faults.office_zip import ods, ods_members, xlsb, xlsx, xlsx_members, zipped
from tests.faults.old_excel import record, xls
from tests.faults.plain_text import delimited, web_page
from tests.faults.values import Error, Percent

TABLE = [
    ["Wilayah", "Peserta", None, "Rasio"],
    ["Kab. Bogor", 1234, Error("#REF!"), Percent(0.4603)],
    ["Kota “Baru”", 2.5, None, Percent(0.5)],
    [],
    [None, "0101", Error("#N/A")],
]
READ = (
    ("Wilayah", "Peserta", None, "Rasio"),
    ("Kab. Bogor", 1234, "#REF!", 0.4603),
    ("Kota “Baru”", 2.5, None, 0.5),
    (),
    (None, "0101", "#N/A"),
)
BINARY = {
    "xlsx": xlsx(TABLE),
    "xlsm": xlsx(TABLE, macros=True),
    "xls": xls(TABLE),
    "xlsb": xlsb(TABLE),
    "ods": ods(TABLE),
}
PLAIN = {"html": web_page(TABLE), "csv": delimited(TABLE)}


def refusal(result):
    [finding] = result.findings
    assert (result.workbook, finding.severity) == (None, "refuses")
    return finding.code


@pytest.mark.parametrize("container", BINARY)
def test_every_workbook_gives_the_same_cells_whatever_its_container(read, container):
    result = read(BINARY[container], name=f"a.{container}")
    [sheet] = result.workbook.sheets
    assert (result.workbook.container, sheet.name, sheet.rows) == (container, "Data", READ)
    assert result.findings == ()


@pytest.mark.parametrize("container", PLAIN)
def test_pages_and_text_files_give_the_texts_that_they_show(read, container):
    result = read(PLAIN[container], name=f"a.{container}")
    [sheet] = result.workbook.sheets
    shown = tuple(tuple(cell and str(cell) for cell in row) for row in READ)
    assert (result.workbook.container, sheet.name, sheet.rows) == (container, "a", shown)


@pytest.mark.parametrize("container", BINARY)
def test_cells_that_show_percent_are_told_in_every_workbook(read, container):
    percents = read(BINARY[container]).workbook.sheets[0].percents
    assert list(percents) == [(1, 3, 2, 3)]
    assert percents.at(2, 3) is not None
    assert percents.at(0, 3) is None


@pytest.mark.parametrize(
    ("content", "merge"),
    [
        (xls(TABLE, merges=[(0, 1, 2, 1)]), (0, 1, 2, 1)),
        (xlsb(TABLE, merge=True), (0, 0, 0, 1)),
        (
            zipped(
                ods_members(
                    '<table:table-row><table:table-cell office:value-type="string"'
                    ' table:number-columns-spanned="2" table:number-rows-spanned="3">'
                    "<text:p>a</text:p></table:table-cell><table:covered-table-cell/>"
                    "</table:table-row>"
                )
            ),
            (0, 0, 2, 1),
        ),
        (b"<table><tr><td>a<td rowspan=3 colspan=2>b<tr><td>c<tr></table>", (0, 1, 2, 2)),
    ],
)
def test_merged_cells_are_told(read, content, merge):
    [sheet] = read(content).workbook.sheets
    assert list(sheet.merges) == [merge]


@pytest.fixture
def written(read):
    """An xlsx written by another library, after these changes."""

    def write(change):
        book = openpyxl.Workbook()
        book.active.append(["a", "b", "c"])
        for number in range(5):
            book.active.append([number, None, number])
        change(book)
        stream = io.BytesIO()
        book.save(stream)
        return read(stream.getvalue()).workbook

    return write


def test_what_is_hidden_or_merged_in_an_xlsx_is_told(written):
    def change(book):
        sheet = book.active
        sheet.merge_cells("A1:B2")
        columns = sheet.column_dimensions["B"]
        columns.min, columns.max, columns.hidden = 2, 3, True
        for number in (3, 4, 6):
            sheet.row_dimensions[number].hidden = True
        book.create_sheet("Rahasia").append(["x"])
        book["Rahasia"].sheet_state = "hidden"

    book = written(change)
    first, second = book.sheets
    assert (first.hidden, second.hidden) == (False, True)
    assert first.hidden_rows == ((2, 3), (5, 5))
    assert first.hidden_columns == ((1, 2),)
    assert list(first.merges) == [(0, 0, 1, 1)]
    assert first.merges.at(1, 1).left == 0


def test_days_counted_from_1904_arrive_as_the_dates_they_show(written):
    def change(book):
        book.epoch = CALENDAR_MAC_1904
        book.active["A1"] = dt.date(2025, 10, 31)

    book = written(change)
    assert book.from_1904
    assert book.sheets[0].rows[0][0] == dt.date(2025, 10, 31)


def test_an_old_workbook_says_from_which_year_it_counts_and_what_is_hidden(read):
    book = read(xls(TABLE, from_1904=True, hidden=True)).workbook
    assert (book.from_1904, book.sheets[0].hidden) == (True, True)


ODS_HIDDEN = (
    '<table:table-column/><table:table-column table:number-columns-repeated="2"'
    ' table:visibility="collapse"/><table:table-row><table:table-cell office:value-type="float"'
    ' office:value="1"/></table:table-row><table:table-row table:number-rows-repeated="2"'
    ' table:visibility="filter"><table:table-cell office:value-type="float" office:value="2"/>'
    "</table:table-row>"
)


@pytest.mark.parametrize(
    "content",
    [
        xls(
            TABLE,
            within=record(0x0208, struct.pack("<HHHHHHHH", 1, 0, 4, 300, 0, 0, 0x20, 0))
            + record(0x0208, struct.pack("<HHHHHHHH", 2, 0, 4, 300, 0, 0, 0x20, 0))
            + record(0x007D, struct.pack("<HHHHHH", 1, 2, 2304, 0, 1, 0)),
        ),
        xlsb(TABLE, hidden=True),
        zipped(ods_members(ODS_HIDDEN)),
    ],
)
def test_hidden_rows_and_columns_are_told_and_read_all_the_same(read, content):
    [sheet] = read(content).workbook.sheets
    assert (sheet.hidden_rows, sheet.hidden_columns) == (((1, 2),), ((1, 2),))
    assert len(sheet.rows) >= 3


def test_a_binary_workbook_says_from_which_year_it_counts(read):
    assert read(xlsb(TABLE, from_1904=True)).workbook.from_1904
    assert not read(xlsb(TABLE)).workbook.from_1904


def test_a_formula_without_a_value_shows_itself_in_an_open_document(read):
    row = '<table:table-row><table:table-cell table:formula="of:=[.A2]+1"/></table:table-row>'
    assert read(zipped(ods_members(row))).workbook.sheets[0].rows == (("=[.A2]+1",),)


@pytest.mark.parametrize(
    ("name", "noted"),
    [("a.xls", True), ("a.csv", True), ("a.XLSX", False), ("a.xltx", False), ("a", False)],
)
def test_a_name_that_contradicts_the_content_is_noted_and_the_content_read(read, name, noted):
    result = read(BINARY["xlsx"], name=name)
    assert result.workbook.sheets[0].rows == READ
    assert [one.code for one in result.findings] == ["name-differs"] * noted
    assert {one.severity for one in result.findings} <= {"notes"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (xls(TABLE, before=record(0x002F, b"\1\0")), "file-encrypted"),
        (
            zipped(ods_members("") | {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
            "file-encrypted",
        ),
        (ods(TABLE, version="2.0"), "file-newer"),
        (xls(TABLE).replace(b"\0\6\5\0", b"\0\7\5\0"), "file-newer"),
        (xls(TABLE)[:26] + b"\5\0" + xls(TABLE)[28:], "file-newer"),
        (
            zipped(xlsx_members(TABLE), stored=True).replace(
                b"PK\1\2\x14\3\x14\0\0\0\0\0", b"PK\1\2\x14\3\x14\0\0\0\x5d\0"
            ),
            "file-newer",
        ),
    ],
)
def test_locked_and_newer_workbooks_are_told_apart(read, content, code):
    assert refusal(read(content)) == code


def test_sectors_that_run_in_a_circle_are_refused(read):
    content = bytearray(xls(TABLE))
    # The first sector of the stream, number 2, is said to follow itself.
    struct.pack_into("<I", content, 512 + 2 * 4, 2)
    assert refusal(read(bytes(content))) == "file-truncated"


def test_texts_that_are_counted_beyond_their_bytes_are_refused(read):
    lie = {"xl/sharedStrings.xml": b'<sst uniqueCount="4000000000"/>'}
    assert refusal(read(zipped(xlsx_members(TABLE) | lie))) == "file-truncated"
    counts = struct.pack("<II", 6, 6)
    assert xls(TABLE).count(counts) == 1
    old = xls(TABLE).replace(counts, struct.pack("<II", 6, 2**31))
    assert refusal(read(old)) == "file-truncated"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_that_reach_for_other_files_are_refused(read, encoding):
    xml = '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]><sst>&y;</sst>'
    content = zipped(xlsx_members(TABLE) | {"xl/sharedStrings.xml": xml.encode(encoding)})
    assert refusal(read(content)) == "xml-declaration"


@pytest.mark.parametrize("container", BINARY)
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_workbook_cut_short_is_refused_in_every_container(read, container, share):
    content = BINARY[container]
    assert refusal(read(content[: int(len(content) * share)])) == "file-truncated"


def test_panes_of_one_table_are_joined_and_other_tables_are_sheets_of_their_own(read):
    panes = (
        "<table><tr><td><table><tr><th rowspan=2>Wilayah</th></tr></table>"
        "<table><tr><td>Bogor</td></tr><tr><td>Depok</td></tr></table>"
        "<table><tr><th colspan=2>Bekerja</th></tr><tr><th>2024</th><th>2025</th></tr></table>"
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>"
    )
    other = "<table><tr><td>Sumber:<br>BPS &amp; <b>lain</b><script>x</script></td></tr></table>"
    first, second = read(f"<html>{panes}{other}".encode(), name="a.xls").workbook.sheets
    assert first.rows == (
        ("Wilayah", "Bekerja"),
        (None, "2024", "2025"),
        ("Bogor", "1", "2"),
        ("Depok", "3", "4"),
    )
    assert (second.name, second.rows) == ("2", (("Sumber:\nBPS & lain",),))


def test_names_and_values_side_by_side_are_one_table(read):
    page = (
        "<table><tr><td><table><tr><td>Bogor<tr><td>Depok</table>"
        "<td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>"
    )
    [sheet] = read(page.encode()).workbook.sheets
    assert sheet.rows == (("Bogor", "1", "2"), ("Depok", "3", "4"))
