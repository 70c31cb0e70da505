"""Sessions and failed log-ins as kept, and the token of the first administrator."""

from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Engine, delete, func, insert, or_, select, update

from cakupan.domain.people import Person
from cakupan.domain.records import Record
from cakupan.storage.people import find_person, key_of
from cakupan.storage.people_tables import AttemptRow, SessionRow, TokenRow


class Attempts(Record, frozen=True):
    """Log-ins that failed since a moment: for a name, from an address, and the newest of those."""

    of_name: int
    of_address: int
    newest: datetime | None


def keep_session(engine: Engine, session_id: str, person: Person, *, at: datetime) -> None:
    """Begin a session."""
    columns = {
        "id_hash": hash_of(session_id),
        "person": key_of(person.name),
        "stamp": person.stamp,
        "begun_at": at,
        "seen_at": at,
    }
    with engine.begin() as connection:
        connection.execute(insert(SessionRow).values(columns))


def session_person(
    engine: Engine, session_id: str, *, at: datetime, idle: timedelta, longest: timedelta
) -> Person | None:
    """Whose session this is, where it is neither over nor of somebody changed since.

    That it was seen is written down a few times in its idle time, not with each request.
    """
    id_hash = hash_of(session_id)
    with engine.connect() as connection:
        row = connection.execute(
            select(SessionRow.__table__).where(SessionRow.id_hash == id_hash)
        ).one_or_none()
    if row is None or at - row.seen_at > idle or at - row.begun_at > longest or at < row.begun_at:
        return None
    found = find_person(engine, row.person)
    if found is None or found[0].is_disabled or found[0].stamp != row.stamp:
        return None
    if at - row.seen_at > idle / 10:
        seen = update(SessionRow).where(SessionRow.id_hash == id_hash).values(seen_at=at)
        with engine.begin() as connection:
            connection.execute(seen)
    return found[0]


def end_session(engine: Engine, session_id: str) -> None:
    """Nobody can go on with it."""
    with engine.begin() as connection:
        connection.execute(delete(SessionRow).where(SessionRow.id_hash == hash_of(session_id)))


def end_sessions_of(engine: Engine, name: str) -> int:
    """End all of somebody; gives how many there were."""
    with engine.begin() as connection:
        ended = delete(SessionRow).where(SessionRow.person == key_of(name))
        return connection.execute(ended).rowcount


def newest_sessions(
    engine: Engine, *, begun_since: datetime, seen_since: datetime
) -> dict[str, tuple[int, datetime]]:
    """Of each person's key how many sessions go on, and when one was seen last."""
    going = (SessionRow.begun_at >= begun_since, SessionRow.seen_at >= seen_since)
    counted = select(SessionRow.person, func.count(), func.max(SessionRow.seen_at))
    with engine.connect() as connection:
        rows = connection.execute(counted.where(*going).group_by(SessionRow.person))
        return {person: (number, seen) for person, number, seen in rows}


def begun_sessions(
    engine: Engine, person: Person, *, begun_since: datetime, seen_since: datetime
) -> list[datetime]:
    """When each session of somebody that goes on was begun, the newest first."""
    own = (SessionRow.person == key_of(person.name), SessionRow.stamp == person.stamp)
    going = (SessionRow.begun_at >= begun_since, SessionRow.seen_at >= seen_since)
    begun = select(SessionRow.begun_at).where(*own, *going).order_by(SessionRow.begun_at.desc())
    with engine.connect() as connection:
        return list(connection.scalars(begun))


def forget_sessions(engine: Engine, *, begun_before: datetime, seen_before: datetime) -> None:
    """Take away those that are over."""
    over = or_(SessionRow.begun_at < begun_before, SessionRow.seen_at < seen_before)
    with engine.begin() as connection:
        connection.execute(delete(SessionRow).where(over))


def note_failure(engine: Engine, name: str, address: str, *, at: datetime) -> None:
    """Write down a log-in that failed."""
    columns = {"person": key_of(name)[:80], "address": address, "at": at}
    with engine.begin() as connection:
        connection.execute(insert(AttemptRow).values(columns))


def failures(engine: Engine, name: str, address: str, *, since: datetime) -> Attempts:
    """What failed of late."""
    key = key_of(name)[:80]
    either = or_(AttemptRow.person == key, AttemptRow.address == address)
    counted = select(
        func.count().filter(AttemptRow.person == key),
        func.count().filter(AttemptRow.address == address),
        func.max(AttemptRow.at),
    ).where(AttemptRow.at > since, either)
    with engine.connect() as connection:
        of_name, of_address, newest = connection.execute(counted).one()
    return Attempts(of_name, of_address, newest)


def forget_failures(engine: Engine, name: str, *, before: datetime) -> None:
    """After a log-in that succeeded, and all that are old."""
    gone = or_(AttemptRow.person == key_of(name)[:80], AttemptRow.at < before)
    with engine.begin() as connection:
        connection.execute(delete(AttemptRow).where(gone))


def keep_token(engine: Engine, token: str, *, expires_at: datetime) -> None:
    """The one token there is for a first administrator."""
    with engine.begin() as connection:
        connection.execute(delete(TokenRow))
        columns = {"token_hash": hash_of(token), "expires_at": expires_at}
        connection.execute(insert(TokenRow).values(columns))


def spend_token(engine: Engine, token: str, *, at: datetime) -> bool:
    """Whether the token was good; it is good once."""
    good = (TokenRow.token_hash == hash_of(token), TokenRow.expires_at >= at)
    with engine.begin() as connection:
        return connection.execute(delete(TokenRow).where(*good)).rowcount == 1


def hash_of(secret: str) -> str:
    """What is kept of a secret that is long and random itself."""
    return sha256(secret.encode()).hexdigest()
