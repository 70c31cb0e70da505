"""What was asked before a change is drawn from the newest data before the change is shown."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

import app as application
from cakupan.settings import Settings
from cakupan.storage.engine import open_database
from cakupan.storage.loading import withdraw
from callbacks.drawing import Drawing
from callbacks.figures import Source
from callbacks.warming import Warming
from routes import again, standing
from routes.answer_memory import AnswerMemory
from routes.question import Question
from routes.rights import CALLBACK
from tests.callbacks.conftest import PEOPLE
from tests.callbacks.test_again import BANTEN, asks, drawn_by_request
from tests.callbacks.test_warming import load_more

BROWSER = {"Accept-Encoding": "gzip, deflate, br"}
RINGKASAN = "ringkasan-cards.hidden"
LOADED = 2


@dataclass(slots=True)
class Looked:
    """A dashboard whose figures are ready, and one who looks at pages of it."""

    dashboard: Dash
    client: FlaskClient
    ahead: Warming
    drawn: list[Question] = field(default_factory=list)

    def sent(self, slot: str = RINGKASAN, **request: object) -> tuple[bytes, object]:
        return sent(self.client, asks(self.dashboard, slot, {**BANTEN, **request}))


def sent(client: FlaskClient, question: dict[str, Any]) -> tuple[bytes, object]:
    """An answer as it travels."""
    given = client.post("/_dash-update-component", json=question, headers=BROWSER)
    assert given.status_code == 200, given.text
    return given.data, dict(given.headers)


@pytest.fixture
def looked(own: Settings, monkeypatch: pytest.MonkeyPatch) -> Looked:
    dashboard = application.create_app(own)
    ahead = dashboard.server.extensions["warming"]
    assert ahead.look()
    one = Looked(dashboard, dashboard.server.test_client(), ahead)
    draw = again._draw

    def told(server: Any, question: Question, at: float) -> None:
        one.drawn.append(question)
        draw(server, question, at)

    monkeypatch.setattr(again, "_draw", told)
    return one


@pytest.fixture
def known_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], Any]:
    """What is answered without drawing anything."""

    def given(ask: Callable[[], Any]) -> Any:
        with monkeypatch.context() as blind:
            blind.setattr(Source, "figures", None)
            return ask()

    return given


@pytest.fixture
def drawn_now(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], Any]:
    """What a request gets for which nothing is known."""

    def given(ask: Callable[[], Any]) -> Any:
        with monkeypatch.context() as forgetful:
            forgetful.setattr(AnswerMemory, "find", lambda *_, **__: None)
            return ask()

    return given


Ask = Callable[[Callable[[], Any]], Any]


def test_what_was_drawn_anew_is_byte_for_byte_what_a_request_would_get(
    looked: Looked, own: Settings, known_only: Ask, drawn_now: Ask
) -> None:
    slots = drawn_by_request(looked.dashboard)
    before = [looked.sent(slot) for slot in slots]
    load_more(own)
    assert [looked.sent(slot) for slot in slots] == before
    assert looked.ahead.look()
    after = known_only(lambda: [looked.sent(slot) for slot in slots])
    changed = sum(now != then for now, then in zip(after, before, strict=True))
    assert changed > len(slots) / 2
    assert all(headers["Content-Encoding"] == "br" for _, headers in after)
    assert drawn_now(lambda: [looked.sent(slot) for slot in slots]) == after


def test_each_is_given_their_own_by_name_and_role_and_scope(
    come_in: Callable[[str], FlaskClient], own: Settings, known_only: Ask, drawn_now: Ask
) -> None:
    ahead = come_in("Dewi").application.extensions["warming"]
    assert ahead.look()
    wired = application.create_app(own)
    questions = [asks(wired, slot) for slot in (RINGKASAN, "shell-menu.children")]

    def all_sent() -> dict[str, list[object]]:
        return {name: [sent(come_in(name), one) for one in questions] for name in PEOPLE}

    before = all_sent()
    load_more(own)
    assert ahead.look()
    after = known_only(all_sent)
    assert after != before
    assert after["Rini"][0] != after["Tono"][0] == after["Tini"][0]
    assert len({str(bar) for _, bar in after.values()}) == len(PEOPLE)
    assert drawn_now(all_sent) == after
    come_in("Tono").delete_cookie("cakupan-session")
    assert come_in("Tono").post("/_dash-update-component", json=questions[0]).status_code == 401


def test_the_version_before_stands_until_all_is_drawn_anew_and_what_was_asked_last_comes_first(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [{"search": f"?wilayah=36.0{part}"} for part in (1, 2, 3)]
    before = [looked.sent(**one) for one in (*asked, asked[0])]
    load_more(own)
    draw, given = again._draw, []

    def watched(*args: Any) -> None:
        draw(*args)
        given.append(looked.sent(**asked[0]))

    monkeypatch.setattr(again, "_draw", watched)
    assert looked.ahead.look()
    assert given == [before[0]] * 3
    assert [
        one for drawn in looked.drawn for one in asked if one["search"].encode() in drawn.body
    ] == [
        asked[0],
        asked[2],
        asked[1],
    ]
    assert looked.sent(**asked[0]) != before[0]


def test_what_is_not_known_is_drawn_while_what_was_asked_is_drawn_anew(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = looked.sent()
    load_more(own)
    draw = again._draw
    given: list[object] = []

    def meanwhile(*args: Any) -> None:
        looked.client.environ_base["REMOTE_ADDR"] = "127.0.0.2"
        began = time.monotonic()
        looked.sent(compact=True)
        assert time.monotonic() - began < standing.MOST_WAITED
        given.append(looked.sent())
        looked.client.environ_base["REMOTE_ADDR"] = "127.0.0.1"
        given.append(looked.sent())
        draw(*args)

    monkeypatch.setattr(again, "_draw", meanwhile)
    assert looked.ahead.look()
    newest = looked.sent()
    assert newest != before
    assert given == [newest, before], "whoever saw the newest sees it from then on"


def test_an_answer_that_could_not_be_drawn_stops_no_other_and_is_not_kept(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch, drawn_now: Ask
) -> None:
    others = [{"search": f"?wilayah=36.0{part}"} for part in (1, 2)]
    fails, breaks = {"search": "?wilayah=36.03"}, {"search": "?wilayah=36.04"}
    for one in (*others, fails, breaks):
        looked.sent(**one)
    load_more(own)
    view, drawn = looked.dashboard.server.view_functions[CALLBACK], Drawing._drawn

    def broken() -> object:
        if b"36.04" in looked.drawn[-1].body:
            raise RuntimeError("gone")
        return view()

    def failing(self: Drawing, figures: Any, request: Any) -> Any:
        if "36.03" in request.search:
            raise ValueError("cannot")
        return drawn(self, figures, request)

    with monkeypatch.context() as faulty:
        faulty.setitem(looked.dashboard.server.view_functions, CALLBACK, broken)
        faulty.setattr(Drawing, "_drawn", failing)
        assert looked.ahead.look()
    assert len(looked.drawn) == 4
    asked: list[object] = []
    monkeypatch.setattr(Drawing, "_drawn", lambda *args: [asked.append(args), drawn(*args)][1])
    for one in others:
        looked.sent(**one)
    assert not asked
    sentences = [looked.sent(**one) for one in (fails, breaks)]
    assert len(asked) == 2
    assert drawn_now(lambda: [looked.sent(**one) for one in (fails, breaks)]) == sentences


def test_a_newer_change_in_the_middle_begins_anew_and_nobody_sees_half_of_it(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch, known_only: Ask
) -> None:
    asked = [{"search": f"?wilayah=36.7{part}"} for part in (1, 2)]
    before = [looked.sent(**one) for one in asked]
    ready = looked.ahead.ready
    load_more(own)
    draw = again._draw

    def overtaken(*args: Any) -> None:
        draw(*args)
        if len(looked.drawn) == 1:
            take_back(own)

    monkeypatch.setattr(again, "_draw", overtaken)
    assert looked.ahead.look()
    assert (looked.ahead.ready, len(looked.drawn)) == (ready, 1)
    assert known_only(lambda: [looked.sent(**one) for one in asked]) == before
    assert looked.ahead.look()
    assert looked.ahead.ready == ready + 2
    assert len(looked.drawn) == 3
    assert not looked.ahead.look()
    known_only(lambda: [looked.sent(**one) for one in asked])


def take_back(own: Settings) -> None:
    """Withdraw what ``load_more`` loaded."""
    engine = open_database(own.database_url)
    withdraw(engine, LOADED, by="Sari", at=datetime(2026, 1, 10, tzinfo=UTC))
    engine.dispose()


def test_nothing_is_drawn_that_was_not_asked_for_lately(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked.sent()
    load_more(own)
    monkeypatch.setattr(again, "LATELY", 0.0)
    assert looked.ahead.look()
    assert looked.drawn == []


def test_what_was_drawn_anew_but_never_asked_for_since_is_not_drawn_for_ever(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(again.time, "monotonic", clock)
    looked.sent()
    load_more(own)
    clock.now += again.LATELY - 1
    assert looked.ahead.look()
    assert len(looked.drawn) == 1
    take_back(own)
    clock.now += 2
    assert looked.ahead.look()
    assert len(looked.drawn) == 1


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_drawing_anew_ends_when_the_newest_is_shown_to_all_anyway(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = looked.sent()
    load_more(own)
    monkeypatch.setattr(standing, "MOST_BEHIND", 0.0)
    assert looked.ahead.look()
    assert looked.drawn == []
    assert looked.sent() != before


def test_what_nobody_asked_stands_in_no_log(
    looked: Looked, own: Settings, caplog: pytest.LogCaptureFixture, known_only: Ask
) -> None:
    before = looked.sent()
    load_more(own)
    with caplog.at_level(logging.INFO):
        assert looked.ahead.look()
        assert lines(caplog.records) == 0
        assert known_only(looked.sent) != before
        assert lines(caplog.records) == 1


def lines(records: Iterable[logging.LogRecord]) -> int:
    return sum(one.name == "cakupan.requests" for one in records)
