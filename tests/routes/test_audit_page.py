"""The Jejak audit page: found by kind, person, time and province; checked; taken away."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from threading import Event
from time import monotonic

import pytest
from dash import Dash
from flask.testing import FlaskClient

from cakupan.access.passwords import hashed
from cakupan.domain.acting import Actor, acting_as
from cakupan.domain.audit import AuditEvent, AuditFinding, AuditKind, ChainFault
from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.domain.loads import NewLoad
from cakupan.domain.people import Person, Role, Scope
from cakupan.domain.releases import NewRelease
from cakupan.settings import Settings
from cakupan.storage.audit import note
from cakupan.storage.deciding import decide
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import write_load
from cakupan.storage.people import add_person, open_people
from cakupan.storage.releasing import make_release
from callbacks import jejak
from layouts.page_ids.jejak import JejakId as Id
from layouts.pages import PAGES
from routes.embargo_refusals import Looks
from tests.access.conftest import NOON, PASSWORD, Clock
from tests.callbacks.posting import Answer
from tests.callbacks.visitor import Visitor
from tests.routes.test_gate import come_in, figure, guarded, settings  # noqa: F401  the guarded app


class Reader(Visitor):
    """Somebody on the page."""

    PAGE, SLOT, FIELDS = "jejak", Id.LIST + ".children", Id

    def __init__(self, dashboard: Dash, client: FlaskClient) -> None:
        super().__init__(dashboard)
        self.client = client

    def finds(self, search: str, older: int | None = None) -> Answer:
        return self._call(self.SLOT, [older, {**self.request, "search": search}])

    def numbers(self, search: str, older: int | None = None) -> list[str]:
        table = self.finds(search, older)[Id.LIST]["children"]
        rows = table["props"]["children"][2]["props"]["children"] if table else []
        heads = [row["props"]["children"][0]["props"]["children"] for row in rows]
        return [head[1]["props"]["children"] for head in heads]

    def frame(self, path: str, search: str = "") -> Answer:
        """What stands around every page."""
        request = {**self.request, "path": path, "search": search}
        return self._call("shell-notice.children", [request])

    def verifies(self) -> str:
        """What is said in the end, asked for as the page does."""
        return self.told(self.presses())

    def presses(self) -> Answer:
        return self._call(Id.VERIFIED + ".children", [1, None], [self.request])

    def told(self, answer: Answer) -> str:
        deadline = monotonic() + 30
        while answer[Id.VERIFY]["disabled"]:
            assert "sedang diperiksa" in json.dumps(answer)
            assert answer[Id.WATCH]["disabled"] is False
            assert monotonic() < deadline
            answer = self.looks()
        assert answer[Id.WATCH]["disabled"] is True
        return json.dumps(answer)

    def looks(self, times: int = 1) -> Answer:
        """What the page asks while a check is under way."""
        output = self._output(Id.VERIFIED + ".children")
        return self._post(output, [1, times], [self.request], f"{Id.WATCH}.n_intervals")


@pytest.fixture
def dewi(
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> Reader:
    return Reader(guarded, come_in("Dewi"))


def test_lines_are_found_by_kind_person_day_and_province(
    dewi: Reader,
    settings: Settings,  # noqa: F811  the fixture
) -> None:
    engine = open_database(settings.database_url)
    with acting_as(Actor("10.0.0.9", "Joko")):
        for region in ("36.03", "61.71"):
            flag = FlagKey("uji", region)
            decide(engine, Decision(flag, Verdict.ACCEPTED, "sudah dicek", "x", NOON))
    engine.dispose()
    decided = f"?jenis={AuditKind.FLAG_DECIDED.value}"
    assert len(dewi.numbers(f"{decided}&siapa=jok")) == 2
    assert len(dewi.numbers(f"{decided}&daerah=36")) == 1
    assert dewi.numbers(f"{decided}&daerah=51") == []
    # At noon UTC it is the same day on any clock of Indonesia.
    assert len(dewi.numbers(f"{decided}&dari=2026-01-05&sampai=2026-01-05")) == 2
    assert dewi.numbers(f"{decided}&sampai=2026-01-04") == []
    assert dewi.numbers(f"{decided}&dari=2026-01-06") == []
    told = json.dumps(dewi.finds(f"{decided}&daerah=36"), ensure_ascii=False)
    assert "Joko" in told
    assert "10.0.0.9" in told


def test_an_approver_of_one_province_finds_and_takes_away_its_lines_and_their_own(
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
    settings: Settings,  # noqa: F811  the fixture
) -> None:
    people = open_people(settings.people_url)
    add_person(
        people,
        Person("Ratna", Role.APPROVER, Scope.of(["36"])),
        password=hashed(PASSWORD),
        at=NOON,
    )
    people.dispose()
    engine = open_database(settings.database_url)
    for region in ("36.04", "61.72"):
        decide(engine, Decision(FlagKey("uji", region), Verdict.ACCEPTED, "sah", "x", NOON))
    note(engine, AuditEvent(AuditKind.BACKUP_MADE, "Sari", NOON, {"file": "simpanan.db"}))
    engine.dispose()
    client = come_in("Ratna")
    page = json.dumps(Reader(guarded, client).finds(""), ensure_ascii=False)
    file = client.get("/exports/audit.csv").text
    for told in (page, file):
        assert "Tangerang" in told or "36.04" in told
        assert "Ratna" in told
        assert "61.72" not in told
        assert "Singkawang" not in told
        assert "simpanan.db" not in told
    assert "simpanan.db" in come_in("Sari").get("/exports/audit.csv").text


def test_older_lines_come_by_fifty_without_a_gap(
    dewi: Reader,
    settings: Settings,  # noqa: F811  the fixture
) -> None:
    engine = open_database(settings.database_url)
    for _ in range(60):
        note(engine, AuditEvent(AuditKind.BACKUP_MADE, "Sari", NOON, {}))
    engine.dispose()
    first = dewi.finds("")
    assert first[Id.OLDER]["hidden"] is False
    newest, more = dewi.numbers(""), dewi.numbers("", 1)
    assert len(newest) == 50
    assert more[:50] == newest
    numbers = [int(one.removeprefix("#")) for one in more]
    assert numbers == list(range(numbers[0], numbers[0] - len(numbers), -1))


def test_the_log_is_checked_and_the_check_stands_in_it(dewi: Reader) -> None:
    assert "Jejak audit utuh" in dewi.verifies()
    checked = dewi.finds(f"?jenis={AuditKind.AUDIT_VERIFIED.value}")
    assert "Dewi" in json.dumps(checked)


def test_a_long_check_keeps_nobody_waiting_and_is_told_to_whoever_asked(
    dewi: Reader,
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = Event()
    found = [AuditFinding(ChainFault.FIGURES_CHANGED, 7)]
    monkeypatch.setattr(jejak, "faults_of_log", lambda _: found if read.wait(30) else [])
    # The same answer to the same question would be no answer here.
    for _ in range(2):
        answer = dewi.presses()
        assert "sedang diperiksa" in json.dumps(answer)
        assert answer[Id.WATCH] == {"disabled": False, "n_intervals": 0}
        assert "sedang diperiksa" in json.dumps(dewi.looks())
        assert Reader(dewi.dashboard, come_in("Sari")).looks() == {}
        read.set()
        assert "muatan nomor 7" in dewi.told(dewi.looks())
        # A browser that asked twice at once drops the first answer.
        assert "muatan nomor 7" in json.dumps(dewi.looks())
        read.clear()


def test_a_check_that_another_server_took_with_it_is_given_up(
    dewi: Reader,
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    sari = Reader(dewi.dashboard, come_in("Sari"))
    assert sari.looks(599) == {}, "nothing was begun"
    given_up = sari.looks(600)
    assert "Tekan Periksa keutuhan sekali lagi" in json.dumps(given_up)
    assert given_up[Id.VERIFY]["disabled"] is False
    assert given_up[Id.WATCH]["disabled"] is True


def test_a_check_that_fails_says_so_and_can_be_asked_for_again(
    dewi: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> list[AuditFinding]:
        raise OSError("disk")

    monkeypatch.setattr(jejak, "faults_of_log", fail)
    assert "note failed" in dewi.verifies()
    monkeypatch.undo()
    assert "Jejak audit utuh" in dewi.verifies()


def test_files_refusals_and_what_is_taken_away_leave_lines(
    dewi: Reader,
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    budi, tono = come_in("Budi"), come_in("Tono")
    file = (BytesIO(b"a;b\n1;2\n"), "kotor <b>.csv")
    assert budi.post("/upload", data={"file": file}).status_code == 202
    assert tono.get("/exports/audit.csv").status_code == 403
    taken = dewi.client.get(f"/exports/audit.csv?jenis={AuditKind.DENIED.value}")
    assert taken.headers["Content-Disposition"].startswith("attachment")
    assert "Tono" in taken.text
    assert "read_audit" in taken.text
    for kind, word in (
        (AuditKind.FILE_UPLOADED, "kotor <b>.csv"),
        (AuditKind.DENIED, "Tono"),
        (AuditKind.AUDIT_TAKEN, "/exports/audit.csv"),
    ):
        assert word in json.dumps(dewi.finds(f"?jenis={kind.value}"))


def test_a_refused_look_at_a_release_before_its_time_leaves_one_line_an_hour(
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
    settings: Settings,  # noqa: F811  the fixture
) -> None:
    writer, reader = open_database(settings.database_url), open_reader(settings.database_url)
    write_load(writer, NewLoad("a.xlsx", "embargo", "uji", "Sari", NOON), [figure("36.03")])
    asked = NewRelease("Sari", datetime.now(UTC), "", datetime.now(UTC) + timedelta(days=1))
    release = make_release(writer, reader, reference_dir=settings.reference_dir, asked=asked)
    writer.dispose()
    reader.dispose()
    tono, dewi = come_in("Tono"), come_in("Dewi")
    for _ in range(3):
        assert tono.get(f"/api/v1/coverage?rilis={release.id}").status_code == 403
    Reader(guarded, tono).frame("/", f"?rilis={release.id}")
    assert dewi.get(f"/api/v1/coverage?rilis={release.id}").status_code != 403
    file = dewi.get(f"/exports/audit.csv?jenis={AuditKind.EMBARGO_REFUSED.value}").text
    [line] = [line for line in file.splitlines() if release.id in line]
    assert "Tono" in line
    assert "/api/v1/coverage" in line


def test_refused_looks_are_counted_until_the_next_line() -> None:
    clock = Clock()
    looks = Looks(clock)
    assert [looks.add("Tono", "R-1") for _ in range(4)] == [1, 0, 0, 0]
    assert looks.add("Tono", "R-2") == looks.add("", "R-1") == 1
    clock.pass_by(minutes=59)
    assert looks.add("Tono", "R-1") == 0
    clock.pass_by(minutes=1)
    assert [looks.add("Tono", "R-1") for _ in range(2)] == [5, 0]
    clock.pass_by(days=-1)
    assert looks.add("Tono", "R-1") == 2


def test_the_way_out_stands_on_the_frame_of_every_page(dewi: Reader) -> None:
    for page in PAGES:
        frame = json.dumps(dewi.frame(page.path))
        assert '"action": "/keluar"' in frame, page.path


def test_files_that_wait_are_those_of_a_person_not_of_whoever_has_the_browser(
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    browser = come_in("Budi")
    file = (BytesIO(b"a;b\n1;2\n"), "milik Budi.csv")
    assert browser.post("/upload", data={"file": file}).status_code == 202
    waiting = [one["name"] for one in browser.get("/upload").json["files"]]
    assert "milik Budi.csv" in waiting
    browser.post("/keluar")
    browser.post("/masuk", data={"nama": "Dewi", "sandi": PASSWORD})
    assert browser.get("/upload").json["files"] == []
    browser.post("/keluar")
    browser.post("/masuk", data={"nama": "Budi", "sandi": PASSWORD})
    assert len(browser.get("/upload").json["files"]) == len(waiting)
