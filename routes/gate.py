"""The gate: every request passes here first. Nobody gets a byte of data without a right to it."""

import json
from collections.abc import Mapping

from flask import Flask, Response, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from cakupan.access.door import Door
from cakupan.access.may import SOLE_USER, may
from cakupan.domain.acting import Actor, act_as
from cakupan.domain.people import Action, Person, Role, Scope
from cakupan.domain.records import Record
from routes.refusal import refusal
from routes.rights import CALLBACK, CALLBACKS, OPEN, ROUTES

LOG_IN = "/masuk"
_PAGES = frozenset({"/", "/<path:path>", "show"})
_NOWHERE = Scope(frozenset())
_SECURE, _PLAIN = "__Host-cakupan", "cakupan-session"

Callbacks = Mapping[str, Mapping[str, object]]
"""How each callback is wired, by its output."""


class Gate(Record, frozen=True):
    """``door`` is None where nobody logs in: one person at this computer.

    ``callbacks`` are known by their outputs; more are wired after the gate stands.
    """

    door: Door | None
    callbacks: Callbacks


def register(server: Flask, *, gate: Gate) -> None:
    """Stand before every route."""

    def let_in() -> AnyResponse | None:
        return _let_in(gate)

    def go_out(_error: BaseException | None) -> None:
        # The thread goes on to other things; what it does then is not done by this visitor.
        act_as(Actor())

    server.before_request(let_in)
    server.teardown_request(go_out)


def session_cookie() -> str:
    """The secret of a session as the browser sends it; empty without one."""
    return request.cookies.get(_name(), "")


def set_session(response: AnyResponse, session_id: str) -> None:
    """Leave it with the browser: for this server alone, and out of reach of scripts."""
    response.set_cookie(
        _name(), session_id, secure=request.is_secure, httponly=True, samesite="Strict", path="/"
    )


def clear_session(response: AnyResponse) -> None:
    """Take it back, and all that a page has left in the browser with it."""
    response.delete_cookie(_name(), secure=request.is_secure, httponly=True, path="/")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


def person() -> Person | None:
    """Who is asking; None for nobody that is known."""
    found: Person | None = g.get("person")
    return found


def _let_in(gate: Gate) -> AnyResponse | None:
    address = request.remote_addr or ""
    if gate.door is None:
        g.person = SOLE_USER
        act_as(Actor(address))
        return None
    act_as(Actor(address, scope=_NOWHERE, role=Role.VIEWER))
    if request.endpoint in OPEN:
        return None
    found = gate.door.who(session_cookie())
    if found is None:
        return _ask_to_log_in()
    needed = _needed(gate)
    if not may(found, needed):
        g.denied = needed.value if needed else "unlisted"
        act_as(Actor(address, found.name, _NOWHERE, found.role))
        return refusal(403, "access.forbidden")
    g.person = found
    act_as(Actor(address, found.name, found.scope, found.role))
    return None


def _needed(gate: Gate) -> Action | None:
    """The right this request asks for; None for one that is not listed, which nobody has."""
    if request.endpoint != CALLBACK:
        return ROUTES.get(request.endpoint or "")
    return CALLBACKS.get(trigger(gate.callbacks))


def trigger(callbacks: Callbacks) -> str:
    """What sets off the callback that is asked for; empty for one that there is not."""
    body = request.get_json(silent=True)
    output = body.get("output") if isinstance(body, dict) else None
    wired = callbacks.get(output) if isinstance(output, str) else None
    return first_input(wired) if wired else ""


def _ask_to_log_in() -> Response | AnyResponse:
    if request.method == "GET" and request.endpoint in _PAGES:
        return redirect(f"{LOG_IN}?ke={request.full_path.rstrip('?')}", code=303)
    return refusal(401, "access.log_in_first")


def _name() -> str:
    return _SECURE if request.is_secure else _PLAIN


def first_input(wired: Mapping[str, object]) -> str:
    """The id of a callback's first input, or the type of one that stands there many times."""
    inputs = wired["inputs"]
    name = str(inputs[0]["id"]) if isinstance(inputs, list) and inputs else ""
    return str(json.loads(name)["type"]) if name.startswith("{") else name
