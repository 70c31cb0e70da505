"""A browser on the Target page of the real app, over a database of its own."""

from collections.abc import Callable

import pytest
from dash import Dash

import app as application
from cakupan.settings import Settings
from layouts.ids import TargetAction, TargetFieldId
from tests.callbacks.posting import Answer
from tests.callbacks.visitor import Visitor as AnyVisitor


class Visitor(AnyVisitor):
    """One browser on the Target page."""

    PAGE, SLOT, FIELDS = "target", "target-history.children", TargetFieldId

    def overview(self) -> Answer:
        """The Ringkasan page."""
        return self._call("ringkasan-cards.hidden", [{**self.request, "path": "/"}])

    def bar(self) -> Answer:
        """The global bar."""
        return self._call("shell-region.value", [self.request])

    def metode(self) -> Answer:
        """The Metode page."""
        return self._call("metode-sections.children", [{**self.request, "path": "/metode"}])

    def assume(self, search: str) -> Answer:
        """What a slider asks for."""
        return self._call("target-said.children", [search], [self.request], duplicate=True)

    def open(self, action: TargetAction, key: str) -> Answer:
        return self.press({"key": key, "type": str(action)})

    def turn(self, load_id: int) -> Answer:
        return self.press({"load": load_id, "type": str(TargetAction.TURN)})


@pytest.fixture
def visitor(own: Settings) -> Visitor:
    return Visitor(application.create_app(own))


@pytest.fixture
def reading(dashboard: Dash) -> Callable[..., Visitor]:
    """A browser on the app that all tests share, which nobody changes."""
    return lambda search="": Visitor(dashboard, search)
