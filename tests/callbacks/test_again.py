"""An answer that is given again is the one that would be drawn now, for whoever is asking."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

import app as application
from cakupan.settings import Settings
from callbacks import target
from callbacks.drawing import Drawing
from callbacks.figures import Source
from layouts.ids import ShellId, TargetId
from tests.callbacks.conftest import PEOPLE
from tests.callbacks.posting import outputs_of
from tests.callbacks.test_warming import load_more

PAGES_WITH_FIGURES = 11
BANTEN = {"path": "/", "search": "?wilayah=36", "compact": False, "key": "1"}


def asks(dashboard: Dash, slot: str, request: dict[str, Any] = BANTEN) -> dict[str, Any]:
    """What a browser sends to the callback that fills a slot."""
    output = next(name for name in dashboard.callback_map if slot in outputs_of(name))
    wired = dashboard.callback_map[output]
    ends = [name.rpartition(".") for name in outputs_of(output)]
    first, *others = wired["inputs"]
    return {
        "output": output,
        "outputs": [{"id": place, "property": field} for place, _, field in ends],
        "inputs": [{**first, "value": request}, *({**one, "value": None} for one in others)],
        "state": [{**wire, "value": request} for wire in wired["state"]],
        "changedPropIds": [f"{first['id']}.{first['property']}"],
    }


def answer(client: FlaskClient, question: dict[str, Any]) -> str:
    given = client.post("/_dash-update-component", json=question)
    assert given.status_code == 200, given.text
    assert given.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in given.headers["Content-Security-Policy"]
    return given.text


def drawn_by_request(dashboard: Dash) -> list[str]:
    """A slot of each callback that answers to a request alone, and of what a slider moves."""
    return [
        outputs_of(name)[0]
        for name, one in dashboard.callback_map.items()
        if "callback" in one
        and one["inputs"][0]["id"] in {ShellId.REQUEST, TargetId.ASKED}
        and not one["inputs"][1:]
    ]


def test_every_page_is_given_again_as_it_was_drawn(
    dashboard: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = drawn_by_request(dashboard)
    drawn = {slot: answer(client, asks(dashboard, slot)) for slot in slots}
    monkeypatch.setattr(Source, "figures", None)
    again = {slot for slot in slots if answer(client, asks(dashboard, slot)) == drawn[slot]}
    assert set(slots) == again
    assert len(again) == PAGES_WITH_FIGURES + len({"bar", "slider", "slide"})


def test_what_was_loaded_is_seen_at_once(own: Settings) -> None:
    dashboard = application.create_app(own)
    client, question = dashboard.server.test_client(), asks(dashboard, "ringkasan-cards.hidden")
    before = answer(client, question)
    assert answer(client, question) == before
    load_more(own)
    now = answer(client, question)
    assert now != before
    fresh = {**BANTEN, "compact": True}
    asked_otherwise = asks(dashboard, "ringkasan-cards.hidden", fresh)
    assert "November 2025" in now
    assert "November 2025" in answer(client, asked_otherwise)


def test_whoever_sees_less_or_has_another_name_or_role_is_given_their_own(
    dashboard: Dash, come_in: Callable[[str], FlaskClient]
) -> None:
    page, bar = asks(dashboard, "wilayah-map.figure"), asks(dashboard, "shell-menu.children")
    pages, bars = {}, {}
    for _ in range(2):
        for name in PEOPLE:
            client = come_in(name)
            pages.setdefault(name, set()).add(answer(client, page))
            bars.setdefault(name, set()).add(answer(client, bar))
    assert all(len(given) == 1 for given in [*pages.values(), *bars.values()])
    assert pages["Tono"] == pages["Tini"]
    assert pages["Rini"] != pages["Tono"]
    assert len(set.union(*bars.values())) == len(PEOPLE)
    come_in("Tono").delete_cookie("cakupan-session")
    gone = come_in("Tono").post("/_dash-update-component", json=page)
    assert gone.status_code == 401


def test_a_page_that_could_not_be_drawn_is_drawn_the_next_time(
    dashboard: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = asks(dashboard, "ringkasan-cards.hidden", {**BANTEN, "key": "failing"})
    with monkeypatch.context() as failing:
        failing.setattr(Drawing, "_drawn", None)
        failed = json.loads(answer(client, question))["response"]
    assert failed["ringkasan-state"]["children"]
    assert not json.loads(answer(client, question))["response"]["ringkasan-state"]["children"]


def test_an_assumption_that_could_not_be_followed_is_followed_the_next_time(
    dashboard: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = next(one for one in drawn_by_request(dashboard) if "@" in one)
    question = asks(dashboard, slot)
    question["inputs"][0]["value"] = "?wilayah=36&tumbuh=2"
    with monkeypatch.context() as failing:
        failing.setattr(target, "read_target_view", None)
        failed = answer(client, question)
    assert answer(client, question) != failed
