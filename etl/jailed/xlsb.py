"""A second look at a binary workbook (.xlsb): its records, beside the engine that reads them.

Record numbers and layouts are those of Microsoft's open specification [MS-XLSB].
"""

import struct
import zipfile
from collections.abc import Iterator

from etl.jailed.biff import ERRORS
from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_look import SheetLook, styles_with_percent
from etl.jailed.workbook_parts import Parts, targets_of

_ROW, _ERROR, _FORMULA_ERROR, _COLUMNS, _MERGE = 0, 3, 11, 60, 176
_NUMBERS = frozenset({2, 5, 9})
_BOOK, _SHEET = 153, 156
_FORMAT, _STYLE, _STYLES, _STYLES_END = 44, 47, 617, 618


def workbook_parts(archive: zipfile.ZipFile) -> Parts:
    """Sheets by name, and from which year days are counted."""
    targets = targets_of(archive, "xl/_rels/workbook.bin.rels")
    sheets, from_1904 = {}, False
    for kind, body in _records(archive.read("xl/workbook.bin")):
        if kind == _BOOK:
            from_1904 = bool(body[0] & 1)
        elif kind == _SHEET:
            link, end = _text(body, 8)
            name, _ = _text(body, end)
            if link in targets:
                sheets[name] = targets[link]
    return Parts(sheets, from_1904)


def percent_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Numbers of the cell styles that show percent."""
    if "xl/styles.bin" not in archive.namelist():
        return frozenset()
    codes: dict[int, str] = {}
    numbers: list[int] = []
    of_cells = False
    for kind, body in _records(archive.read("xl/styles.bin")):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind in (_STYLES, _STYLES_END):
            of_cells = kind == _STYLES
        elif kind == _STYLE and of_cells:
            numbers.append(struct.unpack_from("<H", body, 2)[0])
    return styles_with_percent(numbers, codes)


def look(data: bytes, percents: frozenset[int]) -> SheetLook:
    """Look at one sheet."""
    sheet = SheetLook()
    row = 0
    for kind, body in _records(data):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0]
            if len(body) > 11 and body[11] & 0x10:
                sheet.hidden_rows.append(row)
        elif kind in (_ERROR, _FORMULA_ERROR):
            column, error = struct.unpack_from("<I4xB", body)
            sheet.texts[row, column] = ERRORS.get(error, "#N/A")
        elif kind in _NUMBERS and percents:
            column, style = struct.unpack_from("<II", body)
            if style & 0xFFFFFF in percents:
                sheet.percents.add(row, column)
        elif kind == _COLUMNS and len(body) > 16 and body[16] & 1:
            sheet.hidden_columns.append(struct.unpack_from("<II", body))
        elif kind == _MERGE:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            sheet.merges.append((top, left, bottom, right))
    return sheet


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record: both numbers before it have their end in their highest bit."""
    place, size = 0, len(data)
    try:
        while place < size:
            kind = data[place]
            place += 1
            if kind & 0x80:
                kind = (kind & 0x7F) | (data[place] << 7)
                place += 1
            length = shift = 0
            while True:
                byte = data[place]
                place += 1
                length |= (byte & 0x7F) << shift
                shift += 7
                if not byte & 0x80:
                    break
            if place + length > size or shift > 28:
                raise RefusedError("file-truncated")
            yield kind, data[place : place + length]
            place += length
    except (IndexError, struct.error) as fault:
        raise RefusedError("file-truncated") from fault


def _text(body: bytes, place: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    length = struct.unpack_from("<I", body, place)[0]
    end = place + 4 + 2 * length
    return body[place + 4 : end].decode("utf-16-le", "replace"), end
