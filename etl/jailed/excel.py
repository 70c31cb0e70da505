"""A workbook into rows, by calamine, completed by what calamine does not tell.

The same for every container: what the second look finds differs, what is done with it does not.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial

from python_calamine import (
    CalamineError,
    CalamineSheet,
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
from etl.jailed.zip_guard import GuardedZip

_PIECE = 4 * 1024 * 1024

Row = Sequence[object]
Looks = dict[str, SheetLook] | list[SheetLook]


def write_xlsx(
    data: bytes, archive: GuardedZip, answer: AnswerWriter, kind: str, helper: Executor
) -> None:
    """An .xlsx or .xlsm; ``helper`` looks a second time while the engine reads, if that is safe."""
    check_shared_strings(archive)
    parts, percents = workbook_parts(archive), percent_styles(archive)
    answer.container(kind, from_1904=parts.from_1904)
    looks = helper.submit(_looks, archive, parts.sheets, percents)
    if any(tally.may_have_gap for tally in archive.tallies.values()):
        # A lone cell far below would take the engine more memory than there is.
        near = {
            parts.sheets[name]: look.near(archive.read(parts.sheets[name]))
            for name, look in looks.result().items()
            if look.cut_from
        }
        data = _with_parts(archive, near) if near else data
    _write(data, lambda: {name: look.sheet for name, look in looks.result().items()}, answer)


def _looks(
    archive: zipfile.ZipFile, sheets: dict[str, str], percents: frozenset[int]
) -> dict[str, XmlLook]:
    looks = {}
    for name, member in sheets.items():
        looks[name] = XmlLook(percents, name)
        with archive.open(member) as stream:
            looks[name].read(iter(partial(stream.read, _PIECE), b""))
    return looks


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
    _write(data, lambda: looks, answer)


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
    _write(data, lambda: looks, answer)


def write_xls(data: bytes, compound: CompoundFile, stream: str, answer: AnswerWriter) -> None:
    """An old binary workbook."""
    try:
        book = biff.look(compound.stream(stream))
    except (IndexError, struct.error) as fault:
        raise RefusedError("file-truncated") from fault
    answer.container("xls", from_1904=book.from_1904)
    _write(data, lambda: book.sheets, answer)


def _write(data: bytes, looking: Callable[[], Looks], answer: AnswerWriter) -> None:
    """Every worksheet of the workbook, in its order; charts and macros are left.

    What the second look found is only asked for when the first sheet is parsed.
    """
    try:
        book = load_workbook(io.BytesIO(data))
        sheets = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        for number, meta in enumerate(sheets):
            sheet, looks = book.get_sheet_by_name(meta.name), looking()
            if isinstance(looks, dict):
                seen = looks.get(meta.name)
            else:
                seen = looks[number] if number < len(looks) else None
            seen = seen or SheetLook()
            seen.hidden = meta.visible != SheetVisibleEnum.Visible
            _write_sheet(sheet, seen, answer)
    except PasswordError as fault:
        raise RefusedError("file-encrypted") from fault
    except CalamineError as fault:
        # What the second look refuses, it can say more of.
        looking()
        raise RefusedError("file-truncated") from fault


def _write_sheet(sheet: CalamineSheet, seen: SheetLook, answer: AnswerWriter) -> None:
    bottom, right = sheet.end or (0, 0)
    if bottom >= MOST_ROWS or right >= MOST_COLUMNS:
        # No program can have written a cell there.
        raise RefusedError("file-truncated")
    if not seen.merges:
        seen.merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    answer.sheet(sheet.name, **seen.traits())
    if seen.far is not None:
        answer.finding(
            "cells-far-away",
            severity="warns",
            sheet=sheet.name,
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
