"""Releases as a reader meets them: the card that makes them, pages of one, and refusals."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from time import monotonic
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

import app as application
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.settings import Settings
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from callbacks import releases
from tests.callbacks.conftest import figure, outputs_of

Answer = dict[str, dict[str, Any]]
STRANGER = {"REMOTE_ADDR": "10.20.30.40"}
FORM = {
    "releases-name": "Sari",
    "releases-note": "Untuk RUPS",
    "releases-embargo": "",
}


class Visitor:
    """One browser: what it asks, and what it is told."""

    def __init__(self, dashboard: Dash, environ: dict[str, str] | None = None) -> None:
        self.dashboard, self.environ = dashboard, environ or {}
        self.client: FlaskClient = dashboard.server.test_client()

    def ask(self, slot: str, given: dict[str, object]) -> Answer:
        """The callback that fills a slot, with the values of its wires by id."""
        output = next(name for name in self.dashboard.callback_map if slot in outputs_of(name))
        wired = self.dashboard.callback_map[output]
        inputs, state = (
            [{**wire, "value": given.get(wire["id"])} for wire in wired[kind]]
            for kind in ("inputs", "state")
        )
        return self.post(output, inputs, state, "{id}.{property}".format(**wired["inputs"][0]))

    def post(self, output: str, inputs: list[Any], state: list[Any], changed: str) -> Answer:
        body = {
            "output": output,
            "outputs": [
                dict(zip(("id", "property"), name.split("."), strict=True))
                for name in outputs_of(output)
            ],
            "inputs": inputs,
            "state": state,
            "changedPropIds": [changed],
        }
        answer = self.client.post(
            "/_dash-update-component", json=body, environ_overrides=self.environ
        )
        assert answer.status_code in {200, 204}, answer.text
        found: Answer = json.loads(answer.text)["response"] if answer.status_code == 200 else {}
        return found

    def page(self, slot: str, search: str, path: str = "/") -> Answer:
        request = {"path": path, "search": search, "compact": False, "key": "7"}
        return self.ask(slot, {"shell-request": request})

    def make(self, **form: str) -> Answer:
        """Press the button; what is said once the release is there, asked for as the page does."""
        answer, deadline = self.press(**form), monotonic() + 30
        while watch := watched(answer):
            assert monotonic() < deadline
            answer = self.look(watch) or answer
        return answer

    def look(self, watch: object, times: int = 1) -> Answer:
        """What the page asks while a release is being made."""
        [(output, wired)] = (
            (name, wired)
            for name, wired in self.dashboard.callback_map.items()
            if "releases-making" in wired["inputs"][0]["id"]
        )
        name = json.dumps(watch, separators=(",", ":"), sort_keys=True)
        places = [{"id": watch, "property": "n_intervals", "value": times}]
        request = {"path": "/data", "search": "", "compact": False, "key": "7"}
        state = [{**wire, "value": request} for wire in wired["state"]]
        return self.post(output, [places], state, f"{name}.n_intervals")

    def press(self, **form: str) -> Answer:
        """What is said at once."""
        given = {**FORM, **{f"releases-{name}": text for name, text in form.items()}}
        request = {"path": "/data", "search": "", "compact": False, "key": "7"}
        return self.ask(
            "releases-name-error.children",
            {**given, "releases-make": 1, "shell-request": request},
        )

    def get(self, address: str) -> Any:
        return self.client.get(address, environ_overrides=self.environ)


def watched(answer: Answer) -> object:
    """By what the page looks for a release that is being made; None where none is."""
    note = (answer["releases-said"]["children"] or {}).get("props", {})
    parts = note["children"] if isinstance(note.get("children"), list) else []
    return next((one["props"]["id"] for one in parts if isinstance(one, dict)), None)


@pytest.fixture(scope="module")
def own_dashboard(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Dash:
    path = tmp_path_factory.mktemp("releases") / "cakupan.db"
    shutil.copy(settings.database_url.removeprefix("sqlite:///"), path)
    url = f"sqlite:///{path.as_posix()}"
    writer = open_database(url)
    # So many that somebody has to decide about it.
    many = figure(
        "36.72",
        Measure.PARTICIPANTS_ACTIVE,
        "2025-10",
        900_000,
        segment=Segment.PU,
        basis=Basis.REGISTRATION,
    )
    new = NewLoad("banyak.xlsx", "f" * 64, "long", "Sari", datetime(2026, 1, 6, tzinfo=UTC))
    write_load(writer, new, [many])
    writer.dispose()
    return application.create_app(Settings.from_env({"CAKUPAN_DATABASE_URL": url}))


@pytest.fixture(scope="module")
def reader(own_dashboard: Dash) -> Visitor:
    return Visitor(own_dashboard)


@pytest.fixture(scope="module")
def stranger(own_dashboard: Dash) -> Visitor:
    return Visitor(own_dashboard, STRANGER)


@pytest.fixture(scope="module")
def made(reader: Visitor) -> str:
    return release_id(reader)


def release_id(reader: Visitor, **form: str) -> str:
    reader.make(**form)
    listed = json.dumps(reader.page("releases-list.children", "", "/data"))
    start = listed.index("R-2")
    return listed[start:].split('"')[0]


def test_a_release_is_made_on_the_data_page_and_listed(
    reader: Visitor, said: Callable[[Any], str]
) -> None:
    answer = reader.make()
    assert "dibuat" in said(answer["releases-said"]["children"])
    assert answer["releases-note"]["value"] == ""
    listed = reader.page("releases-list.children", "", "/data")["releases-list"]["children"]
    told = said(listed)
    assert "R-20" in told
    assert "Sari" in told
    assert "Untuk RUPS" in told
    assert "Terbuka" in told


def test_a_release_of_many_figures_is_made_beside_the_page(
    reader: Visitor, said: Callable[[Any], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    packed, make = Event(), releases.make_release
    monkeypatch.setattr(
        releases, "make_release", lambda *of, **to: make(*of, **to) if packed.wait(30) else None
    )
    form = {"note": "Untuk gubernur"}
    begun = reader.press(**form)
    watch = watched(begun)
    assert "sedang dibekukan" in said(begun["releases-said"]["children"])
    assert "value" not in begun.get("releases-note", {}), "the form stays until it is there"
    assert reader.look(watch) == {}
    assert watched(reader.press(**form)) == watch, "pressed twice it is one release"
    packed.set()
    deadline = monotonic() + 30
    while not (made := reader.look(watch)):
        assert monotonic() < deadline
    assert "dibuat" in said(made["releases-said"]["children"])
    assert made["releases-note"]["value"] == ""
    listed = said(reader.page("releases-list.children", "", "/data")["releases-list"]["children"])
    assert listed.count("Untuk gubernur") == 1


def test_a_release_that_a_restart_took_with_it_is_told(
    reader: Visitor, said: Callable[[Any], str]
) -> None:
    watch = {"type": "releases-making", "asked": "0123456789abcdef"}
    assert reader.look(watch, 599) == {}
    given_up = reader.look(watch, 600)
    assert "Lihat daftar rilis" in str(given_up["releases-name-error"]["children"])
    assert watched(given_up) is None


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"name": "  "}, "Tulis nama Anda"),
        ({"embargo": "2020-01-01T09:00"}, "sudah lewat"),
        ({"embargo": "nanti"}, "tidak dapat dibaca"),
    ],
)
def test_a_form_that_is_wrong_says_why_and_makes_nothing(
    reader: Visitor, form: dict[str, str], sentence: str
) -> None:
    before = reader.page("releases-list.children", "", "/data")
    assert sentence in str(reader.make(**form)["releases-name-error"]["children"])
    assert reader.page("releases-list.children", "", "/data") == before


def test_a_page_of_a_release_names_it_above_and_below(
    reader: Visitor, made: str, said: Callable[[Any], str]
) -> None:
    search = f"?wilayah=36&bahasa=id&rilis={made}"
    shell = reader.page("shell-notice.children", search)
    strip = said(shell["shell-notice"]["children"])
    assert f"Rilis {made}" in strip
    assert "oleh Sari" in strip
    assert "Untuk RUPS" in strip
    assert made in shell["shell-shown"]["data"]["query"]
    assert made not in shell["shell-shown"]["data"]["remember"]
    menu = json.dumps(shell["shell-menu"]["children"])
    assert "/target?wilayah=36&periode=2025-10" in menu
    assert menu.count(made) > 5
    page = reader.page("ringkasan-hero-caption.children", search)
    assert page["ringkasan-hero-caption"]["children"].endswith(f"Rilis {made}")


def test_without_a_release_links_and_notices_are_as_ever(
    reader: Visitor, said: Callable[[Any], str], made: str
) -> None:
    shell = reader.page("shell-notice.children", "?wilayah=36")
    assert "Rilis" not in said(shell["shell-notice"]["children"])
    assert '"/target"' in json.dumps(shell["shell-menu"]["children"])


def test_nothing_can_be_edited_on_pages_of_a_release(reader: Visitor, made: str) -> None:
    for search, expected in (("?wilayah=36", False), (f"?wilayah=36&rilis={made}", True)):
        target = reader.page("target-new.children", search, "/target")
        assert target["target-new"]["hidden"] is expected
        edits = json.dumps(target["target-ladder"]["children"])
        assert ("target-change" not in edits) is expected
        segmen = reader.page("segmen-new.children", search, "/segmen")
        assert segmen["segmen-new"]["hidden"] is expected
        flags = json.dumps(reader.page("mutu-flags.children", search, "/mutu"))
        assert ("mutu-accept" not in flags) is expected


def test_the_data_page_says_that_it_holds_running_figures(
    reader: Visitor, made: str, said: Callable[[Any], str]
) -> None:
    shell = reader.page("shell-notice.children", f"?rilis={made}", "/data")
    assert "selalu memuat angka berjalan" in said(shell["shell-notice"]["children"])


@pytest.mark.parametrize("asked", ["R-2020-01-01-1", "<script>", "x" * 300, "../../etc"])
def test_a_release_that_is_not_there_is_told_on_the_page(
    reader: Visitor, said: Callable[[Any], str], asked: str
) -> None:
    search = f"?wilayah=36&rilis={asked}"
    page = reader.page("ringkasan-cards.hidden", search)
    assert page["ringkasan-cards"]["hidden"] is True
    assert "Tidak ada rilis bernomor" in said(page["ringkasan-state"]["children"])
    assert "figure" not in page.get("ringkasan-trend", {})
    reader.page("shell-notice.children", search)


def test_an_embargoed_release_is_closed_to_strangers_everywhere(
    reader: Visitor, stranger: Visitor, said: Callable[[Any], str]
) -> None:
    made = release_id(reader, embargo="2999-12-01T09:00", note="Rahasia")
    search = f"?wilayah=36&rilis={made}"
    assert "embargo sampai 1 Des 2999" in json.dumps(
        reader.page("ringkasan-hero-caption.children", search)
    )
    page = stranger.page("ringkasan-cards.hidden", search)
    assert "di bawah embargo" in said(page["ringkasan-state"]["children"])
    assert "ringkasan-hero-caption" not in page
    listed = said(stranger.page("releases-list.children", "", "/data")["releases-list"])
    assert made in listed
    assert "Rahasia" not in listed
    assert "2999" not in listed
    shell = json.dumps(stranger.page("shell-notice.children", search))
    assert "Rahasia" not in shell
    for address in (
        f"/exports/card.xlsx{search}&halaman=/&kartu=ranking",
        f"/exports/page.xlsx{search}&halaman=/",
        f"/exports/press.txt{search}",
        f"/target/pembagian.csv{search}",
    ):
        refused = stranger.get(address)
        assert refused.status_code == 403, address
        assert "di bawah embargo" in refused.get_json()["message"]
        assert reader.get(address).status_code == 200, address


def test_a_request_that_was_passed_on_is_a_strangers(own_dashboard: Dash, reader: Visitor) -> None:
    made = release_id(reader, embargo="2999-12-01T09:00")
    address = f"/exports/press.txt?wilayah=36&rilis={made}"
    passed_on = reader.client.get(address, headers={"X-Forwarded-For": "127.0.0.1"})
    assert passed_on.status_code == 403


def test_files_of_a_release_name_it(reader: Visitor, made: str) -> None:
    search = f"?wilayah=36&rilis={made}"
    for kind in ("csv", "xlsx"):
        card = reader.get(f"/exports/card.{kind}{search}&halaman=/&kartu=ranking")
        assert f"{made.lower()}.{kind}" in card.headers["Content-Disposition"]
    letter = reader.get(f"/target/pembagian.csv{search}")
    assert made in letter.get_data(as_text=True)


def test_a_file_of_an_unknown_release_is_refused_in_a_sentence(reader: Visitor) -> None:
    answer = reader.get("/exports/page.xlsx?halaman=/&rilis=R-2020-01-01-1")
    assert answer.status_code == 404
    assert "Tidak ada rilis bernomor R-2020-01-01-1" in answer.get_json()["message"]


def test_the_origin_of_a_figure_is_told_from_the_release(
    reader: Visitor, made: str, said: Callable[[Any], str]
) -> None:
    asked = {"path": "/", "search": f"?wilayah=36&rilis={made}", "card": "trend"}
    told = reader.ask("shell-origin.opened", {"shell-origin-asked": asked})
    assert "peserta.xlsx" in said(told["shell-origin-body"])


def test_a_day_stands_in_the_id(made: str) -> None:
    assert made.startswith(f"R-{datetime.now().astimezone():%Y}")


def test_the_api_answers_from_a_release_and_lists_what_the_caller_may_know(
    reader: Visitor, stranger: Visitor, made: str
) -> None:
    ranking = "/api/v1/ranking?induk=36&periode=2025-10"
    running, frozen = (reader.get(f"{ranking}{more}") for more in ("", f"&rilis={made}"))
    assert frozen.get_json()["data"] == running.get_json()["data"]
    assert frozen.get_json()["release"] == made
    assert frozen.headers["ETag"] != running.headers["ETag"]
    closed = release_id(reader, embargo="2999-12-01T09:00")
    open_row, closed_row = (
        {row["release_id"]: row for row in one.get("/api/v1/releases").get_json()["data"]}
        for one in (stranger, reader)
    )
    assert open_row[made]["note"] == "Untuk RUPS"
    assert open_row[closed] == dict.fromkeys(("made_at", "embargo_until", "figures")) | {
        "release_id": closed,
        "note": "",
        "made_by": "",
        "embargoed": True,
    }
    schemas = reader.get("/api/v1/openapi.json").get_json()["components"]["schemas"]
    told = schemas["releases"]["properties"]["data"]["items"]["properties"]
    assert set(open_row[made]) == set(told)
    assert closed_row[closed]["note"] == "Untuk RUPS"
    for asked, status in ((closed, 403), ("R-2020-01-01-1", 404)):
        refused = stranger.get(f"{ranking}&rilis={asked}")
        assert refused.status_code == status
        assert refused.mimetype == "application/problem+json"
        assert asked in refused.get_json()["detail"]
        assert refused.get_json()["parameter"] == "rilis"
