"""A migrated database with all regions, and builders for the figures that tests load."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import Load, NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.people import EVERYWHERE, Scope
from cakupan.domain.periods import Period
from cakupan.domain.reference import Reference
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import redo, withdraw, write_load
from cakupan.storage.reading import Reader
from cakupan.storage.reference import read_reference
from cakupan.storage.tables import Base
from etl.preparation import open_prepared
from tests.postgresql import Server

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def reference_dir() -> Path:
    return Path(__file__).resolve().parents[2] / "data" / "reference"


@pytest.fixture(scope="session")
def reference(reference_dir: Path) -> Reference:
    return read_reference(reference_dir)


def make_figure(
    value: int | str = 100,
    *,
    region: str = "36.03",
    period: str = "2025-10",
    measure: Measure = Measure.PARTICIPANTS_ACTIVE,
    segment: Segment = Segment.TOTAL,
    basis: Basis | None = None,
    publisher: str = "bpjs",
    maturity: Maturity = Maturity.FINAL,
    unit: Unit = Unit.PERSON,
    rounding_unit: str = "1",
    programme: str = "",
    group: str = "",
    cell: str = "D2",
    citation: str = "",
    note: str = "",
) -> Figure:
    usual = Basis.REGISTRATION if measure is Measure.PARTICIPANTS_ACTIVE else Basis.NONE
    key = FigureKey(
        region_code=region,
        measure=measure,
        period=Period(period),
        publisher=publisher,
        segment=segment,
        programme=programme,
        group=group,
        basis=usual if basis is None else basis,
    )
    return Figure(
        key=key,
        value=Decimal(value),
        unit=unit,
        rounding_unit=Decimal(rounding_unit),
        maturity=maturity,
        sheet="Data",
        cell=cell,
        citation=citation,
        note=note,
    )


@dataclass
class Store:
    """One database of a test: load files, take them back, restore them, and look at all of it."""

    url: str
    engine: Engine
    reader: Engine
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def load(
        self,
        *figures: Figure,
        sha256: str = "",
        name: str = "",
        at: datetime = NOON,
        family: str = "test",
    ) -> Load:
        number = next(self.numbers)
        new = NewLoad(
            file_name=name or f"berkas-{number}.xlsx",
            sha256=sha256 or f"sha-{number}",
            family=family,
            loaded_by="operator",
            loaded_at=at,
        )
        return write_load(self.engine, new, figures)

    def undo(self, load: Load, *, at: datetime = NOON) -> Load:
        return withdraw(self.engine, load.id, by="kepala", at=at)

    def redo(self, load: Load, *, at: datetime = NOON) -> Load:
        return redo(self.engine, load.id, by="wakil", at=at)

    def ask(
        self, question: Callable[..., object], scope: Scope = EVERYWHERE, **choices: object
    ) -> object:
        with self.reader.connect() as connection:
            return question(Reader(connection, scope), **choices)

    def look(self, at: Callable[..., object], **choices: object) -> object:
        with self.reader.connect() as connection:
            return at(connection, **choices)

    def dump(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table."""
        with self.reader.connect() as connection:
            return {table.name: _rows(connection, table) for table in Base.metadata.sorted_tables}

    def current(self) -> list[tuple[object, ...]]:
        """All columns of the current figures."""
        return [row for row in self.dump()["figure"] if row[-1]]


def _rows(connection: Connection, table: object) -> list[tuple[object, ...]]:
    return sorted(tuple(row) for row in connection.execute(select(table)))


@pytest.fixture
def make_store(empty_database: Path) -> Iterator[Callable[[Path], Store]]:
    stores: list[Store] = []

    def make(folder: Path) -> Store:
        path = folder / "cakupan.db"
        shutil.copy(empty_database, path)
        url = f"sqlite:///{path.as_posix()}"
        stores.append(Store(url=url, engine=open_database(url), reader=open_reader(url)))
        return stores[-1]

    yield make
    for store in stores:
        store.engine.dispose()
        store.reader.dispose()


@pytest.fixture(scope="session")
def empty_on_server(postgresql: Server, reference: Reference) -> str:
    """The same on PostgreSQL; nobody may be connected to what is copied."""
    url = postgresql.make()
    open_prepared(url, reference).dispose()
    return url


@pytest.fixture
def server_store(postgresql: Server, empty_on_server: str) -> Iterator[Store]:
    """A database of a test on PostgreSQL."""
    url = postgresql.make(like=empty_on_server)
    store = Store(url=url, engine=open_database(url), reader=open_reader(url))
    yield store
    store.engine.dispose()
    store.reader.dispose()
    postgresql.drop(url)


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A database of a test: a file of SQLite, unless it is asked for on both engines."""
    if getattr(request, "param", "sqlite") == "postgresql":
        return request.getfixturevalue("server_store")
    return request.getfixturevalue("make_store")(tmp_path)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is marked ``both_engines`` is tried on each."""
    if "store" in metafunc.fixturenames and metafunc.definition.get_closest_marker("both_engines"):
        metafunc.parametrize("store", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(scope="session")
def figure() -> Callable[..., Figure]:
    return make_figure
