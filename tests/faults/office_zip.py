"""Writes small .xlsx, .xlsm, .xlsb and .ods workbooks, member by member."""

import io
import struct
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.faults.values import ERROR_NUMBERS, Cell, Error, Percent

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"

Rows = Sequence[Sequence[Cell]]


def zipped(members: dict[str, bytes], *, stored: bool = False) -> bytes:
    """A zip file of these members, always the same bytes."""
    stream = io.BytesIO()
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w", how) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            archive.writestr(info, content, compress_type=how)
    return stream.getvalue()


def xlsx(rows: Rows, *, macros: bool = False) -> bytes:
    """A workbook of one sheet, its texts shared; with ``macros`` it says it is an .xlsm."""
    return zipped(xlsx_members(rows, macros=macros))


def xlsx_members(rows: Rows, *, macros: bool = False) -> dict[str, bytes]:
    """The members of such a workbook."""
    texts = sorted({cell for row in rows for cell in row if isinstance(cell, str)})
    shared = "".join(f"<si><t xml:space='preserve'>{escape(text)}</t></si>" for text in texts)
    lines = "".join(
        f'<row r="{number}">{_xml_cells(number, row, texts)}</row>'
        for number, row in enumerate(rows, start=1)
    )
    book = f"{_MACROS if macros else _TYPE + '.sheet'}.main+xml"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{book}"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            '<Override PartName="/xl/sharedStrings.xml"'
            f' ContentType="{_TYPE}.sharedStrings+xml"/></Types>'
        ).encode(),
        "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
            '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": relations(
            {
                "worksheet": "worksheets/sheet1.xml",
                "sharedStrings": "sharedStrings.xml",
                "styles": "styles.xml",
            }
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{_MAIN}"><fonts><font/></fonts>'
            "<fills><fill><patternFill/></fill></fills>"
            "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>'
        ).encode(),
        "xl/sharedStrings.xml": (
            f'<sst xmlns="{_MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{shared}</sst>'
        ).encode(),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'
        ).encode(),
    }


def relations(targets: dict[str, str]) -> bytes:
    """A member that links others, by their kind."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'.encode()


def _xml_cells(number: int, row: Sequence[Cell], texts: list[str]) -> str:
    cells = []
    for column, cell in enumerate(row):
        place = f'r="{chr(ord("A") + column)}{number}"'
        if isinstance(cell, Error):
            cells.append(f'<c {place} t="e"><v>{cell.text}</v></c>')
        elif isinstance(cell, str):
            cells.append(f'<c {place} t="s"><v>{texts.index(cell)}</v></c>')
        elif isinstance(cell, Percent):
            cells.append(f'<c {place} s="1"><v>{float(cell)!r}</v></c>')
        elif cell is not None:
            cells.append(f"<c {place}><v>{cell!r}</v></c>")
    return "".join(cells)


def xlsb(
    rows: Rows, *, merge: bool = False, hidden: bool = False, from_1904: bool = False
) -> bytes:
    """A binary workbook of one sheet.

    With ``merge`` its cells A1 and B1 are one; with ``hidden`` rows and columns 2 and 3 are.
    """
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary"/></Types>'
    )
    book = (
        record(131)
        + record(153, struct.pack("<II", int(from_1904), 0) + wide(""))
        + record(143)
        + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Data"))
        + record(144)
        + record(132)
    )
    styles = (
        record(278)
        + record(617, struct.pack("<I", 2))
        + b"".join(record(47, struct.pack("<HH12x", 0xFFFF, form)) for form in (0, 10))
        + record(618)
        + record(279)
    )
    return zipped(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": relations({"officeDocument": "xl/workbook.bin"}),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relations(
                {"worksheet": "worksheets/sheet1.bin", "styles": "styles.bin"}
            ),
            "xl/styles.bin": styles,
            "xl/worksheets/sheet1.bin": _binary_sheet(rows, merge=merge, hidden=hidden),
        }
    )


def record(kind: int, body: bytes = b"") -> bytes:
    """One record of a binary workbook."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(body)
    while length > 127:
        head += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + bytes([length]) + body


def wide(text: str) -> bytes:
    """A text with its length before it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _binary_sheet(rows: Rows, *, merge: bool, hidden: bool) -> bytes:
    width = max(map(len, rows), default=1)
    parts = [record(129), record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))]
    if hidden:
        columns = record(60, struct.pack("<IIIIH", 1, 2, 2304, 0, 1))
        parts += [record(390), columns, record(391)]
    parts.append(record(145))
    for number, row in enumerate(rows):
        is_hidden = 0x10 if hidden and number in (1, 2) else 0
        parts.append(record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, is_hidden, 0, 0)))
        for column, cell in enumerate(row):
            place = struct.pack("<II", column, int(isinstance(cell, Percent)))
            if isinstance(cell, Error):
                parts.append(record(3, place + bytes([ERROR_NUMBERS[cell.text]])))
            elif isinstance(cell, str):
                parts.append(record(6, place + wide(cell)))
            elif cell is not None:
                parts.append(record(5, place + struct.pack("<d", float(cell))))
    parts.append(record(146))
    if merge:
        merged = record(176, struct.pack("<IIII", 0, 0, 0, 1))
        parts += [record(177, struct.pack("<I", 1)), merged, record(178)]
    parts.append(record(130))
    return b"".join(parts)


def ods(rows: Rows, *, version: str = "1.3") -> bytes:
    """An OpenDocument spreadsheet of one sheet."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_open_cell, row))}</table:table-row>" for row in rows
    )
    return zipped(ods_members(lines, version=version))


def ods_members(rows: str, *, version: str = "1.3") -> dict[str, bytes]:
    """The members of an OpenDocument spreadsheet whose one table has this XML."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{spaces} xmlns:calcext="urn:calcext"'
        f' office:version="{version}"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:manifest"/>'
    return {
        "mimetype": _OPEN_DOCUMENT.encode(),
        "content.xml": content.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }


def _open_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, Error):
        attributes = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        shown = cell.text
    elif isinstance(cell, str):
        attributes, shown = 'office:value-type="string"', escape(cell)
    else:
        kind = "percentage" if isinstance(cell, Percent) else "float"
        shown = repr(float(cell)) if isinstance(cell, float) else repr(cell)
        attributes = f'office:value-type="{kind}" office:value="{shown}"'
    return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"
