"""After a change all pages are of the same version of the data, and its author sees it first."""

import json
from collections.abc import Callable
from threading import Event, Thread

import pytest
from dash import Dash
from flask.testing import FlaskClient

import app as application
from cakupan.settings import Settings
from callbacks import warming
from routes import standing
from tests.callbacks.test_again import BANTEN, answer, asks
from tests.callbacks.test_warming import load_more


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Until this is set, whoever works ahead does not come to an end after a change."""
    go_on, warm = Event(), warming.warm

    def slowly(figures: object, pages: object) -> None:
        if held_back:
            go_on.wait(20)
        held_back.append(figures)
        warm(figures, ())  # type: ignore[arg-type]

    held_back: list[object] = []
    monkeypatch.setattr(warming, "warm", slowly)
    return go_on


def told(client: FlaskClient, dashboard: Dash, **request: object) -> str:
    question = asks(dashboard, "ringkasan-cards.hidden", {**BANTEN, **request})
    return json.dumps(json.loads(answer(client, question)), ensure_ascii=False)


def test_a_load_comes_into_sight_for_all_pages_together(own: Settings, held: Event) -> None:
    dashboard = application.create_app(own)
    ahead = dashboard.server.extensions["warming"]
    assert ahead.look()
    looker = dashboard.server.test_client()
    before = told(looker, dashboard)
    load_more(own)
    ahead.start()
    try:
        assert told(looker, dashboard) == before
        answers: list[str] = []
        late = Thread(target=lambda: answers.append(told(looker, dashboard, compact=True)))
        late.start()
        late.join(0.5)
        assert late.is_alive(), "a question that is not known waits"
        assert told(looker, dashboard) == before
        held.set()
        late.join(20)
        assert "November 2025" in answers[0]
        assert "November 2025" in told(looker, dashboard)
    finally:
        held.set()
        ahead.stop()


OTHERS: list[Callable[[FlaskClient], object]] = [
    lambda client: client.get("/"),
    lambda client: client.get("/api/v1/coverage?wilayah=36"),
    lambda client: client.post("/unggah", data={}),
]


@pytest.mark.parametrize("other", OTHERS, ids=["a page anew", "figures", "a file"])
def test_whoever_has_opened_fetched_or_loaded_something_sees_the_load_at_once(
    other: Callable[[FlaskClient], object],
    own: Settings,
    held: Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(standing, "MOST_BEHIND", 0.7)
    dashboard = application.create_app(own)
    ahead = dashboard.server.extensions["warming"]
    assert ahead.look()
    client = dashboard.server.test_client()
    before = told(client, dashboard)
    load_more(own)
    ahead.start()
    try:
        assert told(client, dashboard) == before
        other(client)
        assert "November 2025" in told(client, dashboard)
    finally:
        held.set()
        ahead.stop()
