"""Coming in, staying, going: sessions end when they should, and guessing takes long."""

from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest
from argon2 import Parameters, PasswordHasher, extract_parameters
from sqlalchemy import Engine, text

from cakupan.access.door import IDLE, LONGEST, Door, Entered, Refusal, Refused
from cakupan.access.first_admin import GOOD_FOR, first_token, make_first
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.storage.errors import NameTakenError, UnknownPersonError
from cakupan.storage.people import add_person, change_person, open_people, people
from tests.access.conftest import NOON, PASSWORD, Clock

HERE = "192.168.1.7"


def come_in(door: Door, name: str = "Budi") -> str:
    entered = door.enter(name, PASSWORD, address=HERE)
    assert isinstance(entered, Entered)
    return entered.session_id


def test_who_knows_the_password_comes_in_whatever_the_capitals_of_the_name(door: Door) -> None:
    assert door.who(come_in(door, " bUDI ")) == people(door.engine)[0]


def test_a_wrong_password_and_an_unknown_name_are_told_alike(door: Door) -> None:
    wrong = door.enter("Budi", "sandi yang salah", address=HERE)
    unknown = door.enter("Tono", "sandi yang salah", address=HERE)
    assert wrong == unknown == Refused(Refusal.WRONG)


def test_every_log_in_begins_a_session_of_its_own(door: Door) -> None:
    one, other = come_in(door), come_in(door)
    assert one != other
    door.leave(one)
    assert (door.who(one), door.who(other) is None) == (None, False)


def test_the_secret_of_a_session_holds_256_random_bits(door: Door) -> None:
    secrets = [come_in(door) for _ in range(8)]
    assert all(len(urlsafe_b64decode(secret + "=")) == 32 for secret in secrets)
    begun = {secret[:4] for secret in secrets}
    assert len(begun) == 8


def test_the_database_does_not_know_the_secret_of_the_browser(door: Door) -> None:
    secret = come_in(door)
    with door.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM session")).all()
    assert secret not in repr(rows)


def test_a_password_is_good_for_as_long_as_nobody_changes_it(door: Door, clock: Clock) -> None:
    clock.now += timedelta(days=3650)
    assert door.who(come_in(door)) is not None


def test_a_session_ends_half_an_hour_after_it_was_seen_last(door: Door, clock: Clock) -> None:
    session = come_in(door)
    for _ in range(3):
        clock.now += IDLE - timedelta(seconds=1)
        assert door.who(session) is not None
    clock.now += IDLE + timedelta(seconds=1)
    assert door.who(session) is None


def test_a_session_ends_after_eight_hours_however_busy(door: Door, clock: Clock) -> None:
    session = come_in(door)
    while clock.now - NOON < LONGEST - timedelta(minutes=20):
        clock.pass_by(minutes=20)
        assert door.who(session) is not None
    clock.pass_by(minutes=21)
    assert door.who(session) is None


def test_a_clock_that_was_set_back_ends_sessions(door: Door, clock: Clock) -> None:
    session = come_in(door)
    clock.pass_by(days=-1)
    assert door.who(session) is None


@pytest.mark.parametrize(
    "change", [{"password": "x"}, {"scope": "61"}, {"role": "viewer"}, {"is_disabled": True}]
)
def test_a_change_of_a_person_ends_their_sessions(
    door: Door, change: dict[str, str | bool]
) -> None:
    session, other = come_in(door), come_in(door, "Sari")
    change_person(door.engine, "budi", **change)
    assert door.who(session) is None
    assert door.who(other) is not None


def test_who_is_disabled_does_not_come_in(door: Door) -> None:
    change_person(door.engine, "Budi", is_disabled=True)
    assert door.enter("Budi", PASSWORD, address=HERE) == Refused(Refusal.WRONG)


def test_five_wrong_passwords_close_a_name_for_five_minutes_and_no_longer(
    door: Door, clock: Clock
) -> None:
    for place in range(5):
        refused = door.enter("Budi", "salah", address=f"10.0.0.{place}")
        assert refused == Refused(Refusal.WRONG)
    shut = door.enter("Budi", PASSWORD, address=HERE)
    assert isinstance(shut, Refused)
    assert shut.why is Refusal.WAIT
    assert timedelta(0) < shut.wait <= timedelta(minutes=5)
    come_in(door, "Sari")
    clock.now += shut.wait + timedelta(seconds=1)
    come_in(door)


def test_one_address_that_tries_many_names_waits_longer_and_longer(
    door: Door, clock: Clock
) -> None:
    waits = []
    for number in range(30):
        refused = door.enter(f"nama {number}", "salah", address=HERE)
        assert isinstance(refused, Refused)
        if refused.why is Refusal.WAIT:
            waits.append(refused.wait)
            clock.now += refused.wait
    assert waits
    assert waits == sorted(waits)
    assert max(waits) <= timedelta(minutes=1)
    entered = door.enter("Sari", PASSWORD, address="10.0.0.9")
    assert isinstance(entered, Entered)


def test_a_name_is_given_once(engine: Engine) -> None:
    with pytest.raises(NameTakenError):
        add_person(engine, Person("SARI", Role.VIEWER, EVERYWHERE), password=PASSWORD, at=NOON)
    with pytest.raises(UnknownPersonError):
        change_person(engine, "Tono", is_disabled=True)


def test_the_first_administrator_is_made_once_with_a_token_that_is_not_old(
    tmp_path, clock: Clock
) -> None:
    engine = open_people(f"sqlite:///{(tmp_path / 'baru.people.db').as_posix()}")
    old = first_token(engine, now=NOON)
    token = first_token(engine, now=NOON)
    assert old
    assert token

    def make(given: str, after: timedelta = timedelta(0)) -> Person | None:
        return make_first(engine, given, name="Sari", password=PASSWORD, now=NOON + after)

    assert make(old) is None, "a newer token was printed"
    assert make("tebakan") is None
    assert make(token, GOOD_FOR + timedelta(seconds=1)) is None
    person = make(token, GOOD_FOR)
    assert person is not None
    assert person.role is Role.ADMIN
    assert make(token) is None, "a token is good once"
    assert first_token(engine, now=NOON) is None
    engine.dispose()


def test_an_unknown_name_and_a_disabled_one_cost_as_much_as_a_wrong_password(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[Parameters] = []
    verify = PasswordHasher.verify

    def counted(hasher: PasswordHasher, kept: str, given: str) -> bool:
        worked.append(extract_parameters(kept))
        return verify(hasher, kept, given)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    change_person(door.engine, "Budi", is_disabled=True)
    for name in ("Sari", "Budi", "Tono"):
        assert isinstance(door.enter(name, "sandi yang salah", address=HERE), Refused)
    assert len(worked) == 3, "each is worked at once"
    assert worked[0] == worked[1] == worked[2], "and as hard"
