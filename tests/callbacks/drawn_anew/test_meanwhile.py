"""What is given while what was asked is drawn anew."""

import time
from typing import Any

import pytest

from cakupan.settings import Settings
from routes import again, standing
from tests.callbacks.drawn_anew.conftest import Ask, Looked, take_back
from tests.callbacks.test_warming import load_more


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


def test_drawing_anew_ends_when_the_newest_is_shown_to_all_anyway(
    looked: Looked, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = looked.sent()
    load_more(own)
    monkeypatch.setattr(standing, "MOST_BEHIND", 0.0)
    assert looked.ahead.look()
    assert looked.drawn == []
    assert looked.sent() != before
