import os
import re
import string
import struct
import sys
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from etl.readers import DEFAULT_LIMITS, read_file
from tests.faults.old_excel import compound

ROOT = Path(__file__).resolve().parents[3]
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(result):
    [finding] = result.findings
    assert result.workbook is None
    assert finding.severity == "refuses"
    return finding


@pytest.mark.parametrize(
    ("content", "code", "kind"),
    [
        (b"", "file-empty", None),
        (b"  \r\n,,\n", "no-rows", None),
        (compound({"EncryptedPackage": b""}), "file-encrypted", None),
        (compound({"WordDocument": b""}), "not-a-spreadsheet", "OLE"),
        (OLE, "file-truncated", None),
        (OLE + bytes(504), "file-truncated", None),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "container-unsupported", ".xls (Excel 2–4)"),
        (b"%PDF-1.7\n", "not-a-spreadsheet", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "not-a-spreadsheet", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not-a-spreadsheet", "JPEG"),
        (b"MZ\x90\x00\x03\x00", "not-a-spreadsheet", "EXE"),
        (b"\x1f\x8b\x08\x00", "not-a-spreadsheet", "gzip"),
        (b"PK\x05\x06" + bytes(18), "not-a-spreadsheet", "ZIP"),
        (b"PK\x03\x04 and no more", "file-truncated", None),
        (b'{"data": [1, 2]}', "not-a-spreadsheet", "JSON"),
        (b"\x07\x00\x01\x02binary", "not-a-spreadsheet", "?"),
        (b'<?xml version="1.0"?><svg/>', "not-a-spreadsheet", "XML"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "container-unsupported",
            "XML 2003",
        ),
        (b"<html><body>Tiada tabel.", "container-html", None),
        (b"<html><body><table></table>", "container-html", None),
        (b"\n<!DOCTYPE html><p>", "container-html", None),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "container-html", None),
        (b'<html><meta name="Excel Workbook Frameset"><td>', "frameset-empty", None),
        (b'<html><frameset rows="*,39"><frame src="a.htm">', "frameset-empty", None),
    ],
)
def test_what_cannot_be_read_says_what_it_is_whatever_its_name(read, content, code, kind):
    for name in ("berkas.xlsx", "berkas.csv", "berkas"):
        finding = refusal(read(content, name=name))
        assert (finding.code, finding.details.get("kind")) == (code, kind)


@pytest.mark.parametrize(
    ("members", "code", "kind"),
    [
        ({"catatan.txt": b"x"}, "not-a-spreadsheet", "ZIP"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "file-truncated", None),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "not-a-spreadsheet", "ODF"),
        ({"[Content_Types].xml": b"<T/>", "xl/workbook.bin": b"\x80"}, "file-truncated", None),
        ({"Index/Document.iwa": b""}, "container-unsupported", ".numbers"),
        ({"[Content_Types].xml": b"wordprocessingml"}, "not-a-spreadsheet", "DOCX"),
        ({"[Content_Types].xml": b"presentationml"}, "not-a-spreadsheet", "PPTX"),
        ({"[Content_Types].xml": b"spreadsheetml.sheet.main+xml"}, "file-truncated", None),
    ],
)
def test_a_zip_is_judged_by_what_is_in_it(read, zip_bytes, members, code, kind):
    finding = refusal(read(zip_bytes(members)))
    assert (finding.code, finding.details.get("kind")) == (code, kind)


def test_text_may_begin_like_a_program(read):
    rows = read(b"MZ,BZh\n1,2\n", name="a.csv").workbook.sheets[0].rows
    assert rows[0] == ("MZ", "BZh")


def test_a_missing_file_a_folder_and_a_pipe_are_findings(tmp_path):
    assert refusal(read_file(tmp_path / "tiada.xlsx")).code == "file-missing"
    assert refusal(read_file(tmp_path)).code == "file-is-folder"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipa")
        assert refusal(read_file(tmp_path / "pipa")).code == "file-unreadable"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_cut_short_is_refused(book, read, share):
    content = book(ONE_CELL)
    assert refusal(read(content[: int(len(content) * share)])).code == "file-truncated"


def test_a_workbook_without_a_filled_cell_is_refused(book, read):
    assert refusal(read(book('<row r="1"><c r="A1" s="0"/></row>'))).code == "no-rows"


def test_row_numbers_that_fall_back_are_refused(book, read):
    row = '<row r="2"><c r="A2"><v>{}</v></c></row>'
    finding = refusal(read(book(row.format(1) + row.format(2))))
    assert (finding.code, finding.details["row"]) == ("row-doubled", 2)
    assert finding.details["sheet_name"]


@pytest.mark.parametrize(
    ("row", "address"),
    [
        ("1", "XFE1"),
        ("1", "AAAA1"),
        ("1", "A-1"),
        ("1", ""),
        ("1", "A1048577"),
        ("1048577", "A1048577"),
        ("9999999", "A9999999"),
        # Cut to 32 bits these would be row 1.
        ("4294967297", "A4294967297"),
        ("18446744073709551617", "A1"),
    ],
)
def test_an_address_that_no_sheet_has_is_refused(book, read, row, address):
    cell = f'<row r="{row}"><c r="{address}"><v>1</v></c></row>'
    assert refusal(read(book(cell))).code == "file-truncated"


def test_the_last_cell_that_a_sheet_has_is_read(book, read):
    corner = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    assert len(read(book(corner)).workbook.sheets[0].rows) == 1_048_576
    assert len(read(book('<row r="1"><c r="XFD1"><v>1</v></c></row>')).workbook.sheets[0].rows) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
@pytest.mark.parametrize("address", ["XFD900000", "AAAAAAAAAAAA1"])
def test_an_address_that_spans_more_than_memory_holds_is_a_finding(book, read, address):
    cells = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{address}"><v>1</v></c></row>'
    assert refusal(read(book(cells))).code in {"parser-memory", "parser-crashed", "file-truncated"}


def test_a_zip_bomb_is_not_unpacked(book, read):
    bomb = book(ONE_CELL, more={"xl/media/image1.png": bytes(40 * 2**20)})
    assert len(bomb) < 100_000
    assert refusal(read(bomb)).code == "zip-bomb"


def test_too_many_members_are_a_bomb(book, read):
    members = {f"xl/{number}": b"" for number in range(2_000)}
    assert refusal(read(book(ONE_CELL, more=members))).code == "zip-bomb"


def test_a_member_larger_than_it_says_is_refused(book, read):
    content = bytearray(book(ONE_CELL, more={"xl/lie": bytes(1000)}))
    told, lie = struct.pack("<I", 1000), struct.pack("<I", 10)
    assert content.count(told) == 2
    assert refusal(read(bytes(content.replace(told, lie)))).code == "file-truncated"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("flag", [0x20, 0x40])
def test_a_member_packed_in_a_way_that_readers_disagree_on_is_refused(book, read, flag):
    damaged = bytearray(book(ONE_CELL))
    directory = damaged.index(b"PK\x01\x02")
    damaged[directory + 8] |= flag
    assert refusal(read(bytes(damaged))).code == "file-newer"


def test_a_member_that_is_there_twice_is_refused(book, read, tmp_path):
    path = tmp_path / "ganda.xlsx"
    path.write_bytes(book(ONE_CELL))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", b"")
    finding = refusal(read_file(path))
    assert (finding.code, finding.details["member"]) == ("member-doubled", "xl/workbook.xml")


def test_sizes_over_the_limits_are_refused(book, read):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 9))
    small_file = replace(DEFAULT_LIMITS, file_bytes=100)
    assert refusal(read(book(rows), limits=small_file)).code == "file-too-large"
    small_content = replace(DEFAULT_LIMITS, unpacked_bytes=500)
    assert refusal(read(book(rows), limits=small_content)).code == "file-too-large"
    few_cells = replace(DEFAULT_LIMITS, sheet_cells=7)
    assert refusal(read(book(rows), limits=few_cells)).code == "sheet-too-large"
    assert refusal(read(b"1,2,3,4,5,6,7,8", limits=few_cells)).code == "sheet-too-large"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_asking_for_too_much_memory_is_a_finding(book, read):
    limits = replace(DEFAULT_LIMITS, memory_bytes=256 * 2**20)
    # Two cells that a native engine spans a table of 147 million cells between: it aborts.
    corners = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9000"><c r="XFD9000"><v>1</v></c></row>'
    )
    assert refusal(read(book(corners), limits=limits)).code == "parser-memory"
    text = b"a,b\n" * 2**22
    assert refusal(read(text * 4, limits=limits)).code == "parser-memory"


def test_every_refusal_has_its_two_sentences_and_no_sentence_is_without_one():
    source = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("jailed", "readers")
        for path in (ROOT / "etl" / folder).glob("*.py")
    )
    raised = re.findall(
        r'(?:RefusedError|refused|_UnreadableError|finding|Finding)\(\s*(?:code=)?"([a-z-]+)"',
        source,
    )
    fields = {"file", "sheet", "cell", "value", "suffix", *re.findall(r"\b(\w+)=", source), "count"}
    for language in ("id", "en"):
        path = ROOT / "cakupan" / "texts" / "sentences" / language / "findings_file.toml"
        sentences = tomllib.loads(path.read_text(encoding="utf-8"))
        assert sentences.keys() == set(raised)
        for code, both in sentences.items():
            assert both.keys() == {"message", "fix"}, code
            for sentence in both.values():
                named = {name for _, name, *_ in string.Formatter().parse(sentence) if name}
                assert named <= fields, code
