"""The log of the server: one event a line, and nothing in it that opens a door."""

import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient

from cakupan.access.invitations import invite
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.logs import begin, without_secrets
from cakupan.settings import Settings, SettingsError
from cakupan.storage.people import open_people
from tests.access.conftest import PASSWORD
from tests.routes.test_gate import come_in, guarded, settings  # noqa: F401  the guarded app

OTHER = "angin barat musim 9"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    path = tmp_path / "log" / "cakupan.log"
    begin(path)
    yield path
    ours = [handler for handler in root.handlers if handler not in before]
    root.handlers[:] = before
    root.setLevel(level)
    for handler in ours:
        handler.close()


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_coming_in_and_choosing_a_password_leave_no_secret_in_the_log(
    log: Path,
    guarded: Dash,  # noqa: F811  the fixture
    settings: Settings,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    sari = come_in("Sari")
    people = open_people(settings.people_url)
    wulan = Person("Wulan", Role.VIEWER, EVERYWHERE)
    token = invite(people, wulan, now=datetime.now(UTC))
    people.dispose()
    sari.get(f"/masuk/undangan?token={token}")
    new = {"token": token, "sandi": OTHER, "ulang": OTHER}
    chosen = guarded.server.test_client().post("/masuk/undangan", data=new)
    sari.post("/masuk", data={"nama": "Sari", "sandi": "salah sekali saja"})
    sari.get("/api/v1/coverage")
    told = log.read_text("utf-8")
    cookies = [chosen.headers["Set-Cookie"], str(sari.get_cookie("cakupan-session"))]
    secrets = [cookie.partition("=")[2].partition(";")[0] for cookie in cookies]
    for secret in (PASSWORD, OTHER, "salah sekali saja", token, *secrets):
        assert secret
        assert secret not in told
    answered = [line for line in lines(log) if line["event"] == "answered"]
    assert {"at", "level", "logger", "method", "path", "status", "ms"} <= set(answered[0])
    assert [(one["path"], one["status"], one.get("who")) for one in answered][-1] == (
        *("/api/v1/coverage", 200),
        "Sari",
    )


def test_a_fault_is_one_line_with_its_traceback_and_without_what_was_typed(log: Path) -> None:
    error = ValueError(f"token=abc123 sandi: '{OTHER}'\ncakupan-session=xyz; $argon2id$v=19$q")
    logging.getLogger("uji").error("gagal\nsekali", exc_info=error)
    [line] = lines(log)
    assert line["event"] == "gagal\nsekali"
    assert "ValueError" in str(line["error"])
    for secret in ("abc123", "barat", "xyz", "argon2id"):
        assert secret not in str(line)


def test_attempts_to_get_around_are_told_with_where_they_came_from(
    log: Path,
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    tono = come_in("Tono")
    tono.post("/upload", headers={"Sec-Fetch-Site": "cross-site"})
    guarded.server.test_client().get("/", headers={"Host": "jahat.example"})
    tono.post("/_dash-update-component", data="{", content_type="application/json")
    tono.put("/api/v1/figures")
    told = [line for line in lines(log) if line["event"] == "refused"]
    assert [line["status"] for line in told] == [403, 421, 403, 405]
    assert [line.get("who") for line in told] == [None, None, "Tono", "Tono"]
    assert {line["source"] for line in told[2:]} == {"127.0.0.1"}


def test_the_log_goes_to_its_file_and_the_console_and_nowhere_else(log: Path) -> None:
    known = [logging.getLogger(name) for name in logging.Logger.manager.loggerDict]
    every = (logging.getLogger(), *known)
    kinds = {type(handler) for one in every for handler in getattr(one, "handlers", ())}
    outside_tests = {kind for kind in kinds if not kind.__module__.startswith("_pytest")}
    assert outside_tests <= {WatchedFileHandler, logging.StreamHandler, logging.NullHandler}
    assert {WatchedFileHandler, logging.StreamHandler} <= outside_tests
    files = [one for one in logging.getLogger().handlers if isinstance(one, WatchedFileHandler)]
    assert [one.baseFilename for one in files] == [str(log)]


def test_a_log_that_was_moved_away_is_begun_anew(log: Path) -> None:
    logging.getLogger("uji").info("satu")
    log.rename(log.with_suffix(".1"))
    logging.getLogger("uji").info("dua")
    assert [line["event"] for line in lines(log)] == ["dua"]


def test_a_file_that_cannot_be_written_is_told_by_the_name_of_its_setting(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(SettingsError, match="CAKUPAN_LOG"):
        begin(tmp_path / "berkas" / "cakupan.log")


@pytest.mark.parametrize(
    "text",
    [
        "GET /masuk/undangan?token=rahasia&bahasa=id",
        "{'sandi': 'rahasia', 'nama': 'Sari'}",
        "Cookie: __Host-cakupan=rahasia; x=1",
        "postgresql://cakupan:rahasia@server/cakupan",
        "$argon2id$v=19$m=65536,t=3,p=4$rahasia",
    ],
)
def test_what_opens_a_door_is_hidden(text: str) -> None:
    assert "rahasia" not in without_secrets(text)
    assert without_secrets("46,03% di Banten, 2.727.000 peserta") == (
        "46,03% di Banten, 2.727.000 peserta"
    )
