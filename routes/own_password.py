"""Choosing a password: by an invitation, or a new one in place of one's own."""

from datetime import datetime
from functools import partial

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from cakupan.access.door import Door, Refused
from cakupan.access.invitations import PATH, accept, choose
from cakupan.access.passwords import password_fault
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.people import Person
from cakupan.storage.invitations import invited
from routes import gate
from routes.door_page import AGAIN, CURRENT, NEW, DoorPage, is_private, typed
from routes.log_in import LONGEST_TOKEN, Note, refused_sentence
from routes.refusal import reader_words, refusal

OWN = f"{gate.LOG_IN}/ganti"
_CHOOSING = DoorPage("choose", PATH, (NEW, AGAIN))
_CHANGING = DoorPage("own", OWN, (CURRENT, NEW, AGAIN))


def register(server: Flask, *, door: Door, note: Note) -> None:
    """Open the pages; ``note`` writes into the audit log."""
    accept_now, change_now = (partial(act, door=door, note=note) for act in (_accept, _change))
    server.add_url_rule(PATH, "invited", partial(_ask_invited, door=door))
    server.add_url_rule(PATH, "invited-now", accept_now, methods=["POST"])
    server.add_url_rule(OWN, "own-password", _CHANGING.show)
    server.add_url_rule(OWN, "own-password-now", change_now, methods=["POST"])


def _ask_invited(*, door: Door) -> Response:
    token = request.args.get("token", "")[:LONGEST_TOKEN]
    person = invited(door.engine, token, at=door.clock())
    return _spent() if person is None else _choosing(person, token)


def _accept(*, door: Door, note: Note) -> Response | AnyResponse:
    if not is_private():
        return refusal(403, "access.only_https")
    token = request.form.get("token", "")[:LONGEST_TOKEN]
    person = invited(door.engine, token, at=door.clock())
    if person is None:
        return _spent()
    fault = _fault(person)
    if fault:
        return _choosing(person, token, said=fault, status=422)
    chosen = accept(door.engine, token, password=typed(NEW), now=door.clock())
    if chosen is None:
        return _spent()
    note(_event(AuditKind.INVITATION_ACCEPTED, chosen, door.clock()))
    return _inside(chosen, door)


def _change(*, door: Door, note: Note) -> Response | AnyResponse:
    person = gate.person()
    if person is None or not is_private():
        return refusal(403, "access.only_https")
    fault = _fault(person)
    if fault:
        return _CHANGING.show(said=fault, status=422)
    # As a log-in: wrong ones are counted, and whoever tries too many has to wait.
    came = door.enter(person.name, typed(CURRENT), address=request.remote_addr or "")
    if isinstance(came, Refused):
        note(_event(AuditKind.LOG_IN_REFUSED, person, door.clock(), why=came.why.value))
        said = refused_sentence(came, "access.own.wrong")
        return _CHANGING.show(said=said, status=429 if came.wait else 403)
    chosen = choose(door.engine, person, password=typed(NEW))
    note(_event(AuditKind.OWN_LOG_IN_CHANGED, chosen, door.clock()))
    return _inside(chosen, door)


def _fault(person: Person) -> str:
    """What is wrong with the new password; nothing for a good one typed twice."""
    fault = password_fault(typed(NEW), name=person.name)
    if fault:
        return reader_words()(f"access.fault.{fault.value}")
    return "" if typed(NEW) == typed(AGAIN) else reader_words()("access.users.unequal")


def _inside(person: Person, door: Door) -> AnyResponse:
    """Every session of the old password is over; this browser goes on with a new one."""
    response = redirect("/", code=303)
    gate.set_session(response, door.admit(person))
    return response


def _choosing(person: Person, token: str, *, said: str = "", status: int = 200) -> Response:
    kept = {"token": token}
    return _CHOOSING.show(kept=kept, said=said, status=status, person=person.name)


def _spent() -> Response:
    """The same for one that is spent, over, or never was."""
    return refusal(403, "access.invitation_spent")


def _event(kind: AuditKind, person: Person, at: datetime, **details: str) -> AuditEvent:
    return AuditEvent(kind, person.name, at, details)
