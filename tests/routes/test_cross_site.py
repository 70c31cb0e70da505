"""A page elsewhere makes the browser of somebody logged in send requests here: all are refused."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient

import app as application
from cakupan.access.passwords import hashed
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.settings import Settings
from cakupan.storage.people import add_person, open_people
from routes.rights import CALLBACK
from tests.access.conftest import NOON, PASSWORD

FILE = {"data": {"file": (b"Kode,Nilai\n", "a.csv")}}
# Every kind of request that changes something, or that could.
CHANGING = {
    "a callback": ("POST", CALLBACK, {"json": {"output": "x.y", "inputs": []}}),
    "a callback as plain text": ("POST", CALLBACK, {"data": "{}", "content_type": "text/plain"}),
    "an upload": ("POST", "/upload", FILE),
    "a log-in": ("POST", "/masuk", {"data": {"nama": "Sari", "sandi": PASSWORD}}),
    "a log-out": ("POST", "/keluar", {}),
    "the first administrator": ("POST", "/masuk/pertama", {"data": {"token": "x"}}),
    "an invitation": ("POST", "/masuk/undangan", {"data": {"token": "x"}}),
    "a new password": ("POST", "/masuk/ganti", {"data": {"lama": PASSWORD}}),
    "an end of other sessions": ("POST", "/masuk/sesi", {"data": {"lama": PASSWORD}}),
    "a slide": ("POST", "/slide/kartu", {"json": {"items": []}}),
    "a deck": ("POST", "/exports/deck.pptx", {"json": {"items": []}}),
    "a workbook of a deck": ("POST", "/exports/deck.xlsx", {"json": {"items": []}}),
    "a deck renewed": ("POST", "/exports/deck/refresh", FILE),
    "a template kept": ("POST", "/exports/templates", FILE),
    "a template dropped": ("DELETE", "/exports/templates/x", {}),
    "the API": ("POST", "/api/v1/figures", {"json": {}}),
}
FOREIGN = (
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://jahat.example"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://jahat.example"},
    {"Origin": "null"},
)


@pytest.fixture(scope="module")
def signed_in(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path = (tmp_path_factory.mktemp("cross") / "cakupan.db").as_posix()
    chosen = {"CAKUPAN_DATABASE_URL": f"sqlite:///{path}", "CAKUPAN_SAMPLES": "no"}
    settings = Settings.from_env(chosen)
    application.prepare(settings)
    people = open_people(settings.people_url)
    add_person(people, Person("Sari", Role.ADMIN, EVERYWHERE), password=hashed(PASSWORD), at=NOON)
    people.dispose()
    client = application.create_app(settings).server.test_client()
    assert client.post("/masuk", data={"nama": "Sari", "sandi": PASSWORD}).status_code == 303
    return client


@pytest.mark.parametrize("kind", CHANGING)
def test_a_request_from_elsewhere_is_refused(signed_in: FlaskClient, kind: str) -> None:
    method, path, options = CHANGING[kind]
    for headers in FOREIGN:
        answer = signed_in.open(path, method=method, headers=headers, **_fresh(options))
        assert answer.status_code == 403, headers
        assert "tidak berasal dari halaman Cakupan" in answer.json["message"]
        assert "Set-Cookie" not in answer.headers
    assert signed_in.get("/upload").json == {"files": []}


# A log-out ends the session and an upload leaves a file: test_gate and test_upload do both.
@pytest.mark.parametrize("kind", sorted(set(CHANGING) - {"a log-out", "an upload"}))
def test_the_same_request_from_a_page_of_ours_is_not_taken_for_foreign(
    signed_in: FlaskClient, kind: str
) -> None:
    method, path, options = CHANGING[kind]
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}
    answer = signed_in.open(path, method=method, headers=headers, **_fresh(options))
    assert "tidak berasal" not in answer.text


def test_every_route_that_takes_more_than_reading_is_among_them(signed_in: FlaskClient) -> None:
    server = signed_in.application
    adapter = server.url_map.bind("localhost")
    tried = {adapter.match(path, method=method)[0] for method, path, _ in CHANGING.values()}
    writing = {
        rule.endpoint
        for rule in server.url_map.iter_rules()
        if (rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}
    }
    assert writing - {"api.unknown"} == tried - {"api.unknown"}


def _fresh(options: dict) -> dict:
    """The same options with files that were not read yet."""
    data = options.get("data")
    if not isinstance(data, dict):
        return dict(options)
    opened = {
        key: (BytesIO(one[0]), one[1]) if isinstance(one, tuple) else one
        for key, one in data.items()
    }
    return {**options, "data": opened}
