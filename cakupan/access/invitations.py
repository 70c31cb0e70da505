"""How somebody comes to a password of their own: by an address that is good once.

Whoever manages people never learns a password.
"""

import secrets
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Engine

from cakupan.access.passwords import hashed
from cakupan.domain.people import Person
from cakupan.storage.invitations import invited, keep_invitation, spend_invitation
from cakupan.storage.people import add_person, change_person, find_person

GOOD_FOR = timedelta(hours=24)
PATH = "/masuk/undangan"
"""Where an invitation is opened."""


def invite(engine: Engine, person: Person, *, now: datetime) -> str:
    """Add somebody, who cannot log in until they choose a password. Raises NameTakenError."""
    add_person(engine, person, password=_nobodys(), at=now)
    return _invitation(engine, person.name, now)


def invite_again(engine: Engine, name: str, *, now: datetime) -> str:
    """The old password is worth nothing from now on. Raises UnknownPersonError."""
    change_person(engine, name, password=_nobodys())
    return _invitation(engine, name, now)


def accept(engine: Engine, token: str, *, password: str, now: datetime) -> Person | None:
    """Choose the password; None where the invitation is spent, over, or not one at all."""
    person = invited(engine, token, at=now)
    if person is None or not spend_invitation(engine, token):
        return None
    return choose(engine, person, password=password)


def choose(engine: Engine, person: Person, *, password: str) -> Person:
    """Keep a new password. All sessions of this person end."""
    change_person(engine, person.name, password=hashed(password))
    found = find_person(engine, person.name)
    return person if found is None else found[0]


def _invitation(engine: Engine, name: str, now: datetime) -> str:
    token = secrets.token_urlsafe(24)
    keep_invitation(engine, token, name, expires_at=now + GOOD_FOR)
    return token


@cache
def _nobodys() -> str:
    """What is kept of a password that nobody knows; made once, for it is slow on purpose."""
    return hashed(secrets.token_urlsafe(32))
