"""The first administrator: made once, by whoever can read the console of the server."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Engine

from cakupan.access.passwords import hashed
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.storage.people import add_person, is_anybody
from cakupan.storage.sessions import keep_token, spend_token

GOOD_FOR = timedelta(minutes=15)


def first_token(engine: Engine, *, now: datetime) -> str | None:
    """A token to be printed; None where there is an administrator already."""
    if is_anybody(engine, (Role.ADMIN,)):
        return None
    token = secrets.token_urlsafe(24)
    keep_token(engine, token, expires_at=now + GOOD_FOR)
    return token


def make_first(
    engine: Engine, token: str, *, name: str, password: str, now: datetime
) -> Person | None:
    """The administrator of a token; None where the token is spent, over, or not one at all.

    Raises NameTakenError; then the token is spent all the same, and a new start prints another.
    """
    if is_anybody(engine, (Role.ADMIN,)) or not spend_token(engine, token, at=now):
        return None
    person = Person(name=name.strip(), role=Role.ADMIN, scope=EVERYWHERE)
    add_person(engine, person, password=hashed(password), at=now)
    return person
