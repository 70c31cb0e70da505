"""A browser on the Paritrana page, over a database that the tests of a module change in turn."""

import shutil

import pytest
from sqlalchemy.engine import make_url

import app as application
from cakupan.settings import Settings
from layouts.page_ids.paritrana import WeightsFieldId
from tests.callbacks.visitor import Visitor


class WeightsVisitor(Visitor):
    """One browser that saves weights."""

    PAGE, SLOT, FIELDS = "paritrana", "paritrana-sheet.children", WeightsFieldId
    DIALOG = "weights"


@pytest.fixture(scope="module")
def weights_visitor(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> WeightsVisitor:
    path = tmp_path_factory.mktemp("weights") / "cakupan.db"
    shutil.copy(make_url(settings.database_url).database or "", path)
    own = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})
    return WeightsVisitor(application.create_app(own))
