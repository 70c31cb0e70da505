"""Invitations as kept: a secret by which one person chooses a password, once."""

from datetime import datetime

from sqlalchemy import Engine, delete, insert, select

from cakupan.domain.people import Person
from cakupan.storage.people import find_person, key_of
from cakupan.storage.people_tables import InvitationRow
from cakupan.storage.sessions import hash_of


def keep_invitation(engine: Engine, token: str, name: str, *, expires_at: datetime) -> None:
    """The one invitation there is for somebody; an earlier one is worth nothing from now on."""
    columns = {"token_hash": hash_of(token), "person": key_of(name), "expires_at": expires_at}
    with engine.begin() as connection:
        connection.execute(delete(InvitationRow).where(InvitationRow.person == key_of(name)))
        connection.execute(insert(InvitationRow).values(columns))


def invited(engine: Engine, token: str, *, at: datetime) -> Person | None:
    """Whom an invitation is for, where it is good still and they may log in."""
    asked = select(InvitationRow.person).where(
        InvitationRow.token_hash == hash_of(token), InvitationRow.expires_at >= at
    )
    with engine.connect() as connection:
        name = connection.execute(asked).scalar_one_or_none()
    found = find_person(engine, name) if name is not None else None
    return None if found is None or found[0].is_disabled else found[0]


def spend_invitation(engine: Engine, token: str) -> bool:
    """Whether it was there; it is good once."""
    spent = delete(InvitationRow).where(InvitationRow.token_hash == hash_of(token))
    with engine.begin() as connection:
        return connection.execute(spent).rowcount == 1
