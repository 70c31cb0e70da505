"""Visitors draw in turns; what nobody waits for is drawn when none of them waits."""

from collections.abc import Callable
from threading import Thread

from routes.turns import Turns

LONG = 20.0


def behind_all(turns: Turns) -> None:
    assert turns.take_last(LONG)


def waits(turns: Turns, how: Callable[[Turns], None], name: str, told: list[str]) -> Thread:
    """Somebody in a thread of their own who cannot have a turn yet."""

    def take() -> None:
        how(turns)
        told.append(name)
        turns.give_back()

    thread = Thread(target=take)
    thread.start()
    thread.join(0.1)
    assert thread.is_alive(), f"{name} has to wait"
    return thread


def test_whoever_waits_for_a_page_goes_before_what_nobody_waits_for() -> None:
    turns, told = Turns(1), []
    turns.take()
    nobody = waits(turns, behind_all, "nobody", told)
    visitors = [waits(turns, Turns.take, f"visitor {one}", told) for one in (1, 2)]
    turns.give_back()
    for thread in (nobody, *visitors):
        thread.join(LONG)
    assert sorted(told[:2]) == ["visitor 1", "visitor 2"]
    assert told[2:] == ["nobody"]


def test_so_many_draw_at_once_and_no_more() -> None:
    turns = Turns(2)
    turns.take()
    behind_all(turns)
    third = waits(turns, Turns.take, "third", told := [])
    turns.give_back()
    third.join(LONG)
    assert told == ["third"]
    assert turns.free == 1


def test_what_nobody_waits_for_waits_no_longer_than_it_is_worth() -> None:
    turns = Turns(1)
    turns.take()
    assert not turns.take_last(0.05)
    turns.give_back()
    assert turns.take_last(0.05)
    assert turns.free == 0
