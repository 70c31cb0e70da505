"""Which release may be read, by whom, and how many stay open."""

from contextlib import ExitStack
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from cakupan.storage.errors import (
    ReleaseDamagedError,
    ReleaseEmbargoedError,
    UnknownReleaseError,
)
from callbacks import release_shelf
from callbacks.figures import Source
from callbacks.release_shelf import MOST_OPEN

from .conftest import Office
from .test_frozen_pages import exclude_a_region

TICK = timedelta(microseconds=1)


def test_a_stranger_reads_an_embargoed_release_from_its_moment_on(
    office: Office, later: datetime
) -> None:
    release, source = office.release(until=later), office.source()
    office.trusted, office.now = False, later - TICK
    with pytest.raises(ReleaseEmbargoedError), source.figures(release.id):
        pass
    assert [one.edition for one in office.shelf.listed()] == [None]
    office.now = later
    with source.figures(release.id) as figures:
        assert figures.edition == release.at(later)
    assert [one.edition for one in office.shelf.listed()] == [release.at(later)]


def test_a_release_that_is_open_already_is_still_refused_to_strangers(
    office: Office, later: datetime
) -> None:
    release, source = office.release(until=later), office.source()
    with source.figures(release.id) as figures:
        assert figures.edition is not None
        assert figures.edition.under_embargo
    office.trusted = False
    with pytest.raises(ReleaseEmbargoedError), source.figures(release.id):
        pass


def test_an_unknown_release_is_never_answered_with_running_figures(office: Office) -> None:
    for source in (office.source(), Source(office.reader, office.source().reference)):
        with pytest.raises(UnknownReleaseError), source.figures("R-2020-01-01-1"):
            pass


def test_a_damaged_release_is_refused_and_leaves_nothing_behind(office: Office) -> None:
    release = office.release()
    with office.writer.begin() as connection:
        connection.execute(text("UPDATE release SET content = substr(content, 2)"))
    with pytest.raises(ReleaseDamagedError), office.source().figures(release.id):
        pass
    assert list(office.settings.releases_dir.iterdir()) == []


def test_what_was_worked_out_of_a_release_is_kept_with_it(office: Office) -> None:
    release, source = office.release(), office.source()
    with source.figures(release.id) as figures:
        first = figures.panel("eligible")
    with source.figures(release.id) as figures:
        assert figures.panel("eligible") is first
    with source.figures() as figures:
        assert figures.panel("eligible") is not first


def test_a_few_stay_open_and_none_that_is_being_read_is_put_away(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = office.source()
    releases = []
    for number in range(MOST_OPEN + 2):
        exclude_a_region(office, f"alasan nomor {number}")
        releases.append(office.release())
    with ExitStack() as reading:
        held = [reading.enter_context(source.figures(one.id)) for one in releases]
        assert len(list(office.settings.releases_dir.iterdir())) == len(releases)
        assert all(figures.periods("36") for figures in held)
    with source.figures(releases[-1].id):
        pass
    left = list(office.settings.releases_dir.iterdir())
    assert len(left) == MOST_OPEN
    monkeypatch.setattr(release_shelf, "MOST_OPEN", 1)
    with source.figures(releases[0].id) as figures:
        assert figures.periods("36")
    assert len(list(office.settings.releases_dir.iterdir())) == 1


def test_a_start_forgets_copies_of_an_earlier_run(office: Office) -> None:
    release = office.release()
    with office.source().figures(release.id):
        pass
    other = office.settings.releases_dir / "punya-orang-lain.txt"
    other.write_text("tetap", encoding="utf-8")
    office.shelf.empty()
    assert list(office.settings.releases_dir.iterdir()) == [other]
