"""``python -m cakupan users add|list|change``: who can log in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated

import typer
from sqlalchemy import Engine

from cakupan.access.passwords import hashed, password_fault
from cakupan.commands.help_text import help_of
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.language import Language
from cakupan.domain.people import EVERYWHERE, Person, Role, Scope
from cakupan.settings import Settings
from cakupan.storage.audit import note
from cakupan.storage.engine import open_database
from cakupan.storage.people import add_person, change_person, open_people, people
from cakupan.texts import Words, words
from etl.exit_codes import OK, REFUSED
from etl.options import Chosen

users = typer.Typer(help=help_of("access.users.help"))

Name = Annotated[str, typer.Argument(metavar="NAMA", help=help_of("access.users.name"))]
Given = Annotated[Role | None, typer.Option("--role", help=help_of("access.users.role"))]
Regions = Annotated[list[str] | None, typer.Option("--scope", help=help_of("access.users.scope"))]
Disable = Annotated[bool, typer.Option("--disable", help=help_of("access.users.disable"))]
Enable = Annotated[bool, typer.Option("--enable", help=help_of("access.users.enable"))]
NewPassword = Annotated[bool, typer.Option("--password", help=help_of("access.users.new_password"))]


@users.command(help=help_of("access.users.add"))
def add(
    name: Name,
    *,
    role: Given = Role.VIEWER,
    scope: Regions = None,
    language: Chosen = Language.ID,
) -> int:
    """Add somebody."""
    say = words(language)
    password = _asked(name, say)
    if password is None:
        return REFUSED
    person = Person(name.strip(), role or Role.VIEWER, Scope.of(scope) if scope else EVERYWHERE)
    now = datetime.now(UTC)
    with _people() as engine:
        add_person(engine, person, password=hashed(password), at=now)
    _log(AuditKind.PERSON_ADDED, now, person=person.name, role=person.role.value)
    told = say(f"access.role.{person.role.value}")
    scoped = _scope_text(person.scope, say)
    print(say("access.users.added", name=person.name, role=told, scope=scoped))
    return OK


@users.command(name="list", help=help_of("access.users.list"))
def show(*, language: Chosen = Language.ID) -> int:
    """Print everybody."""
    say = words(language)
    with _people() as engine:
        known = people(engine)
    for person in known:
        state = "disabled" if person.is_disabled else "active"
        role = say(f"access.role.{person.role.value}")
        scope = _scope_text(person.scope, say)
        fields = {"role": role, "scope": scope, "state": say(f"access.users.{state}")}
        print(say("access.users.line", name=person.name, **fields))
    if not known:
        print(say("access.users.nobody"))
    return OK


def _scope_text(scope: Scope, say: Words) -> str:
    """Codes of regions, or words where somebody may change all of them."""
    return say("pengguna.everywhere") if scope == EVERYWHERE else scope.text


@users.command(help=help_of("access.users.change"))
def change(
    name: Name,
    *,
    role: Given = None,
    scope: Regions = None,
    disable: Disable = False,
    enable: Enable = False,
    password: NewPassword = False,
    language: Chosen = Language.ID,
) -> int:
    """Change somebody; their sessions end."""
    say = words(language)
    columns: dict[str, str | bool] = {}
    if role is not None:
        columns["role"] = role.value
    if scope:
        columns["scope"] = Scope.of(scope).text
    if disable or enable:
        columns["is_disabled"] = disable
    if password:
        chosen = _asked(name, say)
        if chosen is None:
            return REFUSED
        columns["password"] = hashed(chosen)
    if not columns:
        print(say("access.users.nothing"))
        return REFUSED
    with _people() as engine:
        change_person(engine, name, **columns)
    _log(AuditKind.PERSON_CHANGED, datetime.now(UTC), person=name, what=" ".join(sorted(columns)))
    print(say("access.users.changed", name=name))
    return OK


@contextmanager
def _people() -> Iterator[Engine]:
    engine = open_people(Settings.from_env().people_url)
    try:
        yield engine
    finally:
        engine.dispose()


def _asked(name: str, say: Words) -> str | None:
    """A password typed twice and good enough; None after saying what is wrong with it."""
    password: str = typer.prompt(say("access.users.ask"), hide_input=True)
    fault = password_fault(password, name=name)
    if fault is not None:
        print(say(f"access.fault.{fault.value}"))
        return None
    if typer.prompt(say("access.users.again"), hide_input=True) != password:
        print(say("access.users.unequal"))
        return None
    return password


def _log(kind: AuditKind, at: datetime, **details: str) -> None:
    engine = open_database(Settings.from_env().database_url)
    try:
        note(engine, AuditEvent(kind, "", at, details))
    finally:
        engine.dispose()
