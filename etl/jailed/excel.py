"""An xlsx workbook into rows, by calamine, completed by what calamine does not tell."""

import io
import zipfile
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    load_workbook,
)

from etl.jailed.answer import AnswerWriter, Cell, tidy_row
from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_xml import SecondLook, look, sheet_parts


def write_workbook(data: bytes, archive: zipfile.ZipFile, answer: AnswerWriter) -> None:
    """Every worksheet of the workbook, in its order; charts and macros are left."""
    parts = sheet_parts(archive)
    looks = {name: look(archive.read(part)) for name, part in parts.items()}
    shortened = {parts[name]: seen.near for name, seen in looks.items() if seen.near is not None}
    if shortened:
        data = _with_parts(archive, shortened)
    try:
        book = load_workbook(io.BytesIO(data))
        for meta in book.sheets_metadata:
            if meta.typ == SheetTypeEnum.WorkSheet:
                _write_sheet(meta.name, book, looks.get(meta.name, SecondLook()), answer)
    except PasswordError as fault:
        raise RefusedError("file-encrypted") from fault
    except CalamineError as fault:
        raise RefusedError("file-truncated") from fault


def _write_sheet(name: str, book: CalamineWorkbook, seen: SecondLook, answer: AnswerWriter) -> None:
    answer.sheet(name)
    if seen.far is not None:
        answer.finding(
            "cells-far-away",
            severity="warns",
            sheet=name,
            cell=seen.far.first,
            details={"count": seen.far.count},
        )
    rows = _rows(book.get_sheet_by_name(name))
    for index, cells in _completed(rows, seen) if seen.texts else rows:
        answer.row(index, cells)


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[Cell]]]:
    """Rows that hold something, by their index.

    Calamine begins at the first row of the sheet, but at the first used column.
    """
    _, left = sheet.start or (0, 0)
    margin: list[Cell] = [None] * left
    for index, values in enumerate(sheet.iter_rows()):
        cells = tidy_row(values)
        if cells:
            yield index, margin + cells


def _completed(
    rows: Iterator[tuple[int, list[Cell]]], seen: SecondLook
) -> list[tuple[int, list[Cell]]]:
    """Rows with the texts of the second look in their places."""
    table = dict(rows)
    for (index, column), text in seen.texts.items():
        cells = table.setdefault(index, [])
        cells += [None] * (column + 1 - len(cells))
        cells[column] = text
    return sorted(table.items())


def _with_parts(archive: zipfile.ZipFile, replaced: dict[str, bytes]) -> bytes:
    """The same archive, unpacked, with some members replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, replaced.get(name) or archive.read(name))
    return stream.getvalue()
