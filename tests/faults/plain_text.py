"""Writes tables as csv and as a web page."""

import csv
import html
import io
from collections.abc import Sequence

from tests.faults.values import Cell, Error

Rows = Sequence[Sequence[Cell]]


def delimited(rows: Rows, *, delimiter: str = ";") -> bytes:
    """A csv."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([map(_shown, row) for row in rows])
    return stream.getvalue().encode()


def web_page(rows: Rows) -> bytes:
    """A page of one table, as sites hand it out under the name .xls."""
    lines = "".join(
        f"<tr>{''.join(f'<td>{html.escape(_shown(cell))}</td>' for cell in row)}</tr>"
        for row in rows
    )
    return f"<html><head><title>x</title></head><body><table>{lines}</table></body></html>".encode()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Error):
        return cell.text
    return repr(float(cell)) if isinstance(cell, float) else str(cell)
