"""Files through the door: kept, told what is wrong, and never loaded by coming in."""

import stat
import sys
from collections.abc import Callable
from errno import EROFS
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from flask.testing import FlaskClient

import app as application
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.queries.loads import history
from cakupan.storage.reading import unscoped
from etl.intake import desk
from etl.intake.examiner import Examiner
from layouts.data.drop_card import UPLOAD_LIMIT
from layouts.ids import SECURE_VISITOR_COOKIE, VISITOR_COOKIE

Send = Callable[..., Any]
Wait = Callable[[FlaskClient], None]
SOON = 20


def stages(client: FlaskClient) -> list[str]:
    """How far a visitor's files have come."""
    return [one["stage"] for one in client.get("/upload").json["files"]]


def kept(settings: Settings) -> list[Path]:
    return [path for path in settings.uploads_dir.rglob("*") if path.is_file()]


def test_a_file_is_kept_for_this_visitor_and_examined_but_not_loaded(
    client: FlaskClient, send: Send, examined: Wait, settings: Settings, good: bytes
) -> None:
    answer = send(client, "peserta.xlsx", good)
    assert answer.status_code == 202
    [file] = answer.json["files"]
    assert file["name"] == "peserta.xlsx"
    assert file["stage"] == "waiting"
    examined(client)
    assert stages(client) == ["examined"]
    [path] = kept(settings)
    assert path.read_bytes() == good
    with open_reader(settings.database_url).connect() as connection:
        assert history(unscoped(connection)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_kept_file_is_readable_by_nobody_else(
    client: FlaskClient, send: Send, examined: Wait, settings: Settings, good: bytes
) -> None:
    send(client, "peserta.xlsx", good)
    [path] = kept(settings)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    examined(client)


def test_several_files_of_one_request_each_get_a_ticket(
    client: FlaskClient, examined: Wait, good: bytes
) -> None:
    form = {"file": [(BytesIO(good), "a.xlsx"), (BytesIO(b"x"), "b.csv")]}
    answer = client.post("/upload", data=form, content_type="multipart/form-data")
    assert [file["name"] for file in answer.json["files"]] == ["a.xlsx", "b.csv"]
    examined(client)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
)
def test_whatever_a_file_is_it_gets_an_answer(
    client: FlaskClient, send: Send, examined: Wait, content: bytes
) -> None:
    assert send(client, "aneh.xlsx", content).status_code == 202
    examined(client)
    assert stages(client) == ["examined"]


def test_a_request_without_a_file_is_told_so(client: FlaskClient) -> None:
    for options in ({}, {"data": {"file": "text"}}, {"data": b"--", "content_type": "multipart/x"}):
        answer = client.post("/upload", **options)
        assert answer.status_code == 400
        assert answer.json["message"].startswith("Tidak ada berkas yang diterima.")


def test_a_file_over_the_limit_is_refused_with_the_limit_and_what_to_do(
    client: FlaskClient, settings: Settings
) -> None:
    answer = client.post(
        "/upload?bahasa=en",
        data=b"",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(UPLOAD_LIMIT + 1)},
    )
    assert answer.status_code == 413
    assert answer.json["message"].startswith("The file is too large: the limit is 64 MB.")
    assert kept(settings) == []


def test_a_desk_that_is_full_says_what_to_do(
    client: FlaskClient, send: Send, monkeypatch: pytest.MonkeyPatch, good: bytes
) -> None:
    monkeypatch.setattr(desk, "MOST_PER_OWNER", 0)
    answer = send(client, "a.xlsx", good)
    assert answer.status_code == 429
    assert "Muat atau buang dahulu sebagian" in answer.json["message"]


def test_a_full_disk_is_told_without_its_reason(
    client: FlaskClient, send: Send, settings: Settings, good: bytes
) -> None:
    settings.uploads_dir.write_text("a file where the folder should be")
    answer = send(client, "a.xlsx", good)
    assert answer.status_code == 507
    assert "tidak dapat disimpan sementara" in answer.json["message"]
    assert "Errno" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:8051"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
@pytest.mark.parametrize("path", ["/upload", "/_dash-update-component"])
def test_a_page_of_another_origin_may_not_act(
    client: FlaskClient, path: str, headers: dict[str, str], settings: Settings
) -> None:
    answer = client.post(path, headers=headers, data={"file": (BytesIO(b"x"), "a.csv")})
    assert answer.status_code == 403
    assert "tidak berasal dari halaman Cakupan" in answer.json["message"]
    assert kept(settings) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
        {"Origin": "http://localhost"},
        {},
    ],
)
def test_our_own_page_may(
    client: FlaskClient, send: Send, examined: Wait, headers: dict[str, str], good: bytes
) -> None:
    assert send(client, "a.xlsx", good, headers=headers).status_code == 202
    examined(client)


@pytest.mark.parametrize("host", ["elsewhere.example", "localhost.elsewhere.example", "[::1", ""])
@pytest.mark.parametrize("path", ["/", "/upload", "/data"])
def test_a_name_that_is_not_ours_is_not_answered(client: FlaskClient, path: str, host: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code in {400, 421}
    assert "message" not in (answer.json or {}) or "tidak dikenal" in answer.json["message"]


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:8050", "[::1]:8050", "192.168.1.7", "cakupan.kantor.go.id"]
)
def test_addresses_and_names_of_ours_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/upload", headers={"Host": host}).status_code == 200


def test_a_page_leaves_a_cookie_that_scripts_and_other_sites_cannot_use(
    client: FlaskClient,
) -> None:
    cookie = client.get("/data").headers["Set-Cookie"]
    assert cookie.startswith(f"{VISITOR_COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Set-Cookie" not in client.get("/data").headers


def test_over_https_the_cookie_can_only_have_been_left_by_this_very_server(
    client: FlaskClient,
) -> None:
    secure = {"base_url": "https://localhost"}
    client.set_cookie(VISITOR_COOKIE, "x" * 32)
    cookie = client.get("/data", **secure).headers["Set-Cookie"]
    assert cookie.startswith(f"{SECURE_VISITOR_COOKIE}=")
    assert SECURE_VISITOR_COOKIE.startswith("__Host-")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "x" * 32 not in cookie


def test_a_cookie_that_is_no_token_of_ours_is_replaced(client: FlaskClient) -> None:
    client.set_cookie(VISITOR_COOKIE, "sari")
    assert VISITOR_COOKIE in client.get("/").headers["Set-Cookie"]


def test_nobody_sees_the_files_of_another(
    new_visitor: Callable[[], FlaskClient], send: Send, examined: Wait, good: bytes
) -> None:
    sari, budi = new_visitor(), new_visitor()
    send(sari, "a.xlsx", good)
    examined(sari)
    assert budi.get("/upload").json["files"] == []


def test_two_files_are_read_at_once_and_the_third_waits_its_turn(
    new_visitor: Callable[[], FlaskClient],
    send: Send,
    examined: Wait,
    monkeypatch: pytest.MonkeyPatch,
    good: bytes,
) -> None:
    go_on, begun = Event(), [Event(), Event()]
    examine = Examiner.examine

    def slow(self: Examiner, path: Path, answers: dict[str, str]) -> Any:
        next(event for event in begun if not event.is_set()).set()
        assert go_on.wait(SOON)
        return examine(self, path, answers)

    visitors = [new_visitor() for _ in range(3)]
    monkeypatch.setattr(Examiner, "examine", slow)
    for visitor in visitors[:2]:
        send(visitor, "a.xlsx", good)
    assert all(event.wait(SOON) for event in begun)
    send(visitors[2], "a.xlsx", good)
    assert [stages(visitor) for visitor in visitors] == [["reading"], ["reading"], ["waiting"]]
    monkeypatch.setattr(Examiner, "examine", examine)
    go_on.set()
    for visitor in visitors:
        examined(visitor)
        assert stages(visitor) == ["examined"]


def test_a_start_forgets_files_that_nobody_decided_on(
    client: FlaskClient, send: Send, examined: Wait, settings: Settings, good: bytes
) -> None:
    send(client, "a.xlsx", good)
    examined(client)
    assert kept(settings)
    application.create_app(settings)
    assert kept(settings) == []


def test_a_server_on_another_database_of_the_folder_leaves_waiting_files_alone(
    client: FlaskClient, send: Send, examined: Wait, settings: Settings, good: bytes
) -> None:
    send(client, "a.xlsx", good)
    examined(client)
    path = settings.database_url.replace("cakupan.db", "lain.db")
    other = Settings.from_env({"CAKUPAN_DATABASE_URL": path, "CAKUPAN_SAMPLES": "no"})
    application.prepare(other)
    application.create_app(other)
    assert kept(settings)


def test_a_medium_that_can_only_be_read_is_named_as_the_reason(
    client: FlaskClient, send: Any, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep(*_given: object) -> None:
        raise OSError(EROFS, "Read-only file system")

    monkeypatch.setattr("etl.intake.upload_folder.UploadFolder.keep", keep)
    answer = send(client, "a.xlsx", good)
    assert answer.status_code == 403
    assert "hanya dapat dibaca" in answer.json["message"]
