"""The door: who comes in with a name and a password, who is in, who goes, and who must wait."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Engine

from cakupan.access.passwords import is_right
from cakupan.domain.people import Person
from cakupan.domain.records import Record
from cakupan.storage.people import find_person
from cakupan.storage.sessions import (
    Attempts,
    begun_sessions,
    end_session,
    failures,
    forget_failures,
    forget_sessions,
    keep_session,
    note_failure,
    session_person,
)

IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=8)
_WINDOW, _MOST_OF_NAME, _FREE_OF_ADDRESS = timedelta(minutes=5), 5, 10
_LONGEST_DELAY = timedelta(minutes=1)


class Refusal(StrEnum):
    """Why nobody came in; each has a sentence in texts/. It never says whether the name exists."""

    WRONG = "wrong"
    WAIT = "wait"


class Entered(Record, frozen=True):
    """A session that was begun; the id is the browser's secret."""

    person: Person
    session_id: str


class Refused(Record, frozen=True):
    """Nobody came in; ``wait`` is how long to wait until it may be tried again."""

    why: Refusal
    wait: timedelta = timedelta(0)


class Door(Record, frozen=True):
    """The people's database and a clock."""

    engine: Engine
    clock: Callable[[], datetime]

    def enter(self, name: str, password: str, *, address: str) -> Entered | Refused:
        """Log in. A wrong name takes as long as a wrong password, and is told alike."""
        now = self.clock()
        wait = _wait(failures(self.engine, name, address, since=now - _WINDOW), now)
        if wait:
            return Refused(Refusal.WAIT, wait)
        person, kept = find_person(self.engine, name) or (None, None)
        right = is_right(password, kept)
        if person is None or not right or person.is_disabled:
            note_failure(self.engine, name, address, at=now)
            return Refused(Refusal.WRONG)
        forget_failures(self.engine, name, before=now - _WINDOW)
        forget_sessions(self.engine, begun_before=now - LONGEST, seen_before=now - IDLE)
        return Entered(person, self._begin(person, now))

    def admit(self, person: Person) -> str:
        """A session for somebody who is known already; gives its id."""
        return self._begin(person, self.clock())

    def who(self, session_id: str) -> Person | None:
        """Whose session this is; None where it is over."""
        if not session_id:
            return None
        return session_person(self.engine, session_id, at=self.clock(), idle=IDLE, longest=LONGEST)

    def going(self) -> dict[str, datetime]:
        """Since when a session has to be begun and seen to go on still."""
        now = self.clock()
        return {"begun_since": now - LONGEST, "seen_since": now - IDLE}

    def sessions_of(self, person: Person) -> list[datetime]:
        """When each session of somebody that goes on was begun, the newest first."""
        return begun_sessions(self.engine, person, **self.going())

    def leave(self, session_id: str) -> None:
        """Log out."""
        end_session(self.engine, session_id)

    def _begin(self, person: Person, now: datetime) -> str:
        session_id = secrets.token_urlsafe(32)
        keep_session(self.engine, session_id, person, at=now)
        return session_id


def _wait(failed: Attempts, now: datetime) -> timedelta:
    """Five wrong passwords close a name for the rest of the five minutes, never for good.

    From one address each failure after ten doubles the time to the next, up to a minute.
    """
    if failed.newest is None:
        return timedelta(0)
    since = now - failed.newest
    if failed.of_name >= _MOST_OF_NAME:
        return max(_WINDOW - since, timedelta(seconds=1))
    over = failed.of_address - _FREE_OF_ADDRESS
    if over < 0:
        return timedelta(0)
    delay = min(timedelta(seconds=2**over), _LONGEST_DELAY) if over < 16 else _LONGEST_DELAY
    return max(delay - since, timedelta(0))
