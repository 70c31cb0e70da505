"""A dashboard whose figures are ready, and one who looked at its pages before a change."""

from collections.abc import Callable
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
from callbacks.figures import Source
from callbacks.warming import Warming
from routes import again
from routes.answer_memory import AnswerMemory
from routes.question import Question
from tests.callbacks.test_again import BANTEN, asks

BROWSER = {"Accept-Encoding": "gzip, deflate, br"}
Ask = Callable[[Callable[[], Any]], Any]
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


def take_back(own: Settings) -> None:
    """Withdraw what ``load_more`` loaded."""
    engine = open_database(own.database_url)
    withdraw(engine, LOADED, by="Sari", at=datetime(2026, 1, 10, tzinfo=UTC))
    engine.dispose()
