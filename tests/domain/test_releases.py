"""Embargoes end at their moment, and nobody learns more than an id before."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from cakupan.domain.releases import NewRelease, Release, ReleaseFault, listed

MOMENT = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
TICK = timedelta(microseconds=1)
JAKARTA = timezone(timedelta(hours=7))


def release(name: str = "R-2026-11-25-1", *, until: datetime | None = MOMENT) -> Release:
    made = MOMENT - timedelta(days=6)
    return Release(name, "Sari", made, "Untuk RUPS", until, 12, "0004", "a" * 64)


@pytest.mark.parametrize(
    ("now", "waits"), [(MOMENT - TICK, True), (MOMENT, False), (MOMENT + TICK, False)]
)
def test_an_embargo_ends_at_its_very_moment(now: datetime, waits: bool) -> None:
    assert release().is_embargoed(now) is waits
    assert release().is_embargoed(now.astimezone(JAKARTA)) is waits
    assert release().at(now).under_embargo is waits


def test_a_release_without_an_embargo_is_open_at_once() -> None:
    assert not release(until=None).is_embargoed(MOMENT - timedelta(days=900))


def test_a_stranger_learns_the_id_of_an_embargoed_release_and_nothing_else() -> None:
    both = [release("R-1"), release("R-2", until=None)]
    hidden, shown = listed(both, now=MOMENT - TICK, trusted=False)
    assert (hidden.id, hidden.edition) == ("R-1", None)
    assert shown.edition is not None
    assert "RUPS" not in repr(hidden)


def test_whoever_is_trusted_sees_it_and_is_told_that_it_waits() -> None:
    [one] = listed([release()], now=MOMENT - TICK, trusted=True)
    assert one.edition is not None
    assert one.edition.under_embargo


def test_everybody_sees_it_from_its_moment_on() -> None:
    [one] = listed([release()], now=MOMENT, trusted=False)
    assert one.edition == release().at(MOMENT)


def test_a_release_needs_a_name_and_an_embargo_in_the_future() -> None:
    assert NewRelease("Sari", MOMENT, "", MOMENT + TICK).faults == ()
    assert NewRelease(" ", MOMENT).faults == (ReleaseFault.NAME_MISSING,)
    assert NewRelease("Sari", MOMENT, "", MOMENT).faults == (ReleaseFault.EMBARGO_PAST,)
    assert NewRelease("Sari", MOMENT, "x" * 501).faults == (ReleaseFault.NOTE_LONG,)
    assert NewRelease("x" * 81, MOMENT).faults == (ReleaseFault.NAME_LONG,)
