"""What a page says first, asked for in one: the very answers its program would be given."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from callbacks.figures import Source
from layouts.pages import PAGES
from routes.turns import Turns

PATHS = [page.path.replace("<kode>", "36.03") for page in PAGES if page.has_figures]
Asked = Callable[..., dict[str, Any]]


@pytest.fixture
def ahead(client: FlaskClient) -> Asked:
    def ask(path: str = "/", search: str = "?wilayah=36", **more: str) -> dict[str, Any]:
        answer = client.get("/sekilas", query_string={"path": path, "search": search, **more})
        assert answer.status_code == 200
        return {one["output"]: one for one in answer.get_json()["answers"]}

    return ask


def body(one: dict[str, Any]) -> dict[str, Any]:
    """What the browser sends for the same: every place by name, the answer left out."""
    outputs = [name.rsplit(".", 1) for name in one["output"].strip(".").split("...")]
    changed = [f"{place['id']}.{place['property']}" for place in one["inputs"]]
    return {
        "output": one["output"],
        "outputs": [{"id": name, "property": part} for name, part in outputs],
        "inputs": one["inputs"],
        "changedPropIds": changed,
        "parsedChangedPropsIds": changed,
        **({"state": one["state"]} if "state" in one else {}),
    }


@pytest.mark.parametrize("path", PATHS)
def test_each_answer_is_the_one_its_callback_gives(
    client: FlaskClient, ahead: Asked, path: str
) -> None:
    given = ahead(path)
    shown = [one for name, one in given.items() if "data-answers" in name]
    assert shown
    for one in given.values():
        asked = client.post("/_dash-update-component", json=body(one))
        if asked.status_code == 204:
            assert one["answer"] is None
        else:
            assert one["answer"] == json.loads(asked.text)
    for one in shown:
        key = f"0 false {path} ?wilayah=36"
        assert [place["value"]["key"] for place in one["inputs"]] == [key]
        told = one["answer"]["response"].values()
        assert [props["data-answers"] for props in told if "data-answers" in props] == [key]


@pytest.mark.parametrize("path", PATHS)
def test_all_that_fills_the_page_by_itself_is_among_them(
    dashboard: Dash, ahead: Asked, path: str
) -> None:
    """What is asked as soon as a page stands: by the request alone, of the places it has."""
    given = ahead(path)
    [placed] = [one for name, one in given.items() if "shell-page.children" in name]
    assert (placed["answer"] is None) is (path == "/")
    page = json.dumps(placed["answer"]) if placed["answer"] else client_layout(dashboard)
    for output, wired in dashboard.callback_map.items():
        alone = [str(one["id"]) for one in wired["inputs"]] == ["shell-request"]
        if alone and f'"{output.strip(".").split(".")[0]}"' in page:
            assert output in given


def client_layout(dashboard: Dash) -> str:
    return dashboard.server.test_client().get("/_dash-layout").text


def test_a_narrow_screen_is_answered_for_itself(ahead: Asked) -> None:
    narrow = next(one for name, one in ahead(compact="true").items() if "data-answers" in name)
    assert narrow["inputs"][0]["value"]["compact"] is True
    assert narrow["inputs"][0]["value"]["key"] == "0 true / ?wilayah=36"


def test_a_browser_keeps_it_and_is_sent_it_again_when_it_changed(client: FlaskClient) -> None:
    address, packed = "/sekilas?path=/&search=%3Fwilayah%3D36", {"Accept-Encoding": "br"}
    first = client.get(address, headers=packed)
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert first.headers["Content-Encoding"] == "br"
    again = client.get(address, headers={**packed, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(
        "/sekilas?path=/&search=%3Fwilayah%3D32",
        headers={**packed, "If-None-Match": first.headers["ETag"]},
    )
    assert other.status_code == 200


@pytest.mark.parametrize("path", ["/tidak-ada", "/wilayah/36/03", "//jahat"])
def test_a_page_that_there_is_not_has_no_first_sight(client: FlaskClient, path: str) -> None:
    answer = client.get("/sekilas", query_string={"path": path})
    assert (answer.status_code, answer.data) == (404, b"")


def test_what_is_answered_ahead_is_known_when_it_is_asked(
    client: FlaskClient, ahead: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same question from the page itself is given from memory: it is drawn once."""
    search = "?wilayah=36&bahasa=en"
    one = next(one for name, one in ahead("/", search).items() if "ringkasan-state" in name)
    drawn: list[Turns] = []

    def note(turns: Turns) -> None:
        drawn.append(turns)

    monkeypatch.setattr(Turns, "take", note)
    raw = json.dumps(body(one), ensure_ascii=False, separators=(",", ":")).encode()
    asked = client.post("/_dash-update-component", data=raw, content_type="application/json")
    assert asked.status_code == 200
    assert drawn == []


def test_a_page_that_cannot_be_drawn_says_so_at_first_sight_too_and_only_then(
    ahead: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_parts: object, **_named: object) -> object:
        raise RuntimeError("no")

    with monkeypatch.context() as broken:
        broken.setattr(Source, "figures", fail)
        assert "alert" in page_said(ahead("/manfaat", "?wilayah=36&penyebut=employed"))
    assert "alert" not in page_said(ahead("/manfaat", "?wilayah=36&penyebut=employed"))


def page_said(given: dict[str, Any]) -> str:
    return json.dumps(next(one for name, one in given.items() if "data-answers" in name))
