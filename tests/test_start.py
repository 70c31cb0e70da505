"""A start reads in what it takes to serve, and nothing that a rare wish alone takes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cakupan.domain.records import replace
from cakupan.preparing import prepare
from cakupan.settings import ROOT, Settings
from cakupan.storage.boundaries import OURS
from cakupan.storage.errors import ReferenceDataError

# What a start does before it serves; then which modules are there.
START = """
import sys
import app
from cakupan.settings import Settings

settings = Settings.from_env()
app.prepare(settings)
app.create_app(settings)
print(*sys.modules)
"""

# The real start up to the moment of serving; then which threads are under way.
SERVE = """
import runpy, threading
import waitress.server

def create(*told, **more):
    server = made(*told, **more | {"port": 0})
    server.run = lambda: print(*(thread.name for thread in threading.enumerate()))
    return server

made, waitress.server.create_server = waitress.server.create_server, create
runpy.run_path("app.py", run_name="__main__")
"""


@pytest.fixture(scope="module")
def read_in(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are there when a database that is at its last step is served."""
    chosen = _chosen(tmp_path_factory.mktemp("start"))
    told = [_ran(START, **chosen) for _ in ("made", "opened again")]
    return set(told[-1].split())


def _chosen(folder: Path) -> dict[str, str]:
    url = f"sqlite:///{(folder / 'cakupan.db').as_posix()}"
    return {"CAKUPAN_DATABASE_URL": url, "CAKUPAN_SAMPLES": "no"}


def _ran(code: str, **chosen: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **chosen}, capture_output=True, text=True, check=True
    ).stdout


def test_the_start_is_a_whole_one(read_in: set[str]) -> None:
    assert {"callbacks.every_page", "routes.downloads", "pandas", "sqlalchemy"} <= read_in


def test_what_changes_tables_is_left_where_they_are_current(read_in: set[str]) -> None:
    assert "alembic" not in read_in


def test_what_dash_writes_with_is_never_half_there(read_in: set[str]) -> None:
    # What is read in later brings it along, in the middle of the serving.
    assert "PIL.Image" in read_in


@pytest.mark.parametrize("library", ["openpyxl", "pptx"])
def test_what_writes_files_that_few_ask_for_is_read_in_once_the_server_serves(
    read_in: set[str], library: str
) -> None:
    assert library not in read_in
    code = "import sys; from cakupan.later import read_in; read_in(); print(*sys.modules)"
    assert library in _ran(code).split()


def test_a_server_reads_in_beside_its_serving_what_its_start_left_out(tmp_path: Path) -> None:
    assert "later" in _ran(SERVE, **_chosen(tmp_path)).split()


def test_outlines_are_read_with_the_first_map_but_must_be_there_before(
    tmp_path: Path,
) -> None:
    without = tmp_path / "reference"
    shutil.copytree(ROOT / "data" / "reference", without)
    (without / OURS).unlink()
    settings = replace(Settings.from_env(_chosen(tmp_path)), reference_dir=without)
    with pytest.raises(ReferenceDataError) as caught:
        prepare(settings)
    assert caught.value.details == {"file": "kabkota.geojson"}


def test_no_component_of_mantine_is_read_in_that_no_page_has(read_in: set[str]) -> None:
    components = {name for name in read_in if name.startswith("dash_mantine_components.")}
    assert "dash_mantine_components.Select" in components
    assert "dash_mantine_components.DatePicker" not in components
