"""The tables of people and their sessions: a database of their own, apart from the figures."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from cakupan.storage.columns import UtcDateTime


class PeopleBase(DeclarativeBase):
    """Tables that are in no backup of figures."""

    type_annotation_map: ClassVar = {str: Text, datetime: UtcDateTime}


class PersonRow(PeopleBase):
    """Somebody who can log in; ``key`` is the name without regard to capitals."""

    __tablename__ = "person"

    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    password: Mapped[str]
    role: Mapped[str]
    scope: Mapped[str]
    is_disabled: Mapped[bool]
    stamp: Mapped[int]
    created_at: Mapped[datetime]


class SessionRow(PeopleBase):
    """A session that was begun; the id itself is known to the browser alone."""

    __tablename__ = "session"

    id_hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str]
    stamp: Mapped[int]
    begun_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class AttemptRow(PeopleBase):
    """A log-in that failed, for a name and from an address."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_at", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str]
    address: Mapped[str]
    at: Mapped[datetime]


class InvitationRow(PeopleBase):
    """A token by which one person chooses a password, once."""

    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str]
    expires_at: Mapped[datetime]


class TokenRow(PeopleBase):
    """A token that makes the first administrator, once."""

    __tablename__ = "token"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    expires_at: Mapped[datetime]
