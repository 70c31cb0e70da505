"""After a change all pages are of the same version of the data, and its author sees it first."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(slots=True)
class Behind:
    """A dashboard that is not ready yet for a load, and one who has looked at it before."""

    dashboard: Dash
    client: FlaskClient
    before: str = ""

    def told(self, by: str = "127.0.0.1", **request: object) -> str:
        question = asks(self.dashboard, "ringkasan-cards.hidden", {**BANTEN, **request})
        self.client.environ_base["REMOTE_ADDR"] = by
        return json.dumps(json.loads(answer(self.client, question)), ensure_ascii=False)


@pytest.fixture
def behind(own: Settings, held: Event) -> Iterator[Behind]:
    dashboard = application.create_app(own)
    ahead = dashboard.server.extensions["warming"]
    assert ahead.look()
    one = Behind(dashboard, dashboard.server.test_client())
    one.before = one.told()
    load_more(own)
    ahead.start()
    yield one
    held.set()
    ahead.stop()


def test_a_load_comes_into_sight_for_all_pages_together(behind: Behind, held: Event) -> None:
    assert behind.told() == behind.before
    answers: list[str] = []
    late = Thread(target=lambda: answers.append(behind.told("127.0.0.2", compact=True)))
    late.start()
    late.join(0.5)
    assert late.is_alive(), "a question that is not known waits"
    assert behind.told() == behind.before
    held.set()
    late.join(20)
    assert "November 2025" in answers[0]
    assert "November 2025" in behind.told("127.0.0.2")


OTHERS: list[Callable[[FlaskClient], object]] = [
    lambda client: client.get("/"),
    lambda client: client.get("/api/v1/coverage?wilayah=36"),
    lambda client: client.post("/upload", data={}),
]


@pytest.mark.parametrize("other", OTHERS, ids=["a page anew", "figures", "a file"])
def test_whoever_has_opened_fetched_or_loaded_something_sees_the_load_at_once(
    other: Callable[[FlaskClient], object], behind: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert behind.told() == behind.before
    monkeypatch.setattr(standing, "MOST_WAITED", 0.7)
    other(behind.client)
    assert "November 2025" in behind.told()
