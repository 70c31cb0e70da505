"""The shares of a need as files: a workbook, CSV, or a page to print."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask, Response, request, send_file

from cakupan.domain.sheets import SampleBook, SampleSheet
from cakupan.exports.sample_workbooks import write_samples
from cakupan.exports.sheet_texts import sheet_csv, sheet_page
from routes.downloads import XLSX
from routes.refusal import reader_words, refusal

LetterOf = Callable[[str], tuple[str, SampleSheet] | None]
"""From the query of an address to a file's name without its ending, and a sheet."""


def register(server: Flask, *, letter_of: LetterOf) -> None:
    """Open the route."""
    server.add_url_rule(
        "/target/pembagian.<any(xlsx, csv, html):kind>",
        "target-letter",
        partial(target_letter, letter_of=letter_of),
    )


def target_letter(kind: str, *, letter_of: LetterOf) -> Response:
    """The table of the address, in the language of the address."""
    found = letter_of("?" + request.query_string.decode("utf-8", "replace"))
    if found is None:
        return refusal(404, "target.letter.not_there")
    name, sheet = found
    language = reader_words().language
    if kind == "html":
        response = Response(sheet_page(sheet, language), mimetype="text/html")
    elif kind == "csv":
        # Without this mark Excel would not know that the text is UTF-8.
        content = sheet_csv(sheet, language).encode("utf-8-sig")
        response = _file(content, f"{name}.csv", "text/csv")
    else:
        response = _file(_workbook(name, sheet), f"{name}.xlsx", XLSX)
    response.headers["Cache-Control"] = "no-store"
    return response


def _workbook(name: str, sheet: SampleSheet) -> bytes:
    with TemporaryDirectory() as folder:
        book = SampleBook(f"{name}.xlsx", sheet.metadata[0][0], (sheet,))
        [path] = write_samples([book], Path(folder))
        return path.read_bytes()


def _file(content: bytes, name: str, mimetype: str) -> Response:
    return send_file(BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=name)
