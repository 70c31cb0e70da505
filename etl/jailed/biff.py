"""A second look at an old Excel workbook (.xls): its records, beside the engine that reads them.

Record numbers and layouts are those of Microsoft's open specification [MS-XLS].
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_look import SheetLook, styles_with_percent

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_BOF, _EOF, _PASSWORD, _DATE_1904 = 0x0809, 0x000A, 0x002F, 0x0022
_SHEET, _TEXTS, _FORMAT, _STYLE = 0x0085, 0x00FC, 0x041E, 0x00E0
_FORMULA, _NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS = 0x0006, 0x0203, 0x027E, 0x00BD
_BOOL_OR_ERROR, _ROW, _COLUMNS = 0x0205, 0x0208, 0x007D
_NEWEST = 0x0600
_LEAST_TEXT = 3

Record = tuple[int, bytes]


@dataclass(slots=True)
class BiffLook:
    """Looks at the sheets, in the order of the workbook."""

    from_1904: bool = False
    sheets: list[SheetLook] = field(default_factory=list)


def look(stream: bytes) -> BiffLook:
    """Look at the whole workbook stream. Refuses what is encrypted, newer, or ends too early."""
    book = BiffLook()
    begins: list[int] = []
    codes: dict[int, str] = {}
    styles: list[int] = []
    for kind, body in _records(stream, 0):
        if kind == _PASSWORD:
            raise RefusedError("file-encrypted")
        if kind == _DATE_1904:
            book.from_1904 = body[:1] == b"\x01"
        elif kind == _SHEET and body[5:6] == b"\0":
            begins.append(_unpack("<I", body))
        elif kind == _TEXTS and _unpack("<I", body, 4) * _LEAST_TEXT > len(stream):
            raise RefusedError("file-truncated")
        elif kind == _FORMAT:
            codes[_unpack("<H", body)] = body[2:].replace(b"\0", b"").decode("latin-1")
        elif kind == _STYLE:
            styles.append(_unpack("<H", body, 2))
    percents = styles_with_percent(styles, codes)
    book.sheets += (_sheet(stream, begin, percents) for begin in begins)
    return book


def _sheet(stream: bytes, begin: int, percents: frozenset[int]) -> SheetLook:
    sheet = SheetLook()
    for kind, body in _records(stream, begin):
        if kind in (_NUMBER, _SHORT_NUMBER, _FORMULA, _BOOL_OR_ERROR):
            row, column, style = struct.unpack_from("<HHH", body)
            if style in percents:
                sheet.percents.add(row, column)
            error = _error(kind, body)
            if error is not None:
                sheet.texts[row, column] = ERRORS.get(error, "#N/A")
        elif kind == _SHORT_NUMBERS and percents:
            row, first = struct.unpack_from("<HH", body)
            for place in range((len(body) - 6) // 6):
                if _unpack("<H", body, 4 + 6 * place) in percents:
                    sheet.percents.add(row, first + place)
        elif kind == _ROW and len(body) > 12 and body[12] & 0x20:
            sheet.hidden_rows.append(_unpack("<H", body))
        elif kind == _COLUMNS and len(body) > 8 and body[8] & 1:
            sheet.hidden_columns.append((_unpack("<H", body), min(_unpack("<H", body, 2), 255)))
    return sheet


def _error(kind: int, body: bytes) -> int | None:
    """The number of the error that a cell shows, None where it shows none."""
    if kind == _BOOL_OR_ERROR:
        return body[6] if body[7:8] == b"\x01" else None
    # A formula's result is a number, or another kind in its first byte and two marks at its end.
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return body[8]
    return None


def _records(stream: bytes, begin: int) -> Iterator[Record]:
    """The records of one part of the stream, without those of what is embedded in it."""
    place, depth = begin, 0
    while True:
        if place + 4 > len(stream):
            raise RefusedError("file-truncated")
        kind, length = struct.unpack_from("<HH", stream, place)
        body = stream[place + 4 : place + 4 + length]
        place += 4 + length
        if kind == _BOF:
            depth += 1
            if depth == 1 and _unpack("<H", body) > _NEWEST:
                raise RefusedError("file-newer", kind=".xls")
        elif not depth or len(body) < length:
            raise RefusedError("file-truncated")
        elif kind == _EOF:
            depth -= 1
            if not depth:
                return
        elif depth == 1:
            yield kind, body


def _unpack(form: str, body: bytes, place: int = 0) -> int:
    try:
        return int(struct.unpack_from(form, body, place)[0])
    except struct.error as fault:
        raise RefusedError("file-truncated") from fault
