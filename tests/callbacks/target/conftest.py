"""A browser on the Target page of the real app, over a database of its own."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from sqlalchemy.engine import make_url

import app as application
from cakupan.settings import Settings
from layouts.ids import TargetAction, TargetFieldId

Answer = dict[str, dict[str, Any]]


class Visitor:
    """One browser. Its methods do what the page's controls and buttons do."""

    def __init__(self, dashboard: Dash, search: str = "") -> None:
        self.dashboard = dashboard
        self.client = dashboard.server.test_client()
        self.client.get("/target")
        self.request = {"path": "/target", "search": search, "compact": False, "key": "7"}

    def page(self, search: str | None = None) -> Answer:
        """The page as it stands now."""
        request = self.request if search is None else {**self.request, "search": search}
        return self._call("target-history.children", [request])

    def overview(self) -> Answer:
        """The Ringkasan page."""
        return self._call("ringkasan-cards.hidden", [{**self.request, "path": "/"}])

    def bar(self) -> Answer:
        """The global bar."""
        return self._call("shell-region.value", [self.request])

    def metode(self) -> Answer:
        """The Metode page."""
        return self._call("metode-sections.children", [{**self.request, "path": "/metode"}])

    def data_page(self) -> Answer:
        """The Data page."""
        return self._call("data-history.children", [{**self.request, "path": "/data"}, None, None])

    def assume(self, search: str) -> Answer:
        """What a slider asks for."""
        return self._call("target-said.children", [search], [self.request], duplicate=True)

    def press(self, button: object, clicks: int | None = 1) -> Answer:
        """Open the dialogue by a button: "target-new", or an action with what it stands beside."""
        output = self._output("target-dialog.title")
        places: list[Any] = []
        for wire in self.dashboard.callback_map[output]["inputs"]:
            if wire["id"] == button:
                places.append({**wire, "value": clicks})
            elif isinstance(button, Mapping) and f'"type":"{button["type"]}"' in wire["id"]:
                places.append([{"id": button, "property": "n_clicks", "value": clicks}])
            else:
                places.append([] if wire["id"].startswith("{") else {**wire, "value": None})
        name = button if isinstance(button, str) else json.dumps(button, separators=(",", ":"))
        return self._post(output, places, [self.request], f"{name}.n_clicks")

    def open(self, action: TargetAction, key: str) -> Answer:
        return self.press({"key": key, "type": str(action)})

    def turn(self, load_id: int) -> Answer:
        return self.press({"load": load_id, "type": str(TargetAction.TURN)})

    def decide(self, opened: Answer, *, name: str = "Sari", **typed: str) -> Answer:
        """Type into the fields of an opened dialogue, and press its button."""
        values = [
            typed.get(field.name.lower(), opened.get(field, {}).get("value", ""))
            if field is not TargetFieldId.NAME
            else name
            for field in TargetFieldId
        ]
        intent = opened["target-intent"]["data"]
        return self._call(
            "target-done.children", [1], [intent, self.request, *values], duplicate=True
        )

    def _output(self, slot: str, *, duplicate: bool = False) -> str:
        return next(
            name
            for name in self.dashboard.callback_map
            if any(out.partition("@")[0] == slot for out in outputs_of(name))
            and ("@" in name) is duplicate
        )

    def _call(
        self,
        slot: str,
        values: list[Any],
        state: list[Any] | None = None,
        *,
        duplicate: bool = False,
    ) -> Answer:
        output = self._output(slot, duplicate=duplicate)
        wires = self.dashboard.callback_map[output]["inputs"]
        inputs = [{**wire, "value": value} for wire, value in zip(wires, values, strict=True)]
        return self._post(output, inputs, state or [], "{id}.{property}".format(**wires[0]))

    def _post(self, output: str, inputs: list[Any], state: Any, changed: str) -> Answer:
        wires = self.dashboard.callback_map[output]["state"]
        body = {
            "output": output,
            "outputs": [
                dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
                for name in outputs_of(output)
            ],
            "inputs": inputs,
            "state": [{**wire, "value": value} for wire, value in zip(wires, state, strict=True)],
            "changedPropIds": [changed],
        }
        answer = self.client.post("/_dash-update-component", json=body)
        assert answer.status_code in {200, 204}, answer.text
        return json.loads(answer.text)["response"] if answer.status_code == 200 else {}


def outputs_of(name: str) -> list[str]:
    return name.strip(".").split("...")


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """A copy of the database that this test may change."""
    path = tmp_path / "cakupan.db"
    shutil.copy(make_url(settings.database_url).database or "", path)
    return Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})


@pytest.fixture
def visitor(own: Settings) -> Visitor:
    return Visitor(application.create_app(own))


@pytest.fixture
def reading(dashboard: Dash) -> Callable[..., Visitor]:
    """A browser on the app that all tests share, which nobody changes."""
    return lambda search="": Visitor(dashboard, search)
