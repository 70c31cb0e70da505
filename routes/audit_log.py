"""``/exports/audit.csv``: the audit log, as far as an address asks for it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from flask import Flask, Response, request

from cakupan.domain.audit import AuditEvent
from cakupan.texts import Words
from routes import embargo_refusals, recorded
from routes.refusal import reader_words


def register(
    server: Flask,
    *,
    written: Callable[[Callable[[str], str], Words], bytes],
    note: Callable[[AuditEvent], None],
    clock: Callable[[], datetime],
) -> None:
    """Open the route, and record what is asked; ``written`` makes the file."""
    recorded.register(server, note=note, clock=clock)
    embargo_refusals.register(server, note=note, clock=clock)
    server.add_url_rule("/exports/audit.csv", "audit-csv", partial(_take, written=written))


def _take(*, written: Callable[[Callable[[str], str], Words], bytes]) -> Response:
    content = written(lambda name: request.args.get(name, ""), reader_words())
    response = Response(content, mimetype="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="jejak-audit.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response
