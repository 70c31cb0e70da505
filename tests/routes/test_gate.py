"""The gate: without a log-in not a byte of data, with one exactly what the role may."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient

import app as application
from cakupan.access.may import may
from cakupan.access.passwords import hashed
from cakupan.domain.acting import Actor, acting_as
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.people import EVERYWHERE, Action, Person, Role, Scope
from cakupan.domain.periods import Period
from cakupan.opening import first_admin_token, reason_to_stay_closed
from cakupan.settings import Settings
from cakupan.storage.engine import open_database
from cakupan.storage.errors import OutOfScopeError
from cakupan.storage.loading import withdraw, write_load
from cakupan.storage.people import add_person, change_person, open_people
from routes.gate import first_input
from routes.rights import CALLBACK, CALLBACKS, OPEN, ROUTES
from tests.access.conftest import NOON, PASSWORD

PEOPLE = {
    "Sari": (Role.ADMIN, EVERYWHERE),
    "Dewi": (Role.APPROVER, EVERYWHERE),
    "Budi": (Role.OPERATOR, Scope.of(["61"])),
    "Tono": (Role.VIEWER, EVERYWHERE),
}
# Every kind of address there is, asked without a log-in.
ASKED = (
    *("/", "/data", "/wilayah/36.03", "/presentasi", "/_dash-layout", "/_dash-dependencies"),
    *("/upload", "/exports/card.csv?kartu=trend", "/exports/page.xlsx", "/exports/press.txt"),
    *("/exports/deck.pptx", "/api/v1/coverage", "/api/v1/openapi.json", "/api/v1/apa"),
    *("/sekilas?path=/", "/exports/templates", "/templates/peserta.xlsx", "/boundaries/x.geojson"),
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    path = (tmp_path_factory.mktemp("gate") / "cakupan.db").as_posix()
    chosen = {"CAKUPAN_DATABASE_URL": f"sqlite:///{path}", "CAKUPAN_SAMPLES": "no"}
    return Settings.from_env(chosen)


@pytest.fixture(scope="module")
def guarded(settings: Settings) -> Dash:
    application.prepare(settings)
    people = open_people(settings.people_url)
    kept = hashed(PASSWORD)
    for name, (role, scope) in PEOPLE.items():
        add_person(people, Person(name, role, scope), password=kept, at=NOON)
    people.dispose()
    return application.create_app(settings)


@pytest.fixture
def come_in(guarded: Dash) -> Callable[[str], FlaskClient]:
    def log_in(name: str) -> FlaskClient:
        client = guarded.server.test_client()
        answer = client.post("/masuk", data={"nama": name, "sandi": PASSWORD, "ke": "/data"})
        assert (answer.status_code, answer.location) == (303, "/data")
        return client

    return log_in


def test_every_route_and_every_callback_has_its_right(guarded: Dash) -> None:
    endpoints = {rule.endpoint for rule in guarded.server.url_map.iter_rules()}
    assert endpoints - set(ROUTES) - OPEN == {CALLBACK}
    served = [wired for wired in guarded.callback_map.values() if "callback" in wired]
    assert {first_input(wired) for wired in served} - set(CALLBACKS) == set()


@pytest.mark.parametrize("address", ASKED)
def test_without_a_log_in_there_is_no_data(guarded: Dash, address: str) -> None:
    answer = guarded.server.test_client().get(address)
    assert answer.status_code in {303, 401}
    if answer.status_code == 303:
        assert answer.location.startswith("/masuk?ke=/")
    assert "36.03" not in answer.text.replace("/wilayah/36.03", "")
    assert "props" not in answer.text


def test_without_a_log_in_no_callback_answers(guarded: Dash) -> None:
    client = guarded.server.test_client()
    for output in guarded.callback_map:
        answer = client.post("/_dash-update-component", json={"output": output})
        assert answer.status_code == 401
        assert set(answer.json) == {"message"}


def test_where_people_log_in_no_browser_keeps_what_a_page_says_first(
    come_in: Callable[[str], FlaskClient],
) -> None:
    for path in ("/", "/pengguna"):
        answer = come_in("Tono").get("/sekilas", query_string={"path": path})
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert "ETag" not in answer.headers
    # A page without the right to it stays closed: nothing of what fills it is told.
    assert "Bagian ini tidak" in answer.text or "shell-page" in answer.text
    assert "pengguna-state" not in answer.text


@pytest.mark.parametrize("name", PEOPLE)
def test_each_role_may_ask_what_it_has_a_right_to_and_nothing_else(
    guarded: Dash, come_in: Callable[[str], FlaskClient], name: str
) -> None:
    client, person = come_in(name), Person(name, *PEOPLE[name])
    for output, wired in guarded.callback_map.items():
        allowed = may(person, CALLBACKS.get(first_input(wired)))
        answer = client.post("/_dash-update-component", json={"output": output, "inputs": []})
        assert (answer.status_code != 403) is allowed, output
    assert client.post("/_dash-update-component", json={"output": "apa"}).status_code == 403
    assert client.post("/_dash-update-component", data="{").status_code == 403
    assert (client.get("/upload").status_code != 403) is may(person, Action.LOAD)
    assert client.get("/api/v1/coverage").status_code != 403


def test_figures_are_loaded_within_the_scope_and_signed_with_the_own_name(
    settings: Settings,
) -> None:
    engine = open_database(settings.database_url)
    budi = Actor("10.0.0.7", "Budi", PEOPLE["Budi"][1])
    with acting_as(budi):
        with pytest.raises(OutOfScopeError):
            write_load(engine, NewLoad("a.xlsx", "a", "uji", "Sari", NOON), [figure("36.03")])
        load = write_load(engine, NewLoad("b.xlsx", "b", "uji", "Sari", NOON), [figure("61.04")])
    assert load.loaded_by == "Budi"
    with acting_as(Actor("10.0.0.8", "Ani", Scope.of(["36"]))), pytest.raises(OutOfScopeError):
        withdraw(engine, load.id, by="Budi", at=NOON)
    engine.dispose()


def figure(region: str) -> Figure:
    return Figure(
        key=FigureKey(
            region_code=region,
            measure=Measure.EMPLOYED,
            period=Period("2025-08"),
            publisher="bps",
            segment=Segment.TOTAL,
            basis=Basis.NONE,
        ),
        value=Decimal(100),
        unit=Unit.PERSON,
        rounding_unit=Decimal(1),
        maturity=Maturity.FINAL,
        sheet="Data",
        cell="A1",
        citation="",
    )


def test_the_cookie_is_out_of_reach_and_a_new_one_each_time(guarded: Dash) -> None:
    client = guarded.server.test_client()
    answers = [client.post("/masuk", data={"nama": "Sari", "sandi": PASSWORD}) for _ in range(2)]
    one, other = (answer.headers["Set-Cookie"] for answer in answers)
    assert one != other
    assert "HttpOnly" in one
    assert "SameSite=Strict" in one
    secure = client.post(
        "/masuk", data={"nama": "Sari", "sandi": PASSWORD}, base_url="https://localhost"
    )
    assert secure.headers["Set-Cookie"].startswith("__Host-cakupan=")
    assert "Secure" in secure.headers["Set-Cookie"]


def test_logging_out_and_being_disabled_end_a_session(
    settings: Settings, come_in: Callable[[str], FlaskClient]
) -> None:
    out, other = come_in("Sari"), come_in("Tono")
    left = out.post("/keluar")
    assert left.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert out.get("/api/v1/coverage").status_code == 401
    people = open_people(settings.people_url)
    change_person(people, "Tono", is_disabled=True)
    assert other.get("/api/v1/coverage").status_code == 401
    change_person(people, "Tono", is_disabled=False)
    people.dispose()


def test_a_wrong_password_is_told_alike_for_known_and_unknown_names(guarded: Dash) -> None:
    client = guarded.server.test_client()
    told = [
        client.post("/masuk", data={"nama": name, "sandi": "salah"}) for name in ("Sari", "Nina")
    ]
    assert [answer.status_code for answer in told] == [403, 403]
    assert told[0].text == told[1].text
    assert "Nama atau kata sandi keliru" in told[0].text


@pytest.mark.parametrize("onward", ["//jahat.id", "https://jahat.id", "/\\jahat.id", "masuk"])
def test_the_log_in_leads_to_no_other_site(guarded: Dash, onward: str) -> None:
    client = guarded.server.test_client()
    answer = client.post("/masuk", data={"nama": "Sari", "sandi": PASSWORD, "ke": onward})
    assert answer.location == "/"


def test_a_password_is_not_taken_from_afar_without_https(guarded: Dash) -> None:
    client = guarded.server.test_client()
    answer = client.post(
        "/masuk",
        data={"nama": "Sari", "sandi": PASSWORD},
        environ_base={"REMOTE_ADDR": "192.168.1.7"},
    )
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_the_page_shows_texts_of_the_address_as_texts(guarded: Dash) -> None:
    evil = '"><script>alert(1)</script>'
    page = guarded.server.test_client().get("/masuk", query_string={"ke": f"/{evil}"})
    assert "<script>alert" not in page.text


def test_the_first_administrator_comes_in_by_the_printed_address_once(tmp_path: Path) -> None:
    path = (tmp_path / "cakupan.db").as_posix()
    settings = Settings.from_env(
        {
            "CAKUPAN_DATABASE_URL": f"sqlite:///{path}",
            "CAKUPAN_SAMPLES": "no",
            "CAKUPAN_LOGIN": "yes",
        }
    )
    application.prepare(settings)
    client = application.create_app(settings).server.test_client()
    assert client.get("/data").status_code == 303
    token = first_admin_token(settings)
    assert token
    page = client.get(f"/masuk/pertama?token={token}")
    kept = re.search('name="token" value="([^"]+)"', page.text)
    assert kept
    form = {"token": kept[1], "nama": "Sari", "sandi": "pendek"}
    weak = client.post("/masuk/pertama", data=form)
    assert weak.status_code == 422
    assert client.post("/masuk/pertama", data=form | {"sandi": PASSWORD}).status_code == 303
    assert client.get("/api/v1/coverage").status_code == 200
    again = client.post("/masuk/pertama", data=form | {"nama": "Lain", "sandi": PASSWORD})
    assert again.status_code == 403
    assert first_admin_token(settings) is None


def test_beyond_this_computer_it_opens_only_with_an_administrator_and_https(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{(tmp_path / 'cakupan.db').as_posix()}"

    def at(host: str, **more: str) -> str | None:
        environ = {"CAKUPAN_DATABASE_URL": url, "CAKUPAN_HOST": host, **more}
        return reason_to_stay_closed(Settings.from_env(environ))

    assert at("127.0.0.1") is None
    assert at("localhost") is None
    assert at("192.168.1.5") == "access.start.no_admin"
    people = open_people(Settings.from_env({"CAKUPAN_DATABASE_URL": url}).people_url)
    add_person(people, Person("Tono", Role.VIEWER, EVERYWHERE), password=PASSWORD, at=NOON)
    assert at("192.168.1.5") == "access.start.no_admin"
    add_person(people, Person("Sari", Role.ADMIN, EVERYWHERE), password=PASSWORD, at=NOON)
    people.dispose()
    assert at("192.168.1.5") == "access.start.no_proxy"
    assert at("192.168.1.5", CAKUPAN_BEHIND_PROXY="10.0.0.1") is None


def test_what_is_read_is_of_the_own_scope(
    settings: Settings, come_in: Callable[[str], FlaskClient]
) -> None:
    engine = open_database(settings.database_url)
    figures = [figure(region) for region in ("00", "36.04", "61.05")]
    write_load(engine, NewLoad("c.xlsx", "c", "uji", "Sari", NOON), figures)
    engine.dispose()
    seen = {
        name: {row["region_code"] for row in come_in(name).get("/api/v1/figures").json["data"]}
        for name in ("Tono", "Budi")
    }
    assert {"00", "36.04", "61.05"} <= seen["Tono"]
    assert {"00", "61.05"} <= seen["Budi"] <= {"00", "61.04", "61.05"}
    # A browser that somebody else used before is not told that it has the answer already.
    asked = "/api/v1/figures"
    known = {"If-None-Match": come_in("Tono").get(asked).headers["ETag"]}
    assert come_in("Tono").get(asked, headers=known).status_code == 304
    assert come_in("Budi").get(asked, headers=known).status_code == 200
