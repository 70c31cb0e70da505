"""A browser on the Data page of the real app, over a database of its own."""

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from time import monotonic, sleep
from typing import Any

import pytest
from dash import Dash
from openpyxl import Workbook

import app as application
from cakupan.settings import Settings
from layouts.ids import DataAction
from routes.gate import first_input
from tests.callbacks.posting import Answer, filled, outputs_of, posted

HEAD = (
    ("Ukuran", "Peserta aktif"),
    ("Penerbit", "BPJS Ketenagakerjaan"),
    ("Basis", "tempat pendaftaran"),
    (),
    ("Kode", "Kabupaten/Kota", "Bulan", "PU", "BPU"),
)
CILEGON = ("36.72", "Kota Cilegon", "Nov 2025", 47_000, 7_900)


class Visitor:
    """One browser. Its methods do what the page's script and buttons do."""

    def __init__(self, dashboard: Dash, search: str = "") -> None:
        self.dashboard = dashboard
        self.client = dashboard.server.test_client()
        self.client.get("/data")
        self.request = {"path": "/data", "search": search, "compact": False, "key": "7"}

    def page(self, older: int | None = None) -> Answer:
        """The page as it stands now."""
        return self._call("data-files.children", [self.request, None, older])

    def overview(self, search: str) -> Answer:
        """The Ringkasan page."""
        return self._call("ringkasan-cards.hidden", [{**self.request, "search": search}])

    def bring(self, name: str, content: bytes) -> Answer:
        """Upload a file and look at the page once it is examined."""
        form = {"file": (BytesIO(content), name)}
        self.client.post("/upload", data=form, content_type="multipart/form-data")
        return self.settled()

    def settled(self) -> Answer:
        """The page once nothing is being examined."""
        deadline = monotonic() + 30
        while (answer := self.page())["data-pending"]["data"] or running(answer):
            assert monotonic() < deadline
            sleep(0.02)
        return answer

    def load(self, tokens: list[str], name: str | None = "Sari") -> Answer:
        """Press the button that loads; the page once everything is loaded, and what was said."""
        said = self._call("data-name-error.children", [1], [name, tokens, self.request])
        return {**self.settled(), **said}

    def drop(self, token: str) -> Answer:
        button = {"type": DataAction.DROP, "token": token}
        return self._ask("data-file-pressed", _note(button), [], [], [], self.request)

    def turn(self, load_id: int) -> Answer:
        """Press the button of a load in the history; the dialogue once all is told in it."""
        question = self.press_turn(load_id)
        return self.told(question) if question else {}

    def told(self, question: Answer) -> Answer:
        """The dialogue once it was counted what would hold."""
        answer, deadline = question, monotonic() + 30
        while not answer["data-foretold"]["disabled"]:
            assert monotonic() < deadline
            answer = {**answer, **self.look(question["data-intent"]["data"])}
        return answer

    def press_turn(self, load_id: int) -> Answer:
        """The dialogue as it opens."""
        button = {"type": DataAction.TURN, "load": load_id}
        return self._ask("data-pressed", _note(button), self.request, "Sari")

    def look(self, intent: object, times: int = 1) -> Answer:
        """What an open dialogue asks while it is being counted what would hold."""
        return self._ask("data-foretold", times, intent, self.request)

    def decide(self, intent: object, name: str = "Budi") -> Answer:
        """Press the button of the dialogue; the answer once the load is turned."""
        return self.turned(self.press_yes(intent, name))

    def press_yes(self, intent: object, name: str = "Budi") -> Answer:
        """What is said at once."""
        return self._call("data-done.children", [1], [intent, self.request, name])

    def turned(self, answer: Answer) -> Answer:
        """What is said once it is done, asked for as the page does."""
        deadline = monotonic() + 30
        while watch := watched(answer):
            assert monotonic() < deadline
            answer = {**answer, **self.look_turn(watch)}
        return answer

    def look_turn(self, watch: object, times: int = 1) -> Answer:
        """What the page asks while a load is taken back or restored."""
        output = self._output("data-turning")
        places = [{"id": watch, "property": "n_intervals", "value": times}]
        changed = json.dumps(watch, separators=(",", ":"), sort_keys=True) + ".n_intervals"
        return self._post(output, [places], [self.request], changed)

    def _ask(self, first: str, value: object, *state: Any) -> Answer:
        """The callback whose one input has this id."""
        return self._post(self._output(first), [value], state)

    def _output(self, first: str) -> str:
        served = self.dashboard.callback_map.items()
        [output] = (
            name for name, wired in served if "callback" in wired and first_input(wired) == first
        )
        return output

    def _call(self, slot: str, values: list[Any], state: list[Any] | None = None) -> Answer:
        output = next(
            name
            for name in self.dashboard.callback_map
            if slot in [one.partition("@")[0] for one in outputs_of(name)]
        )
        return self._post(output, values, state or [])

    def _post(
        self, output: str, values: Sequence[Any], state: Sequence[Any], changed: str = ""
    ) -> Answer:
        wired = self.dashboard.callback_map[output]
        inputs, states = filled(wired["inputs"], values), filled(wired["state"], state)
        return posted(self.client, output, inputs, states, changed=changed)


def _note(button: dict[str, object]) -> dict[str, object]:
    return {"button": button}


def watched(answer: Answer) -> dict[str, Any] | None:
    """By what the page looks for a load that is being turned."""
    note = (answer.get("data-done", {}).get("children") or {}).get("props", {})
    parts = note["children"] if isinstance(note.get("children"), list) else []
    return next((one["props"]["id"] for one in parts if isinstance(one, dict)), None)


def running(answer: Answer) -> bool:
    """Whether a batch is being loaded."""
    return "running" in str(answer["data-batch"])


@pytest.fixture
def open_page() -> Callable[[Settings], Visitor]:
    """An app of its own, and a browser on its Data page."""
    return lambda settings: Visitor(application.create_app(settings))


@pytest.fixture
def visitor(own: Settings, open_page: Callable[[Settings], Visitor]) -> Visitor:
    return open_page(own)


@pytest.fixture
def new_visitor(visitor: Visitor) -> Callable[..., Visitor]:
    """Another browser on the same app."""
    return lambda search="": Visitor(visitor.dashboard, search)


@pytest.fixture
def book() -> Callable[..., bytes]:
    """A workbook of participants with these rows; one of Cilegon without any."""

    def write(*rows: tuple[object, ...]) -> bytes:
        workbook = Workbook()
        for row in (*HEAD, *(rows or (CILEGON,))):
            workbook.worksheets[0].append(row)
        stream = BytesIO()
        workbook.save(stream)
        return stream.getvalue()

    return write
