"""One browser on a page with a dialogue: what its controls and buttons do."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar

from dash import Dash

from tests.callbacks.posting import Answer, filled, outputs_of, posted


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
        note = {"button": button}
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
        return self._post(output, values, state or [])

    def _post(
        self, output: str, values: Sequence[Any], state: Sequence[Any], changed: str = ""
    ) -> Answer:
        wired = self.dashboard.callback_map[output]
        inputs, states = filled(wired["inputs"], values), filled(wired["state"], state)
        return posted(self.client, output, inputs, states, changed=changed)
