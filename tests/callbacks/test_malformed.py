"""Requests that no page of ours sends are refused in a sentence, and tell nothing of the inside."""

from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient

from routes.callback_shape import TYPES
from routes.gate import first_input
from tests.faults import malformed

SEED = 20251031


def test_nothing_malformed_is_answered_with_a_failure_or_tells_what_is_inside(
    dashboard: Dash,
) -> None:
    assert malformed.answers(dashboard, SEED, 80) == [], f"seed {SEED}"


def test_the_judge_sees_a_failure_a_traceback_a_path_and_a_query() -> None:
    html = "Content-Type: text/html"
    assert malformed.fault_of(200, b"<p>46,03%</p>", html) == ""
    for status, body in (
        *((500, b""), (503, b"x"), (200, b"Traceback (most recent")),
        *((200, b"/usr/lib/x.py"), (400, b"SELECT value FROM figure"), (404, b"sqlite3.Error")),
    ):
        assert malformed.fault_of(status, body, html), body
    # A library's own script may hold such words.
    assert malformed.fault_of(200, b"a FROM b", "Content-Type: text/javascript") == ""


def test_what_a_page_sends_reaches_its_callback(dashboard: Dash, client: FlaskClient) -> None:
    for output in malformed.served(dashboard):
        body = malformed.sound(dashboard, output, lambda _place: None)
        assert client.post(malformed.CALLBACK, json=body).status_code in {200, 204}, output


@pytest.mark.parametrize(
    "button", [{}, {"type": "nowhere"}, {"type": "data-file-drop"}, {"token": ["x"]}, None, 3]
)
def test_a_note_of_a_button_that_there_is_not_does_nothing(
    dashboard: Dash, client: FlaskClient, button: object
) -> None:
    noted = [
        output
        for output in malformed.served(dashboard)
        if first_input(dashboard.callback_map[output]).endswith("-pressed")
    ]
    assert len(noted) == 7
    for output in noted:
        body = malformed.sound(
            dashboard,
            output,
            lambda place: {"button": button} if place["id"].endswith("-pressed") else None,
        )
        answer = client.post(malformed.CALLBACK, json=body)
        assert answer.status_code in {200, 204}
        assert not answer.data or answer.json["response"] == {}


@pytest.mark.parametrize(
    "path",
    [
        "apa/x.js",
        "dash/dcc/tidak-ada.js",
        "app/app.py",
        "dash/../../etc/passwd",
        "%00/%FF",
        "a/b/c",
    ],
)
def test_a_script_that_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/_dash-component-suites/{path}")
    assert answer.status_code == 404
    assert "Alamat ini tidak ada" in answer.json["message"]


def test_a_path_never_leaves_the_assets(client: FlaskClient) -> None:
    root = Path(__file__).resolve().parents[2]
    assert (root / "app.py").exists()
    for path in ("../app.py", "..%2Fapp.py", "%2e%2e/app.py", "....//app.py", "/app.py"):
        assert client.get(f"/assets/{path}").status_code == 404


def test_only_what_takes_files_takes_more_than_a_page_sends(client: FlaskClient) -> None:
    large = b"x" * (3 * 1024 * 1024)
    for path in (malformed.CALLBACK, "/slide/kartu", "/exports/deck.pptx"):
        answer = client.post(path, data=large, content_type="application/json")
        assert answer.status_code == 413, path
        assert "terlalu besar" in answer.json["message"]


def test_a_value_from_a_place_that_is_not_wired_is_refused(
    dashboard: Dash, client: FlaskClient
) -> None:
    output = malformed.served(dashboard)[0]
    body = malformed.sound(dashboard, output, lambda _place: None)
    more = {"id": "shell-region", "property": "value", "value": "36"}
    for kind in ("inputs", "state"):
        answer = client.post(malformed.CALLBACK, json={**body, kind: [*body[kind], more]})
        assert answer.status_code == 400
        assert "tidak berbentuk seperti" in answer.json["message"]


def test_every_property_a_callback_is_wired_to_has_types_and_others_are_refused(
    dashboard: Dash, client: FlaskClient
) -> None:
    wired = [dashboard.callback_map[output] for output in malformed.served(dashboard)]
    places = [place for one in wired for kind in ("inputs", "state") for place in one[kind]]
    assert {place["property"] for place in places} == set(TYPES)
    strange = {"n_clicks": [1], "data": [["a"]], "value": {"a": 1}}
    for output in malformed.served(dashboard):
        body = malformed.sound(
            dashboard, output, lambda place: strange.get(place["property"], [None])
        )
        if not any([*body["inputs"], *body["state"]]):
            continue
        answer = client.post(malformed.CALLBACK, json=body)
        assert answer.status_code == 400, output
        assert "tidak berbentuk seperti" in answer.json["message"]


def test_what_is_asked_is_decoded_once_before_it_is_judged(client: FlaskClient) -> None:
    card = "/exports/card.csv?halaman=/&kartu="
    assert client.get(f"{card}trend").status_code == 200
    assert client.get(f"{card}%74rend").status_code == 200
    answer = client.get(f"{card}%2574rend")
    assert answer.status_code == 404
    assert "%74rend" in answer.json["message"]
    assert client.get("/assets/%252e%252e/app.py").status_code == 404


def test_of_a_parameter_given_twice_one_counts_for_all_that_is_drawn(client: FlaskClient) -> None:
    card = "/exports/card.csv?halaman=/&kartu=trend"
    one, other = (client.get(f"{card}&wilayah={code}").data for code in ("36", "61"))
    assert one != other
    twice = client.get(f"{card}&wilayah=36&wilayah=61").data
    assert twice in {one, other}
    api = "/api/v1/coverage?wilayah="
    answers = [client.get(f"{api}{code}").json for code in ("36", "61")]
    assert client.get(f"{api}36&wilayah=61").json in answers
