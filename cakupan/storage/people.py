"""People as kept: added, changed, asked for. Passwords come in hashed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, Engine, Row, delete, func, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError

from cakupan.domain.people import Person, Role, Scope
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.errors import (
    DatabaseMissingError,
    LastAdminError,
    NameTakenError,
    UnknownPersonError,
)
from cakupan.storage.people_tables import PeopleBase, PersonRow, SessionRow
from cakupan.storage.postgres import make_schema


def open_people(url: str) -> Engine:
    """The database of people, created where it is absent."""
    engine = open_database(url)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            make_schema(connection)
        PeopleBase.metadata.create_all(connection)
    return engine


def is_kept(url: str) -> bool:
    """Whether there is a database of people at this address."""
    try:
        engine = open_reader(url)
    except DatabaseMissingError:
        return False
    try:
        return inspect(engine).has_table(PersonRow.__tablename__)
    finally:
        engine.dispose()


def key_of(name: str) -> str:
    """A name without regard to capitals and spaces around it."""
    return name.strip().casefold()


def add_person(engine: Engine, person: Person, *, password: str, at: datetime) -> None:
    """Add somebody with a hashed password. Raises NameTakenError."""
    columns = {
        "key": key_of(person.name),
        "name": person.name.strip(),
        "password": password,
        "role": person.role.value,
        "scope": person.scope.text,
        "is_disabled": False,
        "stamp": 0,
        "created_at": at,
    }
    try:
        with engine.begin() as connection:
            connection.execute(insert(PersonRow).values(columns))
    except IntegrityError as error:
        raise NameTakenError(name=person.name) from error


def people(engine: Engine) -> list[Person]:
    """Everybody, in order of their names."""
    with engine.connect() as connection:
        rows = connection.execute(select(PersonRow.__table__).order_by(PersonRow.key))
        return [_person(row) for row in rows]


def find_person(engine: Engine, name: str) -> tuple[Person, str] | None:
    """Somebody by name, with their hashed password."""
    with engine.connect() as connection:
        row = connection.execute(
            select(PersonRow.__table__).where(PersonRow.key == key_of(name))
        ).one_or_none()
    return None if row is None else (_person(row), row.password)


def is_anybody(engine: Engine, roles: Iterable[Role] = tuple(Role)) -> bool:
    """Whether there is anybody of these roles who is not disabled."""
    with engine.connect() as connection:
        return _are_there(connection, roles)


def change_person(engine: Engine, name: str, **columns: str | bool) -> None:
    """Change password, role, scope or whether somebody is disabled; their sessions end.

    Raises UnknownPersonError, or LastAdminError where no administrator would be left.
    """
    key = key_of(name)
    changed = update(PersonRow).where(PersonRow.key == key)
    with engine.begin() as connection:
        managed = _are_there(connection, (Role.ADMIN,))
        done = connection.execute(changed.values(**columns, stamp=PersonRow.stamp + 1))
        if done.rowcount != 1:
            raise UnknownPersonError(name=name)
        if managed and not _are_there(connection, (Role.ADMIN,)):
            raise LastAdminError(name=name)
        connection.execute(delete(SessionRow).where(SessionRow.person == key))


def _are_there(connection: Connection, roles: Iterable[Role]) -> bool:
    wanted = (
        select(func.count())
        .select_from(PersonRow)
        .where(PersonRow.role.in_([role.value for role in roles]), ~PersonRow.is_disabled)
    )
    return connection.execute(wanted).scalar_one() > 0


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(
        name=row.name,
        role=Role(row.role),
        scope=Scope.parse(row.scope),
        is_disabled=row.is_disabled,
        stamp=row.stamp,
    )
