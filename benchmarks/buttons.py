"""What is left of all that pages ask: addresses, files that wait, releases, the log, people.

On the nation's figures, by somebody who may do all of it. With serving.py and deeds.py every
callback that a server answers has a row.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path
from time import sleep
from typing import Any, NamedTuple

from dash import Dash
from flask.testing import FlaskClient
from openpyxl import Workbook

import app as program
from benchmarks.national import national_settings
from benchmarks.ratio import Ratio, compare, nothing
from benchmarks.serving import asking, bare_app
from cakupan.access.passwords import hashed
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.memory import keep_for_good
from cakupan.settings import Settings
from cakupan.storage.people import add_person, open_people
from layouts.ids import DataAction
from routes.gate import first_input

RUNS = 10
WHO, PASSWORD = "Sari", "kata sandi pengukuran"
ELSEWHERE = frozenset(
    {"shell-request", "shell-origin-asked", "target-asked"}
    | {f"{page}-pressed" for page in ("target", "segmen", "weights", "dossier", "mutu", "data")}
    | {f"{page}-dialog-yes" for page in ("target", "segmen", "weights", "dossier", "mutu", "data")}
)
"""First inputs of callbacks with a row in serving.py or deeds.py."""

Rows = list[tuple[object, ...]]
Answer = dict[str, dict[str, Any]]
PLAIN: Rows = [
    ("Ukuran", "Peserta aktif"),
    ("Penerbit", "BPJS Ketenagakerjaan"),
    ("Basis", "tempat pendaftaran"),
    ("Kode", "Bulan", "PU"),
]
# A number that may be a slip of the pen, and a table that is no file of ours.
DOUBTFUL: Rows = [
    ("Penduduk bekerja",),
    ("Penerbit", "Dinas"),
    ("Kode", "2023", "2024", "2025"),
    ("36.01", 500_000, 50_200, 505_000),
]
WRONG: Rows = [("Kode", "Peserta aktif Okt 2025"), ("36.99", 5), ("36.01", 7)]
NUMBERS = count(1)
UNDER_WAY = {"waiting", "reading", "loading"}


class Office(NamedTuple):
    """Somebody at work, logged in."""

    app: Dash
    client: FlaskClient

    def ask(self, first: str, given: Mapping[str, object], *, by: str = "") -> Answer:
        """The callback with this first input, set off by that or ``by`` another one.

        ``given`` are values by id and property; of places that stand there many times it is a list
        of pairs of an id and a value.
        """
        output, wired = next(
            (output, wired)
            for output, wired in self.app.callback_map.items()
            if "callback" in wired and first_input(wired) == first
        )
        inputs = [_place(wire, given) for wire in wired["inputs"]]
        pressed = inputs[0][0] if isinstance(inputs[0], list) else inputs[0]
        name = pressed["id"]
        text = name if isinstance(name, str) else json.dumps(name, separators=(",", ":"))
        parts = [one.rsplit(".", 1) for one in output.strip(".").split("...")]
        listed = [{"id": part[0], "property": part[1]} for part in parts]
        body = {
            "output": output,
            "outputs": listed if output.startswith("..") else listed[0],
            "inputs": inputs,
            "state": [_place(wire, given) for wire in wired["state"]],
            "changedPropIds": [by or f"{text}.{pressed['property']}"],
        }
        answer = self.client.post("/_dash-update-component", json=body)
        if answer.status_code not in {200, 204}:
            raise RuntimeError(f"{first}: {answer.status_code}")
        found: Answer = answer.get_json()["response"] if answer.status_code == 200 else {}
        return found

    def bring(self, *sheets: Rows) -> str:
        """Send a workbook and wait until it is examined; its token."""
        book = Workbook()
        book.remove(book.worksheets[0])
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
        stream = BytesIO()
        book.save(stream)
        form = {"file": (BytesIO(stream.getvalue()), f"berkas-{next(NUMBERS)}.xlsx")}
        sent = self.client.post("/upload", data=form, content_type="multipart/form-data")
        self.examined()
        return str(sent.get_json()["files"][0]["token"])

    def examined(self) -> None:
        """Wait until no file is being examined or loaded."""
        while any(one["stage"] in UNDER_WAY for one in self.files()):
            sleep(0.02)

    def files(self) -> list[dict[str, str]]:
        """What was sent and not put aside, with the stage it has come to."""
        found: list[dict[str, str]] = self.client.get("/upload").get_json()["files"]
        return found


def ratios(folder: Path) -> Iterator[Ratio]:
    """Each asked ten times; what it needs to be asked again is made ready in between."""
    settings = national_settings(folder)
    office, bare = _office(settings), bare_app()
    keep_for_good()
    for row in rows(office):
        other = asking(bare, "out.", "in", row.name)
        yield compare(row.name, row.act, other, runs=RUNS, before=row.before)


class Row(NamedTuple):
    """What is asked of the callback with this first input, and what has to be done before."""

    name: str
    first: str
    act: Callable[[], object]
    before: Callable[[], object] = nothing


def rows(office: Office) -> Iterator[Row]:
    """Every callback that is not among ELSEWHERE."""
    request = {"shell-request.data": {"path": "/data", "search": "?wilayah=36", "key": "1"}}

    def row(name: str, first: str, given: Callable[[], Mapping[str, object]], **how: Any) -> Row:
        return Row(name, first, lambda: office.ask(first, {**request, **given()}), **how)

    yield row("an address is gone to", "shell-address", lambda: {"shell-address.pathname": "/data"})
    yield from _files(office, row)
    yield from _looks(row)
    yield from _people(row)
    # Last, for they go on beside whatever is asked next.
    yield from _kept(office, row)


def _files(office: Office, row: Callable[..., Row]) -> Iterator[Row]:
    tokens: list[str] = []

    def bring(*sheets: Rows) -> None:
        for one in office.files():
            office.ask("data-file-pressed", _pressed(DataAction.DROP, one["token"]))
        tokens[:] = [office.bring(*sheets)]

    def plain() -> None:
        office.examined()
        bring([*PLAIN, ("36.72", "Nov 2025", 47_000 + next(NUMBERS))])

    def answers() -> Mapping[str, object]:
        field = {"type": "data-answer-typed", "token": tokens[0], "question": "1"}
        typed = {"data-answer-typed.value": [(field, "50200")]}
        return {**_pressed(DataAction.ANSWER, tokens[0]), **typed}

    def tables() -> Mapping[str, object]:
        field = {"type": "data-tables-taken", "token": tokens[0]}
        taken = {"data-tables-taken.value": [(field, ["0"])]}
        return {**_pressed(DataAction.CHOOSE, tokens[0]), **taken}

    def loaded() -> Mapping[str, object]:
        return {"data-load.n_clicks": 1, "data-name.value": WHO, "data-offered.data": [*tokens]}

    def dropped() -> Mapping[str, object]:
        return _pressed(DataAction.DROP, tokens[0])

    yield row("a file is loaded", "data-load", loaded, before=plain)
    for name, given, before in (
        ("a file is put aside", dropped, plain),
        ("a file is answered", answers, partial(bring, DOUBTFUL)),
        ("tables of a file are chosen", tables, partial(bring, DOUBTFUL, WRONG)),
    ):
        yield row(name, "data-file-pressed", given, before=before)


def _looks(row: Callable[..., Row]) -> Iterator[Row]:
    """What an open dialogue and the page ask while something is done beside the serving."""
    foretold = {"data-foretold.n_intervals": 1, "data-intent.data": {"action": "undo", "load": 1}}
    yield row("a look at what is foretold", "data-foretold", lambda: foretold)
    watch = {"deed": "undo 1", "type": "data-turning"}
    turning = {"data-turning.n_intervals": [(watch, 1)]}
    yield row("a look at a load that is turned", "data-turning", lambda: turning)
    made = {"releases-making.n_intervals": [({"asked": "0" * 16, "type": "releases-making"}, 1)]}
    yield row("a look at a release that is made", "releases-making", lambda: made)


def _kept(office: Office, row: Callable[..., Row]) -> Iterator[Row]:
    """The audit log and releases."""
    made: list[str] = []

    def form() -> Mapping[str, object]:
        made.append(f"Rilis {next(NUMBERS)}")
        typed = {"releases-name.value": WHO, "releases-note.value": made[-1]}
        return {"releases-make.n_clicks": 1, **typed}

    def listed() -> None:
        while made and made[-1] not in office.client.get("/api/v1/releases").text:
            sleep(0.02)

    def checked() -> None:
        listed()
        looked, by = {"jejak-verify.n_clicks": 1, "jejak-watch.n_intervals": 1}, "jejak-watch"
        while _goes_on(office.ask("jejak-verify", looked, by=f"{by}.n_intervals")):
            sleep(0.1)

    yield row("lines of the audit log", "jejak-older", lambda: {"jejak-older.n_clicks": 1})
    yield row("a release is made", "releases-make", form, before=listed)
    asked = {"jejak-verify.n_clicks": 1}
    yield row("the audit log is checked", "jejak-verify", lambda: asked, before=checked)


def _people(row: Callable[..., Row]) -> Iterator[Row]:
    def added() -> Mapping[str, object]:
        who = {"person": f"Orang {next(NUMBERS)}", "role": "viewer", "scope": ["36"]}
        typed = {f"pengguna-field-{name}.value": value for name, value in who.items()}
        intent = {"pengguna-intent.data": {"action": "add", "person": ""}}
        return {"pengguna-dialog-yes.n_clicks": 1, **intent, **typed}

    yield row("the list of people", "pengguna-changed", dict)
    new = {"pengguna-pressed.data": {"button": "pengguna-new"}}
    yield row("dialogue in which somebody is added", "pengguna-pressed", lambda: new)
    yield row("somebody is added", "pengguna-dialog-yes", added)


def _office(settings: Settings) -> Office:
    """On the nation's figures, behind a door."""
    people = open_people(settings.people_url)
    kept, now = hashed(PASSWORD), datetime.now(UTC)
    add_person(people, Person(WHO, Role.ADMIN, EVERYWHERE), password=kept, at=now)
    people.dispose()
    app = program.create_app(settings)
    client = app.server.test_client()
    client.post("/masuk", data={"nama": WHO, "sandi": PASSWORD, "ke": "/data"})
    client.get("/data")
    return Office(app, client)


def _goes_on(answer: Answer) -> bool:
    return bool(answer.get("jejak-verify", {}).get("disabled"))


def _place(wire: Mapping[str, str], given: Mapping[str, object]) -> Any:
    if not wire["id"].startswith("{"):
        return {**wire, "value": given.get(f"{wire['id']}.{wire['property']}")}
    found: Any = given.get(f"{json.loads(wire['id'])['type']}.{wire['property']}", [])
    return [{"id": name, "property": wire["property"], "value": value} for name, value in found]


def _pressed(button: DataAction, token: str) -> Mapping[str, object]:
    return {"data-file-pressed.data": {"button": {"type": button, "token": token}}}
