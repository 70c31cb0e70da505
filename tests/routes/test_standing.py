"""While the newest data are made ready, the answers before them stand, and for how long."""

from collections.abc import Callable

import pytest

from routes.standing import LOOK_EVERY, MOST_BEHIND, MOST_WAITED, Standing

OLD, NEW = 7, 8
LOOKER, ACTOR = "Tini", "Tono"


class Ahead:
    """Whoever works ahead, as far as this is told."""

    def __init__(self, ready: int | None) -> None:
        self.ready = ready
        self.hurried = 0
        self.waited: list[float] = []

    def then(self, finish: Callable[[int], bool]) -> None:
        raise NotImplementedError

    def keep(self) -> None:
        raise NotImplementedError

    def hurry(self) -> None:
        self.hurried += 1

    def wait_for(self, version: int, seconds: float) -> None:
        self.waited.append(seconds)


class Looks:
    """The version of the data, and how often somebody looked at it."""

    def __init__(self, version: int = NEW) -> None:
        self.version = version
        self.often = 0

    def __call__(self) -> int:
        self.often += 1
        return self.version


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_without_anybody_who_works_ahead_the_newest_is_shown(clock: Clock) -> None:
    ahead = Ahead(None)
    standing = Standing(ahead, Looks(), clock)
    assert standing.shown(LOOKER, NEW) == NEW
    standing.wait_for(LOOKER, NEW)
    assert (ahead.hurried, ahead.waited) == (0, [])


def test_the_version_before_stands_until_the_newest_is_ready(clock: Clock) -> None:
    ahead = Ahead(OLD)
    standing = Standing(ahead, Looks(), clock)
    assert standing.shown(LOOKER, OLD) == OLD
    assert ahead.hurried == 0
    assert standing.shown(LOOKER, NEW) == OLD
    assert ahead.hurried, "whoever works ahead is told at once"
    ahead.ready = NEW
    assert standing.shown(LOOKER, NEW) == NEW


def test_nobody_is_shown_the_version_before_for_longer_than_promised(clock: Clock) -> None:
    standing = Standing(Ahead(OLD), Looks(), clock)
    assert standing.shown(LOOKER, NEW) == OLD
    clock.now += MOST_BEHIND - 0.1
    assert standing.shown(LOOKER, NEW) == OLD
    assert standing.left(NEW) == pytest.approx(0.1)
    clock.now += 0.2
    assert standing.shown(LOOKER, NEW) == NEW
    assert standing.left(NEW) == 0
    # A newer one yet gives no more time: it is the same wait.
    assert standing.shown(LOOKER, NEW + 1) == NEW + 1


def test_whoever_has_done_anything_else_since_shortly_before_is_shown_the_newest(
    clock: Clock,
) -> None:
    standing = Standing(Ahead(OLD), Looks(), clock)
    standing.acted("Rini")
    clock.now += 15
    standing.acted(ACTOR)
    clock.now += 15
    assert standing.shown(LOOKER, NEW) == OLD
    assert standing.shown("Rini", NEW) == OLD, "that was long before"
    standing.acted("Budi")
    for _ in range(3):
        # As long as anybody is shown the version before, not only for a while.
        assert [standing.shown(one, NEW) for one in (ACTOR, "Budi", LOOKER)] == [NEW, NEW, OLD]
        clock.now += MOST_BEHIND / 3 - 0.1
    clock.now += 2 * MOST_BEHIND
    standing.acted(LOOKER)
    assert list(standing._acted) == [LOOKER]


def test_whoever_acted_once_is_not_taken_for_the_author_of_a_change_long_after(
    clock: Clock,
) -> None:
    standing = Standing(Ahead(OLD), Looks(), clock)
    standing.acted(LOOKER)
    clock.now += MOST_BEHIND
    assert standing.shown(LOOKER, NEW) == OLD, "nor by the first question after the change"


def test_what_is_not_known_waits_no_longer_than_promised(clock: Clock) -> None:
    ahead = Ahead(OLD)
    standing = Standing(ahead, Looks(), clock)
    standing.shown(LOOKER, NEW)
    clock.now += 4
    standing.wait_for(LOOKER, NEW)
    assert ahead.waited == [MOST_WAITED - 4]
    clock.now += MOST_WAITED
    standing.wait_for(LOOKER, NEW)
    assert ahead.waited[1:] == [0]
    ahead.ready = NEW
    standing.wait_for(LOOKER, NEW)
    assert len(ahead.waited) == 2


def test_whoever_asked_what_is_not_known_is_not_shown_the_version_before_after_it(
    clock: Clock,
) -> None:
    standing = Standing(Ahead(OLD), Looks(), clock)
    assert standing.shown(LOOKER, NEW) == OLD
    standing.wait_for(LOOKER, NEW)
    assert standing.shown(LOOKER, NEW) == NEW
    assert standing.shown(ACTOR, NEW) == OLD
    assert standing.oldest_shown(NEW) == OLD


def test_one_look_a_second_is_enough_for_all_who_only_look_themselves(clock: Clock) -> None:
    looks = Looks(OLD)
    standing = Standing(Ahead(OLD), looks, clock)
    assert standing.newest(LOOKER) == standing.newest("Rini") == OLD
    looks.version = NEW
    clock.now += LOOK_EVERY - 0.1
    assert standing.newest(LOOKER) == OLD
    assert looks.often == 1
    clock.now += 0.1
    assert standing.newest(LOOKER) == standing.newest("Rini") == NEW
    assert looks.often == 2


def test_whoever_may_have_made_a_change_is_told_of_it_at_once_and_with_them_all_others(
    clock: Clock,
) -> None:
    looks = Looks(OLD)
    standing = Standing(Ahead(OLD), looks, clock)
    standing.acted(ACTOR)
    assert standing.newest(LOOKER) == OLD
    clock.now += 0.5
    looks.version = NEW
    assert [standing.newest(one) for one in (LOOKER, ACTOR, LOOKER)] == [OLD, NEW, NEW]
    looks.version = NEW + 1
    # A change of twenty seconds ago that only now comes into sight.
    clock.now += 20
    standing.newest(LOOKER)
    looks.version = NEW + 2
    clock.now += LOOK_EVERY - 0.6
    assert standing.newest(ACTOR) == NEW + 2
    looks.version = NEW + 3
    clock.now += 0.2
    assert standing.newest(ACTOR) == NEW + 2, "that was long before"


def test_a_version_that_is_ready_or_that_nobody_makes_ready_is_known_at_once(clock: Clock) -> None:
    ahead, looks = Ahead(OLD), Looks(OLD)
    standing = Standing(ahead, looks, clock)
    assert standing.newest(LOOKER) == OLD
    ahead.ready = looks.version = NEW
    assert standing.newest(LOOKER) == NEW
    ahead.ready, looks.version = None, NEW + 1
    assert standing.newest(LOOKER) == NEW + 1


def test_whoever_has_to_know_the_newest_is_content_with_a_look_since_they_came(
    clock: Clock,
) -> None:
    looks = Looks(OLD)
    standing = Standing(Ahead(OLD), looks, clock)
    came = clock.now
    assert standing.newest(LOOKER) == standing.look(since=came) == OLD
    assert looks.often == 1
    looks.version = NEW
    clock.now += LOOK_EVERY / 2
    assert standing.newest(LOOKER) == OLD, "who only looks may be told of it a little later"
    assert standing.look(since=clock.now) == NEW
    assert looks.often == 2
