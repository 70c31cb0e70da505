"""What the buttons of the Pengguna page do, each with its line in the audit log."""

from collections.abc import Callable
from functools import partial

from dash import ctx
from dash.development.base_component import Component

from cakupan.access.door import Door
from cakupan.access.invitations import PATH, invite, invite_again
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.people import EVERYWHERE, Person, Role, Scope
from cakupan.storage.audit import note
from cakupan.storage.people import change_person, find_person
from cakupan.storage.sessions import end_sessions_of
from callbacks.buttons import Button
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Write
from layouts import elements as html
from layouts.dialog import Faults
from layouts.page_ids.pengguna import PenggunaAction as Action
from layouts.page_ids.pengguna import PenggunaFieldId as Field
from layouts.pengguna import dialog
from layouts.pengguna.dialog import ADD, CHANGE, Opening
from layouts.pengguna.list_card import action_name
from layouts.view import Changes


def open_dialog(pressed: Button, data: object, *, tools: DataTools, door: Door) -> Changes | None:
    """The dialogue for the button pressed; None where its person is gone."""
    directory, say = tools.reference.directory, tools.say(data)
    if isinstance(pressed, str):
        return dialog.open_for(Opening(ADD, None), directory=directory, words=say)
    found = find_person(door.engine, str(pressed["person"]))
    if found is None:
        return None
    opening = Opening(action_name(Action(pressed["type"])), found[0])
    return dialog.open_for(opening, directory=directory, words=say)


def decide(decided: Decided, *, tools: DataTools, door: Door) -> Write | Faults:
    """What was decided about somebody, to be kept."""
    action = str(decided.intent["action"])
    if action in {ADD, CHANGE}:
        asked = _asked(decided, tools)
        if not isinstance(asked, Person):
            return asked
        return partial(_add if action == ADD else _change, asked, decided, tools, door)
    name = str(decided.intent["person"])
    return partial(_ACTS[Action(f"pengguna-{action}")], name, decided, tools, door)


def _asked(decided: Decided, tools: DataTools) -> Person | Faults:
    """Somebody as the fields say, or what is wrong with them."""
    typed, say = decided.typed, decided.say
    name = str(decided.intent["person"]) or typed[Field.PERSON]
    codes, directory = typed[Field.SCOPE].split(), tools.reference.directory
    faults = {}
    if not name:
        faults[Field.PERSON.value] = say("access.fault.nameless")
    unknown = [code for code in codes if code not in directory]
    if unknown:
        faults[Field.SCOPE.value] = say("pengguna.fault.scope", code=unknown[0])
    scope = Scope.of(codes) if codes else EVERYWHERE
    return faults or Person(name, Role(typed[Field.ROLE]), scope)


def _add(person: Person, decided: Decided, tools: DataTools, door: Door) -> list[Component]:
    token = invite(door.engine, person, now=tools.clock())
    _note(AuditKind.PERSON_ADDED, person.name, decided, tools, **_rights(person))
    return _invitation("added", person.name, token, decided)


def _change(person: Person, decided: Decided, tools: DataTools, door: Door) -> str:
    before = find_person(door.engine, person.name)
    change_person(door.engine, person.name, role=person.role.value, scope=person.scope.text)
    was = {f"{name}_before": text for name, text in _rights(before[0]).items()} if before else {}
    _note(AuditKind.PERSON_CHANGED, person.name, decided, tools, **_rights(person), **was)
    return decided.say("access.users.changed", name=person.name)


def _invite(name: str, decided: Decided, tools: DataTools, door: Door) -> list[Component]:
    token = invite_again(door.engine, name, now=tools.clock())
    _note(AuditKind.INVITATION_MADE, name, decided, tools)
    return _invitation("invited", name, token, decided)


def _end(name: str, decided: Decided, tools: DataTools, door: Door) -> str:
    ended = end_sessions_of(door.engine, name)
    _note(AuditKind.SESSIONS_ENDED, name, decided, tools, sessions=str(ended))
    return decided.say("pengguna.end.done", person=name, sessions=ended)


def _disable(name: str, decided: Decided, tools: DataTools, door: Door) -> str:
    change_person(door.engine, name, is_disabled=True)
    _note(AuditKind.PERSON_DISABLED, name, decided, tools)
    return decided.say("pengguna.disable.done", person=name)


def _enable(name: str, decided: Decided, tools: DataTools, door: Door) -> str:
    change_person(door.engine, name, is_disabled=False)
    _note(AuditKind.PERSON_ENABLED, name, decided, tools)
    return decided.say("pengguna.enable.done", person=name)


_ACTS: dict[Action, Callable[..., str | list[Component]]] = {
    Action.INVITE: _invite,
    Action.END: _end,
    Action.DISABLE: _disable,
    Action.ENABLE: _enable,
}


def _invitation(done: str, name: str, token: str, decided: Decided) -> list[Component]:
    """The address by which somebody chooses a password: shown now and never again."""
    address = f"{ctx.origin or ''}{PATH}?token={token}"
    return [html.Span(decided.say(f"pengguna.{done}", person=name)), html.Code(address)]


def _rights(person: Person) -> dict[str, str]:
    return {"role": person.role.value, "scope": person.scope.text}


def _note(kind: AuditKind, name: str, decided: Decided, tools: DataTools, **details: str) -> None:
    event = AuditEvent(kind, decided.who, tools.clock(), {"person": name, **details})
    note(tools.writer, event)
