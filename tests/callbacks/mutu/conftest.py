"""A browser on the Mutu data page, over a database with two faults in it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

import app as application
from cakupan.domain.figures import Figure
from cakupan.domain.flags import FlagCode, FlagKey
from cakupan.domain.measures import Maturity, Measure
from cakupan.settings import Settings
from layouts.page_ids.mutu import MutuAction
from tests.callbacks.conftest import add_load, figure
from tests.callbacks.posting import Answer, filled, posted

Said = Callable[[Any], str]
Faults = Callable[[Any], str]
# Kota Cilegon: 91.000 participants of 80.000 employed.
ABOVE = FlagKey(FlagCode.COVERAGE_ABOVE_ONE, "36.72", "", "employed")
TANGERANG = FlagKey(
    FlagCode.PART_ABOVE_WHOLE, "36.03", "2025-11-27", "participants_active|portalkota"
)
QUERY = "?wilayah=36&penyebut=employed"


class Visitor:
    """One browser: pages for a query, and the dialogue of the Mutu data page."""

    def __init__(self, settings: Settings) -> None:
        self.dashboard = application.create_app(settings)
        self.client = self.dashboard.server.test_client()

    def draw(self, slot: str, path: str, search: str = QUERY) -> Answer:
        output = self._output(slot)
        # Who comes anew holds nothing of a page yet.
        nothing = [None for _ in self.dashboard.callback_map[output]["state"]]
        return self._post(output, [self._request(path, search)], nothing)

    def decide(
        self, action: MutuAction, key: FlagKey, *, reason: str = "Dihitung di kantor", name: str
    ) -> Answer:
        return self.answer(self.press(action, key), reason=reason, name=name)

    def answer(
        self,
        opened: Answer,
        *,
        name: str = "Sari",
        reason: str = "Salah tulis di sumbernya",
        value: str = "",
        source: str = "",
        figure: str = "",
    ) -> Answer:
        """Type into an opened dialogue, and press its button."""
        chosen = figure or opened["mutu-dialog-figure"]["value"]
        intent = opened["mutu-intent"]["data"]
        state = [intent, self._request("/mutu"), chosen, value, reason, source, name]
        output = next(
            one
            for one in self.dashboard.callback_map
            if "mutu-done.children" in one and "mutu-root" not in one
        )
        return self._post(output, [1], state)

    def press(self, action: MutuAction, key: FlagKey | int) -> Answer:
        output = self._output("mutu-dialog.title")
        about = {"load": key} if isinstance(key, int) else {"flag": key.text}
        button = {**about, "type": str(action)}
        return self._post(output, [{"button": button}], [self._request("/mutu")])

    def _request(self, path: str, search: str = QUERY) -> dict[str, object]:
        return {"path": path, "search": search, "compact": False, "key": "7"}

    def _output(self, slot: str) -> str:
        return next(one for one in self.dashboard.callback_map if f"{slot}." in f"{one}.")

    def _post(self, output: str, values: list[Any], state: list[Any]) -> Answer:
        wired = self.dashboard.callback_map[output]
        return posted(
            self.client, output, filled(wired["inputs"], values), filled(wired["state"], state)
        )


def more_figures() -> tuple[Figure, ...]:
    """Fewer employed in Kota Cilegon than participants, and the press's 2,8 juta."""
    employed = figure(
        "36.72", Measure.EMPLOYED, "2025-08", 80_000, publisher="bps", maturity=Maturity.FINAL
    )
    told = figure(
        "36.03",
        Measure.PARTICIPANTS_ACTIVE,
        "2025-11-27",
        2_800_000,
        publisher="portalkota",
        maturity=Maturity.DISPUTED,
        cell="I113",
    )
    return employed, told


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """A copy of the database with two faults in it, that this test may change."""
    return with_faults(settings, tmp_path)


def with_faults(settings: Settings, folder: Path) -> Settings:
    path = folder / "cakupan.db"
    shutil.copy(make_url(settings.database_url).database or "", path)
    chosen = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})
    add_load(chosen, "salah.xlsx", more_figures())
    return chosen


@pytest.fixture
def visitor(own: Settings) -> Visitor:
    return Visitor(own)


@pytest.fixture(scope="module")
def standing(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A browser whose tests write nothing."""
    return Visitor(with_faults(settings, tmp_path_factory.mktemp("mutu")))


def employed(opened: Answer) -> str:
    """The choice of the base in an opened dialogue."""
    choices = opened["mutu-dialog-figure"]["data"]
    return next(one["value"] for one in choices if "Penduduk bekerja" in one["label"])


def correct(visitor: Visitor, value: str = "180.000", **typed: str) -> Answer:
    """Kota Cilegon's employed, put right from its flag."""
    opened = visitor.press(MutuAction.CORRECT, ABOVE)
    return visitor.answer(opened, value=value, figure=employed(opened), **typed)


def ranks(visitor: Visitor) -> dict[str, str]:
    """Ranks on the Ringkasan page, by name."""
    _, table = visitor.draw("ringkasan-ranking-table.children", "/")["ringkasan-ranking-table"][
        "children"
    ]
    rows = table["props"]["children"]["props"]["data"]["body"]
    return {row[0]: row[6] for row in rows}
