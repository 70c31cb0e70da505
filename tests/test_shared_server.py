"""Programs on a server of databases: what each has of its own, what they share and say."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import text

import app as application
from cakupan.__main__ import main
from cakupan.access.passwords import hashed
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.people import add_person, open_people
from etl.__main__ import main as etl
from routes import database_away
from tests.access.conftest import NOON, PASSWORD
from tests.postgresql import Server

AWAY = "postgresql://cakupan:rahasia@/cakupan?host=/tidak/ada"
URL = "postgresql://cakupan@server/cakupan"


def settings(port: int, url: str = URL) -> Settings:
    return Settings.from_env({"CAKUPAN_DATABASE_URL": url, "CAKUPAN_PORT": str(port)})


def test_programs_on_one_server_do_not_empty_the_folders_of_each_other() -> None:
    one, other = settings(8051), settings(8052)
    assert {one.uploads_dir, one.releases_dir}.isdisjoint({other.uploads_dir, other.releases_dir})


def test_they_share_people_who_stand_in_a_schema_apart_from_the_figures() -> None:
    assert (
        settings(8051).people_url
        == settings(8052).people_url
        == (f"{URL}?options=-csearch_path%3Dcakupan_people")
    )
    through_a_socket = settings(8051, f"{URL}?host=/run/postgresql").people_url
    assert through_a_socket.endswith("?host=/run/postgresql&options=-csearch_path%3Dcakupan_people")


def test_a_file_has_people_and_folders_beside_it() -> None:
    found = settings(8051, "sqlite:////srv/data/angka.db")
    assert found.people_url == "sqlite:////srv/data/angka.people.db"
    assert str(found.uploads_dir) == "/srv/data/angka.uploads"


@pytest.fixture
def database(postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """What an office has whose administrator made an empty database, after the first start."""
    url = postgresql.make()
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", url)
    monkeypatch.setenv("CAKUPAN_SAMPLES", "no")
    found = Settings.from_env()
    assert application.prepare(found) == []
    yield found
    postgresql.drop(url)


def test_the_dashboard_and_its_commands_work_on_a_server(
    database: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor = application.create_app(database).server.test_client()
    assert visitor.get("/readyz").text == "ready\n"
    assert visitor.get("/api/v1/releases").status_code == 200
    assert main(["verify"]) == 0
    assert main(["audit", "verify"]) == 0
    assert "utuh (0 muatan" in capsys.readouterr().out
    assert main(["backup"]) == 1
    assert "pg_dump" in capsys.readouterr().err
    assert main(["restore", "a.db", "--yes"]) == 1
    assert "pg_restore" in capsys.readouterr().err


def test_whoever_logs_in_at_one_program_is_known_at_the_other_until_they_leave(
    database: Settings,
) -> None:
    people = open_people(database.people_url)
    add_person(people, Person("Sari", Role.ADMIN, EVERYWHERE), password=hashed(PASSWORD), at=NOON)
    people.dispose()
    one, other = (application.create_app(database).server.test_client() for _ in range(2))
    assert other.get("/api/v1/releases").status_code == 401
    answer = one.post("/masuk", data={"nama": "Sari", "sandi": PASSWORD, "ke": "/data"})
    name, secret = answer.headers["Set-Cookie"].split(";")[0].split("=", 1)
    other.set_cookie(name, secret)
    assert other.get("/api/v1/releases").status_code == 200
    one.post("/keluar")
    assert other.get("/api/v1/releases").status_code == 401


def test_a_damaged_log_on_a_server_is_found_by_verify(
    database: Settings, postgresql: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = postgresql.on(database.database_url)
    with owner.begin() as connection:
        connection.execute(text("UPDATE audit_head SET number = 7"))
    owner.dispose()
    assert main(["verify"]) == 1
    assert "jejak audit" in capsys.readouterr().out


def test_a_server_that_is_away_is_said_to_be_without_the_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", AWAY)
    assert application.main() == 2
    told = capsys.readouterr()
    assert "tidak menjawab" in told.err
    assert "rahasia" not in told.err + told.out
    for run, command in ((main, ["verify"]), (etl, ["history"])):
        assert run(command) == 1
        assert "tidak menjawab" in capsys.readouterr().err


def test_whoever_asks_while_the_server_is_away_reads_a_sentence_and_when_to_ask_again() -> None:
    server = Flask(__name__)
    database_away.register(server)

    @server.get("/")
    def page() -> str:
        with open_reader(AWAY).connect():
            return ""

    answer = server.test_client().get("/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "tersambung kembali dengan sendirinya" in answer.get_json()["message"]
