"""``/masuk``: the page that asks for name and password, and the first administrator's page."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from html import escape
from ipaddress import ip_address
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from cakupan.access.door import Door, Entered, Refused
from cakupan.access.first_admin import make_first
from cakupan.access.passwords import password_fault
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.storage.errors import StorageError
from cakupan.texts.number_format import count
from routes.gate import LOG_IN, clear_session, session_cookie, set_session
from routes.refusal import reader_words, refusal

_PAGE = Template(Path(__file__).with_name("log_in.html").read_text(encoding="utf-8"))
_FIRST = f"{LOG_IN}/pertama"
_LONGEST_NAME, _LONGEST_PASSWORD = 80, 256

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
    return _page("log_in", {"ke": _onward()})


def _enter(*, door: Door, note: Note) -> Response | AnyResponse:
    if not _is_private():
        return refusal(403, "access.only_https")
    name = request.form.get("nama", "")[:_LONGEST_NAME]
    password = request.form.get("sandi", "")[:_LONGEST_PASSWORD]
    came = door.enter(name, password, address=request.remote_addr or "")
    if isinstance(came, Refused):
        note(_event(AuditKind.LOG_IN_REFUSED, name, door.clock(), why=came.why.value))
        seconds = count(int(came.wait.total_seconds()) + 1, reader_words().language)
        said = reader_words()(f"access.refused.{came.why.value}", seconds=seconds)
        return _page("log_in", {"ke": _onward()}, said=said, status=429 if came.wait else 403)
    return _entered(came, door, note)


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
    return _page("first", {"token": request.args.get("token", "")[:100]})


def _make_first(*, door: Door, note: Note) -> Response | AnyResponse:
    if not _is_private():
        return refusal(403, "access.only_https")
    token = request.form.get("token", "")[:100]
    name = request.form.get("nama", "").strip()[:_LONGEST_NAME]
    password = request.form.get("sandi", "")
    fault = "nameless" if not name else password_fault(password, name=name)
    if fault:
        said = reader_words()(f"access.fault.{fault}")
        return _page("first", {"token": token}, said=said, status=422)
    try:
        person = make_first(door.engine, token, name=name, password=password, now=door.clock())
    except StorageError:
        person = None
    if person is None:
        said = reader_words()("access.token_spent")
        return _page("first", {"token": ""}, said=said, status=403)
    note(_event(AuditKind.PERSON_ADDED, person.name, door.clock(), person=person.name))
    return _entered(Entered(person, door.admit(person)), door, note)


def _event(kind: AuditKind, by: str, at: datetime, **details: str) -> AuditEvent:
    return AuditEvent(kind, by, at, details)


def _onward() -> str:
    """Where to go on to: a path of our own, whatever an address from elsewhere says."""
    wanted = request.values.get("ke", "/")
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if ours and "\n" not in wanted and "\r" not in wanted else "/"


def _is_private() -> bool:
    """Whether nobody on the way can read a password: encrypted, or within this computer."""
    try:
        return request.is_secure or ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def _page(kind: str, kept: dict[str, str], *, said: str = "", status: int = 200) -> Response:
    say = reader_words()
    language = {"bahasa": say.language.value} if request.args.get("bahasa") else {}
    texts = {name: escape(say(f"access.{kind}.{name}")) for name in ("title", "lead", "button")}
    content = _PAGE.substitute(
        texts,
        language=say.language.value,
        product=escape(say("shell.name")),
        name=escape(say("access.name")),
        password=escape(say("access.password")),
        completion="new-password" if kind == "first" else "current-password",
        action=escape(f"{LOG_IN if kind == 'log_in' else _FIRST}?{urlencode(language)}"),
        kept="".join(
            f'<input type="hidden" name="{escape(key)}" value="{escape(value)}">'
            for key, value in kept.items()
        ),
        said=f'<p class="refused" role="alert">{escape(said)}</p>' if said else "",
    )
    return Response(content, status=status, mimetype="text/html")
