"""One browser on the card of releases, and on pages of a release."""

import json
from time import monotonic
from typing import Any

from dash import Dash
from flask.testing import FlaskClient

from tests.callbacks.posting import Answer, outputs_of, posted

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
        return posted(
            self.client, output, inputs, state, changed=changed, environ_overrides=self.environ
        )

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


def release_id(reader: Visitor, **form: str) -> str:
    reader.make(**form)
    listed = json.dumps(reader.page("releases-list.children", "", "/data"))
    start = listed.index("R-2")
    return listed[start:].split('"')[0]
