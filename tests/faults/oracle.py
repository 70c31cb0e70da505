"""What a damaged file says by other readers than ours: openpyxl, csv and zipfile."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import openpyxl

from etl.readers import Workbook

Plain = tuple[object, ...]


def checksums_are_right(data: bytes) -> bool:
    """Whether every member of a zip unpacks to what its checksum says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.testzip() is None
    except Exception:  # noqa: BLE001  a broken zip may raise anything
        return False


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many sheets another reader could read, too, and the first row it sees otherwise."""

    sheets: int = 0
    difference: str | None = None


def compare(book: Workbook, data: bytes) -> Comparison:
    """Hold a workbook against what another reader makes of the same bytes."""
    sheets = 0
    for name, ours, theirs in _pairs(book, data):
        if theirs is None:
            continue
        sheets += 1
        for number, (mine, other) in enumerate(zip_longest(_plain(ours), _plain(theirs)), start=1):
            if mine != other:
                difference = f"{name}, row {number}: {mine!r} is {other!r} elsewhere"
                return Comparison(sheets, difference)
    return Comparison(sheets)


def _pairs(
    book: Workbook, data: bytes
) -> Iterable[tuple[str, Sequence[Plain], Sequence[Plain] | None]]:
    if book.container == "csv":
        yield "csv", book.sheets[0].rows, _csv_rows(data)
    elif book.container in ("xlsx", "xlsm"):
        others = _xlsx_sheets(data)
        for sheet in book.sheets:
            yield sheet.name, sheet.rows, others.get(sheet.name)


def _csv_rows(data: bytes) -> Sequence[Plain] | None:
    """Rows by either delimiter of the files that were damaged, whichever cuts more."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    readings = [
        [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign)]
        for sign in ";,"
    ]
    return max(readings, key=lambda rows: sum(map(len, rows)))


def _xlsx_sheets(data: bytes) -> dict[str, Sequence[Plain]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            values, formulas = (
                openpyxl.load_workbook(io.BytesIO(data), data_only=only) for only in (True, False)
            )
    except Exception:  # noqa: BLE001  what it cannot read it raises anything about
        return {}
    return {
        sheet.title: [
            tuple(
                formula if value is None else value
                for value, formula in zip(row, written, strict=True)
            )
            for row, written in zip(
                sheet.iter_rows(values_only=True),
                formulas[sheet.title].iter_rows(values_only=True),
                strict=True,
            )
        ]
        for sheet in values.worksheets
    }


def _plain(rows: Iterable[Plain]) -> list[Plain]:
    """Rows without what no reader need agree on: blank ends, blank text, 5.0 and 5."""
    plain = []
    for row in rows:
        cells = [None if isinstance(one, str) and not one.strip() else one for one in row]
        while cells and cells[-1] is None:
            cells.pop()
        plain.append(tuple(cells))
    while plain and not plain[-1]:
        plain.pop()
    return plain
