"""A browser on the Paritrana page, over a database that the tests of a module change in turn."""

import shutil
from collections.abc import Iterator
from decimal import Decimal

import pytest
from dash import Dash
from sqlalchemy.engine import make_url

import app as application
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.measures import Maturity, Measure, unit_of
from cakupan.domain.periods import Period
from cakupan.settings import Settings
from layouts.page_ids.paritrana import DossierAction, DossierFieldId, WeightsFieldId
from tests.callbacks.conftest import add_load
from tests.callbacks.posting import Answer
from tests.callbacks.visitor import Visitor


class WeightsVisitor(Visitor):
    """One browser that saves weights."""

    PAGE, SLOT, FIELDS = "paritrana", "paritrana-sheet.children", WeightsFieldId
    DIALOG = "weights"


JURY = {"Juri 1": 2, "Juri 2": -2}
NOMINEES = {"36.71": 80, "36.72": 70, "36.73": 70}
CRITERIA = ("regulation", "innovation", "compliance", "awareness")


def kept(region: str, measure: Measure, value: str, publisher: str = "pemda", **key: str) -> Figure:
    return Figure(
        key=FigureKey(region, measure, Period("2025"), publisher, group="kabkota", **key),
        value=Decimal(value),
        unit=unit_of(measure),
        rounding_unit=Decimal(1),
        maturity=Maturity.FINAL,
        sheet="Penilaian",
        cell="B2",
    )


def of_jury() -> Iterator[Figure]:
    """Three nominees at the interview, two judges two points above and below; one half scored."""
    for region, strength in NOMINEES.items():
        yield kept(region, Measure.AWARD_STAGE, "1", stage="interview")
        yield kept(region, Measure.AWARD_DOCUMENT, "2", aspect="formulir")
        for judge, more in JURY.items():
            for criterion in CRITERIA[: 3 if region == "36.73" else 4]:
                bonus = 10 if criterion == "innovation" else 0
                yield kept(
                    region,
                    Measure.AWARD_SCORE,
                    str(strength + more + bonus),
                    judge,
                    aspect=criterion,
                    stage="interview",
                )


class DossierVisitor(Visitor):
    """One browser that fills dossiers."""

    PAGE, SLOT, FIELDS = "paritrana", "paritrana-sheet.children", DossierFieldId
    DIALOG = "dossier"

    def open(self, action: DossierAction, nominee: str) -> Answer:
        """The dialogue beside a nominee."""
        return self.press({"nominee": nominee, "type": str(action)})

    def turn(self, load_id: int) -> Answer:
        """The dialogue beside a change."""
        return self.press({"load": load_id, "type": str(DossierAction.TURN)})


@pytest.fixture(scope="module")
def changing(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Dash:
    """The app over a database that the tests of a module change in turn."""
    path = tmp_path_factory.mktemp("weights") / "cakupan.db"
    shutil.copy(make_url(settings.database_url).database or "", path)
    own = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})
    add_load(own, "juri.xlsx", of_jury(), family="juries")
    return application.create_app(own)


@pytest.fixture
def weights_visitor(changing: Dash) -> WeightsVisitor:
    return WeightsVisitor(changing)


@pytest.fixture
def dossier_visitor(changing: Dash) -> DossierVisitor:
    return DossierVisitor(changing, "?wilayah=36")
