"""Every answer says what it may be used for: pages, data, files, assets and refusals alike."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

import app as application
from cakupan.settings import Settings
from routes.rights import CALLBACK

ASKED = (
    ("GET", "/"),
    ("GET", "/tidak-ada"),
    ("GET", "/assets/10-tokens.css"),
    ("GET", "/_dash-layout"),
    ("GET", "/_dash-component-suites/apa/x.js"),
    ("GET", "/api/v1/coverage"),
    ("GET", "/exports/templates/contoh.pptx"),
    ("GET", "/healthz"),
    ("PUT", "/upload"),
    ("POST", CALLBACK),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """One app for all of them: nothing here changes it."""
    path = (tmp_path_factory.mktemp("policy") / "cakupan.db").as_posix()
    chosen = {"CAKUPAN_DATABASE_URL": f"sqlite:///{path}", "CAKUPAN_SAMPLES": "no"}
    settings = Settings.from_env(chosen)
    application.prepare(settings)
    return application.create_app(settings).server.test_client()


@pytest.mark.parametrize(("method", "path"), ASKED)
def test_every_answer_bears_the_policy(client: FlaskClient, method: str, path: str) -> None:
    answer = client.open(path, method=method)
    rules = dict(
        rule.partition(" ")[::2] for rule in answer.headers["Content-Security-Policy"].split("; ")
    )
    assert rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    if answer.mimetype == "text/html":
        assert rules["default-src"] == "'self'"
        assert rules["object-src"] == "'none'"
        assert rules["script-src"].startswith("'self' 'sha256-")
        assert "unsafe" not in rules["script-src"]
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in answer.headers["Permissions-Policy"]
    else:
        # Opened by itself it may run, load and send nothing at all.
        assert rules["default-src"] == rules["form-action"] == "'none'"
        assert "script-src" not in rules
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


def test_behind_https_every_answer_asks_for_https_from_then_on(client: FlaskClient) -> None:
    told = "max-age=63072000; includeSubDomains"
    for path in ("/", "/healthz", "/assets/10-tokens.css"):
        secure = client.get(path, base_url="https://localhost")
        assert secure.headers["Strict-Transport-Security"] == told
        assert "Strict-Transport-Security" not in client.get(path).headers


def test_data_is_not_kept_by_browsers(client: FlaskClient) -> None:
    for path in ("/upload", "/readyz", "/target/pembagian.csv"):
        assert "no-store" in client.get(path).headers["Cache-Control"], path


def test_every_text_names_its_letters(client: FlaskClient) -> None:
    for path in ("/", "/tidak-ada", "/healthz", "/api/v1/coverage?format=csv"):
        assert "charset=utf-8" in client.get(path).headers["Content-Type"].casefold(), path


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "CONNECT"])
def test_a_method_that_nothing_takes_is_refused(client: FlaskClient, method: str) -> None:
    for path in ("/", "/data", "/assets/10-tokens.css"):
        answer = client.open(path, method=method)
        assert answer.status_code == 405, path
        assert "Alamat ini tidak menerima" in answer.json["message"]


def test_no_folder_is_listed_and_nothing_beside_the_assets_is_served(client: FlaskClient) -> None:
    for path in ("/assets/", "/assets/icons/", "/static/", "/assets/../.git/config"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "10-tokens" not in answer.text or "<html" in answer.text


def test_an_uploaded_name_cannot_add_a_header(
    client: FlaskClient, send: Callable, good: bytes, examined: Callable
) -> None:
    send(client, 'a"\r\nSet-Cookie: x=y\r\n.xlsx', good)
    examined(client)
    [file] = client.get("/upload").json["files"]
    answer = client.get(f"/upload/{file['token']}/findings.xlsx")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "x=y" not in answer.headers.get("Set-Cookie", "")
