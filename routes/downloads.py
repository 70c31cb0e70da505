"""What is downloaded from the Data page: forms to fill in, and a file's findings to send back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask, Response, request, send_file

from cakupan.domain.findings import Finding
from cakupan.domain.reference import Reference
from cakupan.exports.findings_workbook import SourceSheet, ToldFinding, write_findings
from cakupan.texts import Words
from etl.intake.desk import Desk
from etl.readers import read_file
from etl.sentences import bare_sentence
from etl.templates import build_templates
from layouts.choices import parse
from layouts.data.records import FORMS
from routes.refusal import reader_words, refusal
from routes.visitor import visitor

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(
    server: Flask, *, desk: Desk, reference: Reference, clock: Callable[[], datetime]
) -> None:
    """Open the two routes."""
    server.add_url_rule(
        "/templates/<name>.xlsx",
        "templates",
        partial(template, reference=reference, clock=clock),
    )
    server.add_url_rule("/upload/<token>/findings.xlsx", "findings", partial(findings, desk=desk))


def template(name: str, *, reference: Reference, clock: Callable[[], datetime]) -> Response:
    """A form for the region of the address and this year."""
    if name not in FORMS:
        return refusal(404, "data.upload.no_form")
    # Its library is read in once somebody takes a form.
    from cakupan.exports.template_workbooks import write_templates  # noqa: PLC0415

    choices = parse(request.query_string.decode("utf-8", "replace"), reference).choices
    books = build_templates(
        reference,
        region=reference.directory[choices.region_code],
        year=clock().year,
        say=reader_words(),
    )
    book = dict(zip(FORMS, books, strict=True))[name]
    with TemporaryDirectory() as folder:
        [path] = write_templates([book], Path(folder))
        return _attachment(path, book.file_name)


def findings(token: str, *, desk: Desk) -> Response:
    """Everything found in a waiting file, its cells marked."""
    ticket = desk.find(visitor(), token)
    if ticket is None or ticket.examined is None or ticket.load is not None:
        return refusal(404, "data.upload.not_there")
    say = reader_words()
    with desk.turn(ticket.owner):
        read = read_file(ticket.kept.path)
    sheets = read.workbook.sheets if read.workbook else ()
    with TemporaryDirectory() as folder:
        path = write_findings(
            Path(folder) / "findings.xlsx",
            [_told(finding, ticket.file_name, say) for finding in ticket.examined.findings],
            file_name=ticket.file_name,
            checked_at=ticket.received_at.astimezone(),
            say=say,
            sheets=[SourceSheet(sheet.name, sheet.rows) for sheet in sheets],
        )
        name = say("data.file.findings_name", file=Path(ticket.file_name).stem)
        return _attachment(path, name)


def _told(finding: Finding, file_name: str, say: Words) -> ToldFinding:
    told = bare_sentence(finding, file_name, say)
    return ToldFinding(finding, told.message, told.fix)


def _attachment(path: Path, name: str) -> Response:
    """A file that the browser saves under this name; it is read before its folder goes."""
    response = send_file(
        BytesIO(path.read_bytes()), mimetype=XLSX, as_attachment=True, download_name=name
    )
    response.headers["Cache-Control"] = "no-store"
    return response
