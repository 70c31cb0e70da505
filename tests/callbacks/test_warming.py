"""What all pages share is worked out before anybody asks, after a start and after each change."""

from collections.abc import Iterator
from queue import Empty, Queue
from threading import Event

import pytest
from sqlalchemy.exc import OperationalError

from cakupan.analytics.panel import Panel
from cakupan.domain.measures import Basis, Measure
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.reading import Reader
from cakupan.storage.reference import read_reference
from callbacks import figures as figures_room
from callbacks import warming
from callbacks.figures import Source
from callbacks.reading import Request
from callbacks.ringkasan import drawing
from callbacks.warming import Warming
from tests.callbacks.conftest import add_load, figure

RINGKASAN = Request.of({"path": "/", "search": "?wilayah=36&penyebut=employed"})


@pytest.fixture
def source(own: Settings) -> Iterator[Source]:
    engine = open_reader(own.database_url)
    yield Source(engine, read_reference(own.reference_dir))
    engine.dispose()


@pytest.fixture
def keeping(source: Source) -> Iterator[Warming]:
    one = Warming(source)
    yield one
    one.stop()


def load_more(own: Settings) -> None:
    more = figure("36.72", Measure.PARTICIPANTS_ACTIVE, "2025-11", 9, basis=Basis.REGISTRATION)
    add_load(own, "baru.xlsx", [more])


def test_no_page_works_out_coverage_once_it_was_worked_out_in_advance(
    keeping: Warming, source: Source, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert keeping.look()
    assert not keeping.look(), "nothing has changed"
    load_more(own)
    assert keeping.look()

    def never(*_: object, **__: object) -> Panel:
        raise AssertionError("worked out while a reader waits")

    monkeypatch.setattr(Panel, "measured", never)
    assert drawing(source).changes(RINGKASAN)
    load_more_again = Source(source.engine, source.reference)
    with pytest.raises(AssertionError):
        drawing(load_more_again).changes(RINGKASAN)


def test_a_database_that_cannot_be_read_for_a_while_stops_nothing(
    keeping: Warming, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed, faults = Event(), [OperationalError("select", {}, Exception("locked"))]

    def version(_reader: Reader) -> int:
        if faults:
            raise faults.pop()
        return 1

    monkeypatch.setattr(figures_room, "data_version", version)
    monkeypatch.setattr(warming, "warm", lambda *_: warmed.set())
    monkeypatch.setattr(warming, "LOOK_EVERY", 0.01)
    keeping.start()
    assert warmed.wait(20)


def test_whoever_keeps_is_told_once_for_each_version_before_anybody_waits_no_more(
    keeping: Warming, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "LOOK_EVERY", 0.01)
    told: Queue[int | None] = Queue()
    keeping.start(keep=lambda: told.put(keeping.shared))
    assert told.get(timeout=20) is None
    keeping.wait_for(1, 20)
    known = keeping.shared
    with pytest.raises(Empty):
        told.get(timeout=0.1)
    load_more(own)
    assert told.get(timeout=20) == known
