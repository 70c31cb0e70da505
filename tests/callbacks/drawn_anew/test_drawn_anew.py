"""What was asked before a change is drawn from the newest data before the change is shown."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from flask.testing import FlaskClient

import app as application
from cakupan.settings import Settings
from callbacks.drawing import Drawing
from routes import again
from routes.rights import CALLBACK
from tests.callbacks.conftest import PEOPLE
from tests.callbacks.drawn_anew.conftest import RINGKASAN, Ask, Looked, sent, take_back
from tests.callbacks.test_again import asks, drawn_by_request
from tests.callbacks.test_warming import load_more


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


def test_what_was_drawn_anew_is_told_to_whoever_keeps_every_so_many(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for slot in drawn_by_request(looked.dashboard)[:5]:
        looked.sent(slot)
    told: list[int] = []
    monkeypatch.setattr(again, "TOGETHER", 2)
    monkeypatch.setattr(looked.ahead, "_keep", lambda: told.append(len(looked.drawn)))
    load_more(own)
    assert looked.ahead.look()
    assert told == [0, 2, 4]


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

    def failing(self: Drawing, figures: Any, request: Any, found: Any) -> Any:
        if "36.03" in request.search:
            raise ValueError("cannot")
        return drawn(self, figures, request, found)

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
