"""A database of a test's own with a release in it, drawn without a browser."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dash import Dash
from sqlalchemy import Engine

import app as application
from cakupan.domain.boundaries import Boundaries
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.releases import NewRelease, Release
from cakupan.settings import ROOT, Settings
from cakupan.storage.boundaries import OURS, read_boundaries
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import write_load
from cakupan.storage.reference import read_reference
from cakupan.storage.releasing import make_release
from callbacks.figures import Source
from callbacks.regions_reading import Atlas
from callbacks.release_shelf import ReleaseShelf
from callbacks.showing import Showing
from tests.callbacks.conftest import figure
from tests.callbacks.releases.visitor import Visitor, release_id

STRANGER = {"REMOTE_ADDR": "10.20.30.40"}
MADE = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


@dataclass
class Office:
    """One office's figures, its releases, and a clock and a trust that tests may turn."""

    settings: Settings
    reference_dir: Path
    writer: Engine
    reader: Engine
    boundaries: Boundaries
    now: datetime = MADE
    trusted: bool = True
    shelf: ReleaseShelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = ReleaseShelf(
            engine=self.reader,
            folder=self.settings.releases_dir,
            shipped=self.reference_dir,
            clock=lambda: self.now,
            trusts=lambda: self.trusted,
        )

    def release(self, *, until: datetime | None = None, note: str = "Untuk RUPS") -> Release:
        return make_release(
            self.writer,
            self.reader,
            reference_dir=self.reference_dir,
            asked=NewRelease("Sari", MADE, note, until),
        )

    def source(self) -> Source:
        return Source(self.reader, read_reference(self.reference_dir), self.shelf)

    def showing(self) -> Showing:
        """All pages, as the program reads its reference data now."""
        atlas = Atlas.of(lambda: self.boundaries, read_reference(self.reference_dir), prefix="/")
        return Showing.of(self.source(), atlas=atlas, faults=())


@pytest.fixture(scope="session")
def boundaries(settings: Settings) -> Boundaries:
    folder = settings.reference_dir
    return read_boundaries(folder / OURS, read_reference(folder), own=settings.boundaries)


@pytest.fixture
def office(settings: Settings, boundaries: Boundaries, tmp_path: Path) -> Iterator[Office]:
    path = tmp_path / "cakupan.db"
    shutil.copy(settings.database_url.removeprefix("sqlite:///"), path)
    yield from _opened(path, boundaries)


@pytest.fixture
def sample_office(boundaries: Boundaries, tmp_path: Path) -> Iterator[Office]:
    """One with the samples that ship: figures for every page."""
    path = tmp_path / "contoh.db"
    application.prepare(_settings(path))
    yield from _opened(path, boundaries)


def _settings(path: Path) -> Settings:
    return Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})


def _opened(path: Path, boundaries: Boundaries) -> Iterator[Office]:
    own = _settings(path)
    reference_dir = path.parent / "acuan"
    reference_dir.mkdir()
    for csv in (ROOT / "data" / "reference").glob("*.csv"):
        shutil.copy(csv, reference_dir)
    url = own.database_url
    made = Office(own, reference_dir, open_database(url), open_reader(url), boundaries)
    yield made
    made.writer.dispose()
    made.reader.dispose()


@pytest.fixture
def later() -> datetime:
    return MADE + timedelta(days=6)


@pytest.fixture(scope="module")
def own_dashboard(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Dash:
    path = tmp_path_factory.mktemp("releases") / "cakupan.db"
    shutil.copy(settings.database_url.removeprefix("sqlite:///"), path)
    url = f"sqlite:///{path.as_posix()}"
    writer = open_database(url)
    # So many that somebody has to decide about it.
    many = figure(
        "36.72",
        Measure.PARTICIPANTS_ACTIVE,
        "2025-10",
        900_000,
        segment=Segment.PU,
        basis=Basis.REGISTRATION,
    )
    new = NewLoad("banyak.xlsx", "f" * 64, "long", "Sari", datetime(2026, 1, 6, tzinfo=UTC))
    write_load(writer, new, [many])
    writer.dispose()
    return application.create_app(Settings.from_env({"CAKUPAN_DATABASE_URL": url}))


@pytest.fixture(scope="module")
def reader(own_dashboard: Dash) -> Visitor:
    return Visitor(own_dashboard)


@pytest.fixture(scope="module")
def stranger(own_dashboard: Dash) -> Visitor:
    return Visitor(own_dashboard, STRANGER)


@pytest.fixture(scope="module")
def made(reader: Visitor) -> str:
    return release_id(reader)
