"""A workbook into rows, by calamine, completed by what calamine does not tell.

The same for every container: what the second look finds differs, what is done with it does not.
"""

import io
import struct
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from etl.jailed import biff, open_document, xlsb
from etl.jailed.answer import AnswerWriter
from etl.jailed.compound_file import CompoundFile
from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_look import MOST_COLUMNS, MOST_ROWS, SheetLook
from etl.jailed.sheet_xml import XmlLook
from etl.jailed.workbook_parts import check_shared_strings, percent_styles, workbook_parts

_PIECE = 4 * 1024 * 1024

Row = Sequence[object]


def write_xlsx(data: bytes, archive: zipfile.ZipFile, answer: AnswerWriter, kind: str) -> None:
    """An .xlsx or .xlsm."""
    check_shared_strings(archive)
    parts, percents = workbook_parts(archive), percent_styles(archive)
    looks, near = {}, {}
    for name, member in parts.sheets.items():
        one = XmlLook(percents, name)
        with archive.open(member) as stream:
            one.read(iter(partial(stream.read, _PIECE), b""))
        looks[name] = one.sheet
        if one.cut_from:
            near[member] = one.near(archive.read(member))
    answer.container(kind, from_1904=parts.from_1904)
    _write(_with_parts(archive, near) if near else data, looks, answer)


def write_xlsb(data: bytes, archive: zipfile.ZipFile, answer: AnswerWriter) -> None:
    """A binary workbook in a zip."""
    try:
        parts, percents = xlsb.workbook_parts(archive), xlsb.percent_styles(archive)
        looks = {
            name: xlsb.look(archive.read(member), percents) for name, member in parts.sheets.items()
        }
    except (IndexError, struct.error) as fault:
        raise RefusedError("file-truncated") from fault
    answer.container("xlsb", from_1904=parts.from_1904)
    _write(data, looks, answer)


def write_ods(data: bytes, archive: zipfile.ZipFile, answer: AnswerWriter) -> None:
    """An OpenDocument spreadsheet."""
    if "content.xml" not in archive.namelist():
        raise RefusedError("file-truncated")
    content = archive.read("content.xml")
    open_document.check_version(content)
    try:
        looks = open_document.looks(content)
    except ValueError as fault:
        raise RefusedError("file-truncated") from fault
    del content
    answer.container("ods")
    _write(data, looks, answer)


def write_xls(data: bytes, compound: CompoundFile, stream: str, answer: AnswerWriter) -> None:
    """An old binary workbook."""
    try:
        book = biff.look(compound.stream(stream))
    except (IndexError, struct.error) as fault:
        raise RefusedError("file-truncated") from fault
    answer.container("xls", from_1904=book.from_1904)
    _write(data, book.sheets, answer)


def _write(
    data: bytes, looks: dict[str, SheetLook] | list[SheetLook], answer: AnswerWriter
) -> None:
    """Every worksheet of the workbook, in its order; charts and macros are left."""
    try:
        book = load_workbook(io.BytesIO(data))
        sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        for number, meta in enumerate(sheets):
            if isinstance(looks, dict):
                seen = looks.get(meta.name)
            else:
                seen = looks[number] if number < len(looks) else None
            seen = seen or SheetLook()
            seen.hidden = meta.visible != SheetVisibleEnum.Visible
            _write_sheet(meta.name, book, seen, answer)
    except PasswordError as fault:
        raise RefusedError("file-encrypted") from fault
    except CalamineError as fault:
        raise RefusedError("file-truncated") from fault


def _write_sheet(name: str, book: CalamineWorkbook, seen: SheetLook, answer: AnswerWriter) -> None:
    sheet = book.get_sheet_by_name(name)
    bottom, right = sheet.end or (0, 0)
    if bottom >= MOST_ROWS or right >= MOST_COLUMNS:
        # No program can have written a cell there.
        raise RefusedError("file-truncated")
    if not seen.merges:
        seen.merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    answer.sheet(name, **seen.traits())
    if seen.far is not None:
        answer.finding(
            "cells-far-away",
            severity="warns",
            sheet=name,
            cell=seen.far.first,
            details={"count": seen.far.count},
        )
    rows = _rows(sheet)
    answer.rows(_completed(rows, seen) if seen.texts else rows)


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    """Calamine begins at the first row of the sheet, but at the first used column."""
    _, left = sheet.start or (0, 0)
    if not left:
        return sheet.iter_rows()
    margin: list[object] = [None] * left
    return (margin + cells for cells in sheet.iter_rows())


def _completed(rows: Iterator[Row], seen: SheetLook) -> Iterator[Row]:
    """Rows with the texts of the second look in their places."""
    missing: dict[int, dict[int, str]] = {}
    for (number, column), text in seen.texts.items():
        missing.setdefault(number, {})[column] = text
    number = -1
    for number, row in enumerate(rows):
        yield _filled(row, missing[number]) if number in missing else row
    for beyond in range(number + 1, max(missing) + 1):
        yield _filled((), missing.get(beyond, {}))


def _filled(row: Row, texts: dict[int, str]) -> Row:
    cells = [*row, *[None] * (max(texts, default=-1) + 1 - len(row))]
    for column, text in texts.items():
        cells[column] = text
    return cells


def _with_parts(archive: zipfile.ZipFile, replaced: dict[str, bytes]) -> bytes:
    """The same archive, unpacked, with some members replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, replaced.get(name) or archive.read(name))
    return stream.getvalue()
