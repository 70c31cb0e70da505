"""Coming to a password of one's own: an address that is good once, and nobody else knows it."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from cakupan.access.door import Door, Entered, Refused
from cakupan.access.invitations import GOOD_FOR, accept, choose, invite, invite_again
from cakupan.domain.people import EVERYWHERE, Person, Role, Scope
from cakupan.storage.errors import LastAdminError
from cakupan.storage.invitations import invited
from cakupan.storage.people import change_person, find_person
from cakupan.storage.sessions import end_sessions_of, newest_sessions
from tests.access.conftest import NOON, PASSWORD, Clock

HERE = "192.168.1.7"
OTHER = "angin barat musim 9"
RINI = Person("Rini", Role.VIEWER, Scope.of(["36"]))


def came(door: Door, name: str, password: str) -> Entered | Refused:
    return door.enter(name, password, address=HERE)


def test_an_invitation_is_good_once_and_a_newer_one_ends_it(door: Door) -> None:
    first = invite(door.engine, RINI, now=NOON)
    token = invite_again(door.engine, "rini", now=NOON)
    assert accept(door.engine, first, password=PASSWORD, now=NOON) is None
    assert accept(door.engine, "tebakan", password=PASSWORD, now=NOON) is None
    person = accept(door.engine, token, password=PASSWORD, now=NOON + GOOD_FOR)
    assert person is not None
    assert (person.name, person.scope) == ("Rini", RINI.scope)
    assert accept(door.engine, token, password=OTHER, now=NOON) is None
    assert isinstance(came(door, "Rini", PASSWORD), Entered)


def test_an_invitation_ends_after_a_day_and_for_whoever_is_disabled(door: Door) -> None:
    token = invite(door.engine, RINI, now=NOON)
    assert invited(door.engine, token, at=NOON + GOOD_FOR + timedelta(seconds=1)) is None
    change_person(door.engine, "Rini", is_disabled=True)
    assert accept(door.engine, token, password=PASSWORD, now=NOON) is None


def test_until_somebody_chooses_a_password_there_is_none(door: Door) -> None:
    invite(door.engine, RINI, now=NOON)
    for guess in ("", "nobody has this password", PASSWORD):
        assert isinstance(came(door, "Rini", guess), Refused)
    invite_again(door.engine, "Budi", now=NOON)
    assert isinstance(came(door, "Budi", PASSWORD), Refused)


@pytest.mark.parametrize(
    "change",
    [{"scope": "61"}, {"role": "viewer"}, {"is_disabled": True}, {"password": "x"}],
    ids=lambda change: next(iter(change)),
)
def test_a_change_of_rights_or_password_ends_every_session(door: Door, change) -> None:
    sessions = [came(door, "Budi", PASSWORD) for _ in range(2)]
    change_person(door.engine, "Budi", **change)
    assert [door.who(one.session_id) for one in sessions] == [None, None]


def test_a_new_password_of_ones_own_ends_the_sessions_of_the_old_one(door: Door) -> None:
    session = came(door, "Budi", PASSWORD)
    budi = choose(door.engine, session.person, password=OTHER)
    assert door.who(session.session_id) is None
    assert door.who(door.admit(budi)) == budi
    assert isinstance(came(door, "Budi", OTHER), Entered)


def test_sessions_that_go_on_are_counted_and_can_be_ended(door: Door, clock: Clock) -> None:
    sessions = [came(door, "Budi", PASSWORD) for _ in range(2)]
    since = {"begun_since": NOON, "seen_since": NOON}
    assert newest_sessions(door.engine, **since) == {"budi": (2, NOON)}
    assert end_sessions_of(door.engine, " BUDI") == 2
    assert [door.who(one.session_id) for one in sessions] == [None, None]
    assert newest_sessions(door.engine, **since) == {}


def test_the_last_administrator_stays_one(engine: Engine) -> None:
    for change in ({"role": "viewer"}, {"is_disabled": True}):
        with pytest.raises(LastAdminError):
            change_person(engine, "Sari", **change)
    found = find_person(engine, "Sari")
    assert found is not None
    assert found[0] == Person("Sari", Role.ADMIN, EVERYWHERE)
    change_person(engine, "Budi", role="admin")
    change_person(engine, "Sari", is_disabled=True)
