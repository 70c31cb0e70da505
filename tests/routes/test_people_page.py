"""The Pengguna page: who manages people lists, adds, changes, disables and invites them."""

import json
import re
from collections.abc import Callable
from typing import Any

from dash import Dash
from flask.testing import FlaskClient

from cakupan.domain.people import Role, Scope
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.people import find_person, open_people
from cakupan.storage.queries.audit import audit_lines
from cakupan.storage.reading import unscoped
from layouts.page_ids.pengguna import PenggunaAction as Action
from layouts.page_ids.pengguna import PenggunaFieldId as Field
from layouts.page_ids.pengguna import PenggunaId as Id
from tests.callbacks.posting import Answer
from tests.callbacks.visitor import Visitor
from tests.routes.test_gate import come_in, guarded, settings  # noqa: F401  the guarded app


class Manager(Visitor):
    """Somebody on the Pengguna page."""

    PAGE, SLOT, FIELDS = "pengguna", Id.LIST + ".children", Field

    def __init__(self, dashboard: Dash, client: FlaskClient) -> None:
        super().__init__(dashboard)
        self.client = client

    def call(self, slot: str, inputs: list[Any], *state: Any) -> Answer:
        return self._call(slot, inputs, list(state))

    def listed(self) -> str:
        return json.dumps(self._call(self.SLOT, [None, self.request]), ensure_ascii=False)

    def does(self, action: Action | None, whom: str, **typed: Any) -> str:
        """Press the button of a person, or the one to add somebody; then decide."""
        button = {"person": whom, "type": action.value} if action else Id.NEW.value
        told = self.decide(self.press(button), name="Palsu", **typed)
        return json.dumps(told, ensure_ascii=False)


def test_whoever_manages_people_adds_changes_and_disables_them(
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
    settings: Settings,  # noqa: F811  the fixture
) -> None:
    sari, people = Manager(guarded, come_in("Sari")), open_people(settings.people_url)

    def of(name: str) -> tuple[Role, Scope, bool]:
        person = find_person(people, name)
        assert person is not None
        return person[0].role, person[0].scope, person[0].is_disabled

    asked = {"person": "Wati", "role": "operator", "scope": ["36", "61.71"]}
    told = sari.does(None, "", **asked)
    token = re.search(r"/masuk/undangan\?token=([\w-]+)", told)
    assert token
    assert of("Wati") == (Role.OPERATOR, Scope.of(["36", "61.71"]), False)
    shown = sari.listed()
    assert "Wati" in shown
    assert "Banten, Kota Pontianak" in shown
    assert token[1] not in shown, "an invitation is shown once"
    assert "sudah dipakai" in sari.does(None, "", **asked)
    sari.does(Action.CHANGE, "Wati", role="viewer", scope=[])
    assert of("Wati") == (Role.VIEWER, Scope.of([""]), False)
    sari.does(Action.DISABLE, "Wati")
    assert of("Wati")[2]
    assert guarded.server.test_client().get(f"/masuk/undangan?token={token[1]}").status_code == 403
    sari.does(Action.ENABLE, "Wati")
    again = sari.does(Action.INVITE, "Wati")
    assert re.search(r"/masuk/undangan\?token=([\w-]+)", again)
    tono = come_in("Tono")
    assert "1 sesi" in sari.listed()
    sari.does(Action.END, "Tono")
    assert tono.get("/api/v1/coverage").status_code == 401
    assert "satu-satunya pengelola" in sari.does(Action.DISABLE, "Sari")
    assert sari.client.get("/api/v1/coverage").status_code == 200
    people.dispose()


def test_a_dialogue_opens_with_the_own_name_fixed(
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    sari = Manager(guarded, come_in("Sari"))
    opened = sari.press({"person": "Budi", "type": Action.CHANGE.value})
    assert opened[Field.NAME]["value"] == "Sari"
    assert opened[Field.NAME]["readOnly"] is True
    assert opened[Field.ROLE]["value"] == "operator"
    assert opened[Field.SCOPE]["value"] == ["61"]


def test_a_page_that_is_not_for_somebody_is_neither_offered_nor_shown(
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    for name, offered in (("Sari", True), ("Dewi", False)):
        one = Manager(guarded, come_in(name))
        shown = one.call("shell-page.children", ["/pengguna"], "", "/")
        assert ("pengguna-list" in json.dumps(shown)) is offered
        shell = one.call("shell-menu.children", [one.request])
        assert ('"/pengguna"' in json.dumps(shell["shell-menu"])) is offered
        about = json.dumps(shell["shell-about"], ensure_ascii=False)
        assert f"Masuk sebagai {name}" in about
        assert ("pengelola" in about) is offered


def test_the_log_names_who_changed_whom_and_what_it_was_before(
    guarded: Dash,  # noqa: F811  the fixture
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
    settings: Settings,  # noqa: F811  the fixture
) -> None:
    sari = Manager(guarded, come_in("Sari"))
    sari.does(Action.CHANGE, "Tono", role="operator", scope=["17"])
    engine = open_reader(settings.database_url)
    with engine.connect() as connection:
        line = audit_lines(unscoped(connection), most=1)[0]
    engine.dispose()
    assert (line.kind, line.by) == ("person_changed", "Sari")
    before = {"role_before": "viewer", "scope_before": "*"}
    assert line.details == {"person": "Tono", "role": "operator", "scope": "17", **before}
    sari.does(Action.CHANGE, "Tono", role="viewer", scope=[])
