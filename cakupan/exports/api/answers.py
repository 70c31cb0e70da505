"""Rows as JSON or CSV. Numbers are whole as they are kept: nothing is rounded on the way."""

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO

from cakupan.exports.api.fields import Rows, Value
from cakupan.exports.api.parameters import EXCEL_ID
from cakupan.exports.api.resources import Resource
from cakupan.exports.untrusted_cells import as_text

_UTF8_MARK = "\ufeff"


def json_answer(resource: Resource, found: Rows, about: Mapping[str, object]) -> bytes:
    """An object with ``data``, a list of objects, after what is said ``about`` them."""
    names = [field.name for field in resource.fields]
    data = [dict(zip(names, row, strict=True)) for row in found.rows]
    return json.dumps({**about, "data": data}, ensure_ascii=False, allow_nan=False).encode()


def csv_answer(resource: Resource, found: Rows, *, dialect: str) -> bytes:
    """A head of field names, then a line a row: commas and decimal points, for machines.

    As ``excel-id``: semicolons, decimal commas and the mark by which Excel knows UTF-8.
    """
    for_excel = dialect == EXCEL_ID
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";" if for_excel else ",", lineterminator="\r\n")
    writer.writerow([field.name for field in resource.fields])
    writer.writerows(_texts(row, "," if for_excel else ".") for row in found.rows)
    return ((_UTF8_MARK if for_excel else "") + lines.getvalue()).encode()


def _texts(row: Sequence[Value], point: str) -> list[str]:
    return [_text(value, point) for value in row]


def _text(value: Value, point: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).replace(".", point)
    return as_text(value) if isinstance(value, str) else str(value)
