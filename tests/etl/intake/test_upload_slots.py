"""Whose turn it is to have a file read."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest

from etl.intake.parse_slots import ParseSlots

SOON, NOT_YET = 10, 0.15


class Turn:
    """A file of an owner that is read for as long as the test wants."""

    def __init__(self, slots: ParseSlots, owner: str, *, first: bool) -> None:
        self.started, self.end = Event(), Event()
        self.thread = Thread(target=self._run, args=(slots, owner, first), daemon=True)
        self.thread.start()

    def _run(self, slots: ParseSlots, owner: str, first: bool) -> None:
        with slots.turn(owner, first=first):
            self.started.set()
            self.end.wait(SOON)

    def finish(self) -> None:
        self.end.set()
        self.thread.join(SOON)


@pytest.fixture
def slots() -> ParseSlots:
    return ParseSlots()


@pytest.fixture
def begin(slots: ParseSlots) -> Iterator:
    turns: list[Turn] = []

    def begin(owner: str, *, first: bool = False) -> Turn:
        turns.append(Turn(slots, owner, first=first))
        return turns[-1]

    yield begin
    for turn in turns:
        turn.end.set()
    for turn in turns:
        turn.finish()


def test_two_are_read_at_once_and_the_third_waits(begin) -> None:
    first, second = begin("sari"), begin("budi")
    assert first.started.wait(SOON)
    assert second.started.wait(SOON)
    third = begin("tuti")
    assert not third.started.wait(NOT_YET)
    first.finish()
    assert third.started.wait(SOON)


def test_one_owner_has_one_file_read_at_a_time(begin) -> None:
    first = begin("sari")
    assert first.started.wait(SOON)
    second = begin("sari")
    assert not second.started.wait(NOT_YET)
    first.finish()
    assert second.started.wait(SOON)


def test_an_owner_with_many_files_does_not_hold_up_another(begin) -> None:
    first = begin("sari")
    assert first.started.wait(SOON)
    waiting = [begin("sari") for _ in range(3)]
    other = begin("budi")
    assert other.started.wait(SOON)
    assert not any(turn.started.is_set() for turn in waiting)


def test_turns_are_taken_in_the_order_of_coming(begin, slots: ParseSlots) -> None:
    first, second = begin("sari"), begin("budi")
    assert first.started.wait(SOON)
    assert second.started.wait(SOON)
    third = begin("tuti")
    assert not third.started.wait(NOT_YET)
    fourth = begin("wati")
    assert not fourth.started.wait(NOT_YET)
    second.finish()
    assert third.started.wait(SOON)
    assert not fourth.started.wait(NOT_YET)


def test_what_a_person_waits_for_goes_before_what_is_queued(begin) -> None:
    running = begin("sari")
    assert running.started.wait(SOON)
    queued = begin("sari")
    assert not queued.started.wait(NOT_YET)
    asked = begin("sari", first=True)
    assert not asked.started.wait(NOT_YET)
    running.finish()
    assert asked.started.wait(SOON)
    assert not queued.started.is_set()


def test_a_turn_that_fails_makes_room_for_the_next(slots: ParseSlots) -> None:
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), slots.turn("sari"):
            raise ZeroDivisionError
