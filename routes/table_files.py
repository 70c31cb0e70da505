"""``GET /exports/wilayah.xlsx|csv``: the table of a page for the choices of its address."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from io import BytesIO

from flask import Flask, Response, request, send_file

from cakupan.domain.language import Language
from cakupan.exports.column_files import ColumnTable, columns_csv, columns_workbook
from routes.downloads import XLSX
from routes.refusal import refusal

Tabulate = Callable[[str], tuple[ColumnTable, Language] | None]

_CSV = "text/csv; charset=utf-8"


def register(
    server: Flask, *, name: str, tabulate: Tabulate, clock: Callable[[], datetime]
) -> None:
    """Open the routes of one table, a format each."""
    for kind in ("xlsx", "csv"):
        server.add_url_rule(
            f"/exports/{name}.{kind}",
            f"exports-{name}-{kind}",
            partial(table_file, kind, tabulate=tabulate, clock=clock),
        )


def table_file(kind: str, *, tabulate: Tabulate, clock: Callable[[], datetime]) -> Response:
    """The table as a file; without data there is none."""
    found = tabulate(request.query_string.decode("utf-8", "replace"))
    if found is None:
        return refusal(404, "wilayah.no_file")
    table, language = found
    if kind == "csv":
        content, mimetype = columns_csv(table, language), _CSV
    else:
        content, mimetype = columns_workbook(table, made_at=clock()), XLSX
    response = send_file(
        BytesIO(content),
        mimetype=mimetype,
        as_attachment=True,
        download_name=f"{table.file_name}.{kind}",
    )
    response.headers["Cache-Control"] = "no-store"
    return response
