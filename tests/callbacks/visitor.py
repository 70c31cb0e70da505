"""One browser on a page with a dialogue: what its controls and buttons do."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar

from dash import Dash

Answer = dict[str, dict[str, Any]]


class Visitor:
    """A browser on the page ``PAGE``, whose dialogue has these ``FIELDS``, the name among them."""

    PAGE: ClassVar[str]
    SLOT: ClassVar[str]
    FIELDS: ClassVar[type[StrEnum]]
    DIALOG: ClassVar[str] = ""
    """What the ids of the dialogue begin with, where it is not the name of the page."""

    def __init__(self, dashboard: Dash, search: str = "") -> None:
        self.dashboard = dashboard
        self.client = dashboard.server.test_client()
        self.client.get(f"/{self.PAGE}")
        self.request = {"path": f"/{self.PAGE}", "search": search, "compact": False, "key": "7"}

    def page(self, search: str | None = None) -> Answer:
        """The page as it stands now."""
        request = self.request if search is None else {**self.request, "search": search}
        return self._call(self.SLOT, [request])

    def data_page(self) -> Answer:
        """The Data page."""
        return self._call("data-history.children", [{**self.request, "path": "/data"}, None, None])

    def press(self, button: object, *, beside: Sequence[object] = ()) -> Answer:
        """Open the dialogue by a button: its id, or an action with what it stands beside.

        ``beside`` is what stands in the fields that are asked with it.
        """
        note = {"button": button, "at": 1}
        return self._call(f"{self._dialog}-dialog.title", [note], [self.request, *beside])

    def decide(self, opened: Answer, *, name: str = "Sari", **typed: str) -> Answer:
        """Type into the fields of an opened dialogue, and press its button."""
        values = [
            name
            if field.name == "NAME"
            else typed.get(field.name.lower(), opened.get(field, {}).get("value", ""))
            for field in self.FIELDS
        ]
        intent = opened[f"{self._dialog}-intent"]["data"]
        return self._call(
            f"{self._dialog}-done.children", [1], [intent, self.request, *values], duplicate=True
        )

    @property
    def _dialog(self) -> str:
        return self.DIALOG or self.PAGE

    def _output(self, slot: str, *, duplicate: bool = False) -> str:
        found: str = next(
            name
            for name in self.dashboard.callback_map
            if any(out.partition("@")[0] == slot for out in outputs_of(name))
            and ("@" in name) is duplicate
        )
        return found

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
