"""What is asked of the server that leaves a line in the audit log: files in, files out, refusals.

What changes figures is not among it: that is recorded where it is written, in one transaction.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from flask import Flask, Response, g, request
from sqlalchemy.exc import SQLAlchemyError

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditKind

_log = logging.getLogger(__name__)
_LONGEST = 300
_TAKEN = ("exports-card", "exports-page", "exports-deck-xlsx", "findings", "target-letter", "press")
KINDS: Mapping[str, AuditKind] = {
    "upload": AuditKind.FILE_UPLOADED,
    "deck-template": AuditKind.TEMPLATE_ADDED,
    "no-template": AuditKind.TEMPLATE_REMOVED,
    "audit-csv": AuditKind.AUDIT_TAKEN,
    **dict.fromkeys(_TAKEN, AuditKind.TAKEN_AWAY),
    **dict.fromkeys(("deck-summary", "deck-chosen", "deck-refresh"), AuditKind.DECK_MADE),
}
"""By the endpoint; recorded where it was answered."""


def register(
    server: Flask, *, note: Callable[[AuditEvent], None], clock: Callable[[], datetime]
) -> None:
    """Look at every answer; ``note`` writes into the audit log."""
    server.after_request(partial(_record, note=note, clock=clock))


def _record(
    response: Response, *, note: Callable[[AuditEvent], None], clock: Callable[[], datetime]
) -> Response:
    kind = _kind(response)
    if kind is not None:
        put_down(AuditEvent(kind, actor().name, clock(), _details()), note)
    return response


def put_down(event: AuditEvent, note: Callable[[AuditEvent], None]) -> None:
    """Record what was answered already."""
    try:
        note(event)
    except SQLAlchemyError as error:
        # A medium that cannot be written serves all the same; the log of the server says so.
        _log.error("not recorded: %s", event.kind.value, exc_info=error)


def asked() -> str:
    """The address of the request at hand."""
    return request.full_path.rstrip("?")[:_LONGEST]


def _kind(response: Response) -> AuditKind | None:
    if g.get("denied"):
        return AuditKind.DENIED
    done = response.status_code < 300 and request.method != "HEAD"
    return KINDS.get(request.endpoint or "") if done else None


def _details() -> dict[str, str | int]:
    """What was asked for, and the names of files that came with it."""
    details: dict[str, str | int] = {"asked": asked()}
    if not g.get("denied") and request.files:
        names = ", ".join(file.filename or "" for _, file in request.files.items(multi=True))
        details["file"] = names[:_LONGEST]
    elif g.get("denied"):
        details["needed"] = str(g.denied)
    return details
