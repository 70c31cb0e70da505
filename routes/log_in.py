"""``/masuk``: the page that asks for name and password, and the first administrator's page."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from cakupan.access.door import Door, Entered, Refused
from cakupan.access.first_admin import make_first
from cakupan.access.passwords import password_fault
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.storage.errors import StorageError
from cakupan.texts.number_format import count
from routes.door_page import NAME, NEW, PASSWORD, DoorPage, is_private, typed
from routes.gate import LOG_IN, clear_session, session_cookie, set_session
from routes.refusal import reader_words, refusal

_FIRST = f"{LOG_IN}/pertama"
_LOGGING_IN = DoorPage("log_in", LOG_IN, (NAME, PASSWORD))
_FIRST_ADMIN = DoorPage("first", _FIRST, (NAME, NEW))
LONGEST_TOKEN = 100

Note = Callable[[AuditEvent], None]


def register(server: Flask, *, door: Door, note: Note) -> None:
    """Open the pages; ``note`` writes into the audit log."""
    server.add_url_rule(LOG_IN, "log-in", _ask)
    server.add_url_rule(
        LOG_IN, "log-in-now", partial(_enter, door=door, note=note), methods=["POST"]
    )
    server.add_url_rule(
        "/keluar", "log-out", partial(_leave, door=door, note=note), methods=["POST"]
    )
    server.add_url_rule(_FIRST, "first-admin", _ask_first)
    server.add_url_rule(
        _FIRST, "first-admin-now", partial(_make_first, door=door, note=note), methods=["POST"]
    )


def _ask() -> Response:
    return _LOGGING_IN.show(kept={"ke": _onward()})


def _enter(*, door: Door, note: Note) -> Response | AnyResponse:
    if not is_private():
        return refusal(403, "access.only_https")
    name = typed(NAME)
    came = door.enter(name, typed(PASSWORD), address=request.remote_addr or "")
    if isinstance(came, Refused):
        note(_event(AuditKind.LOG_IN_REFUSED, name, door.clock(), why=came.why.value))
        said = refused_sentence(came, "access.refused.wrong")
        return _LOGGING_IN.show(kept={"ke": _onward()}, said=said, status=429 if came.wait else 403)
    return _entered(came, door, note)


def refused_sentence(refused: Refused, wrong: str) -> str:
    """How long to wait, or the sentence for a wrong password."""
    if not refused.wait:
        return reader_words()(wrong)
    seconds = count(int(refused.wait.total_seconds()) + 1, reader_words().language)
    return reader_words()("access.refused.wait", seconds=seconds)


def _entered(came: Entered, door: Door, note: Note) -> AnyResponse:
    # Whoever was logged in here before is so no more: an old id is worth nothing afterwards.
    door.leave(session_cookie())
    note(_event(AuditKind.LOGGED_IN, came.person.name, door.clock()))
    response = redirect(_onward(), code=303)
    set_session(response, came.session_id)
    return response


def _leave(*, door: Door, note: Note) -> AnyResponse:
    person = door.who(session_cookie())
    door.leave(session_cookie())
    if person:
        note(_event(AuditKind.LOGGED_OUT, person.name, door.clock()))
    response = redirect(LOG_IN, code=303)
    clear_session(response)
    return response


def _ask_first() -> Response:
    return _FIRST_ADMIN.show(kept={"token": request.args.get("token", "")[:LONGEST_TOKEN]})


def _make_first(*, door: Door, note: Note) -> Response | AnyResponse:
    if not is_private():
        return refusal(403, "access.only_https")
    token = request.form.get("token", "")[:LONGEST_TOKEN]
    name, password = typed(NAME).strip(), typed(NEW)
    fault = "nameless" if not name else password_fault(password, name=name)
    if fault:
        said = reader_words()(f"access.fault.{fault}")
        return _FIRST_ADMIN.show(kept={"token": token}, said=said, status=422)
    try:
        person = make_first(door.engine, token, name=name, password=password, now=door.clock())
    except StorageError:
        person = None
    if person is None:
        said = reader_words()("access.token_spent")
        return _FIRST_ADMIN.show(kept={"token": ""}, said=said, status=403)
    note(_event(AuditKind.PERSON_ADDED, person.name, door.clock(), person=person.name))
    return _entered(Entered(person, door.admit(person)), door, note)


def _event(kind: AuditKind, by: str, at: datetime, **details: str) -> AuditEvent:
    return AuditEvent(kind, by, at, details)


def _onward() -> str:
    """Where to go on to: a path of our own, whatever an address from elsewhere says."""
    wanted = request.values.get("ke", "/")
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if ours and "\n" not in wanted and "\r" not in wanted else "/"
