"""One's own sessions: since when they go on, and all others ended at once with the password."""

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from cakupan.access.door import Door, Refused
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.people import Person
from cakupan.storage.sessions import end_sessions_of
from cakupan.texts import date_format
from cakupan.texts.number_format import count
from routes import gate
from routes.door_page import CURRENT, DoorPage, is_private, typed
from routes.log_in import Note, refused_sentence
from routes.refusal import reader_words, refusal

SESSIONS = f"{gate.LOG_IN}/sesi"
_PAGE = DoorPage("sessions", SESSIONS, (CURRENT,))
_MOST_NAMED = 10
_Act = Callable[[Person], Response | AnyResponse]


def register(server: Flask, *, door: Door, note: Note) -> None:
    """Open the page; ``note`` writes into the audit log."""
    server.add_url_rule(SESSIONS, "own-sessions", partial(_own, partial(_show, door=door)))
    end = partial(_own, partial(_end, door=door, note=note))
    server.add_url_rule(SESSIONS, "own-sessions-now", end, methods=["POST"])


def _own(act: _Act) -> Response | AnyResponse:
    person = gate.person()
    return refusal(403, "access.forbidden") if person is None else act(person)


def _show(person: Person, *, door: Door, said: str = "", status: int = 200) -> Response:
    """When each was begun, the newest first."""
    say, going = reader_words(), door.sessions_of(person)
    begun = [date_format.moment(at.astimezone(), say.language) for at in going[:_MOST_NAMED]]
    more = ["…"] if len(going) > _MOST_NAMED else []
    return _PAGE.show(
        said=said,
        status=status,
        count=count(len(going), say.language),
        begun=" · ".join([*begun, *more]),
    )


def _end(person: Person, *, door: Door, note: Note) -> Response | AnyResponse:
    if not is_private():
        return refusal(403, "access.only_https")
    # As a log-in: wrong ones are counted, and whoever tries too many has to wait.
    came = door.enter(person.name, typed(CURRENT), address=request.remote_addr or "")
    if isinstance(came, Refused):
        why = {"why": came.why.value}
        note(AuditEvent(AuditKind.LOG_IN_REFUSED, person.name, door.clock(), why))
        said = refused_sentence(came, "access.sessions.wrong")
        return _show(person, door=door, said=said, status=429 if came.wait else 403)
    # The one that was just begun, and the one of this browser, are no others.
    others = len(door.sessions_of(person)) - 2
    end_sessions_of(door.engine, person.name)
    details = {"person": person.name, "sessions": str(others)}
    note(AuditEvent(AuditKind.SESSIONS_ENDED, person.name, door.clock(), details))
    response = redirect(SESSIONS, code=303)
    gate.set_session(response, door.admit(person))
    return response
