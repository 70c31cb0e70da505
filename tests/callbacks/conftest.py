"""The real app over a small real database: eight parts of Banten, and some of Bengkulu."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy.engine import make_url

import app as application
from cakupan.access.passwords import hashed
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.people import EVERYWHERE, Person, Role, Scope
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.settings import Settings
from cakupan.storage.boundaries import OURS, read_boundaries
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import write_load
from cakupan.storage.people import add_person, open_people
from cakupan.storage.reference import read_reference, sync_regions
from cakupan.storage.schema import migrate
from callbacks.figures import Source
from callbacks.regions_reading import Atlas
from callbacks.showing import Showing
from tests.access.conftest import NOON, PASSWORD
from tests.callbacks.posting import Answer, filled, outputs_of, posted

BANTEN = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")
# Participants are 1000 times this in October 2025; the last brings the sum to 2.727.000.
PARTICIPANTS = (130, 140, 900, 400, 386, 91, 130, 550)
ELIGIBLE = (524_400, 600_000, 1_900_000, 800_000, 760_000, 180_000, 320_000, 840_000)
EMPLOYED = (500_000, 600_000, 1_700_000, 750_000, 900_000, 190_000, 290_000, 825_926)
PEOPLE = {
    "Dewi": (Role.ADMIN, EVERYWHERE),
    "Tono": (Role.VIEWER, EVERYWHERE),
    "Tini": (Role.VIEWER, EVERYWHERE),
    "Rini": (Role.VIEWER, Scope.of(["36.03"])),
}
GROWTH = {"2023-10": 90, "2024-10": 96, "2025-09": 99, "2025-10": 100}


def figure(
    region: str,
    measure: Measure,
    period: str,
    value: int | str,
    *,
    segment: Segment = Segment.TOTAL,
    basis: Basis = Basis.NONE,
    publisher: str = "bpjs",
    maturity: Maturity = Maturity.SAMPLE,
    unit: Unit = Unit.PERSON,
    cell: str = "D12",
) -> Figure:
    return Figure(
        key=FigureKey(
            region_code=region,
            measure=measure,
            period=Period(period),
            publisher=publisher,
            segment=segment,
            basis=basis,
        ),
        value=Decimal(value),
        unit=unit,
        rounding_unit=Decimal(1),
        maturity=maturity,
        sheet="Lembar1",
        cell=cell,
        citation="Contoh",
    )


def participants(region: str, thousands: int) -> Iterator[Figure]:
    for period, percent in GROWTH.items():
        for segment, share in ((Segment.PU, 7), (Segment.BPU, 3)):
            yield figure(
                region,
                Measure.PARTICIPANTS_ACTIVE,
                period,
                thousands * percent * share,
                segment=segment,
                basis=Basis.REGISTRATION,
            )


def bases(region: str, eligible: int, employed: int) -> Iterator[Figure]:
    for year in ("2023", "2024", "2025"):
        yield figure(region, Measure.ELIGIBLE_WORKERS, year, eligible)
        yield figure(
            region,
            Measure.EMPLOYED,
            f"{year}-08",
            employed,
            publisher="bps",
            maturity=Maturity.FINAL,
        )


def figures() -> Iterator[Figure]:
    for region, thousands, eligible, employed in zip(
        BANTEN, PARTICIPANTS, ELIGIBLE, EMPLOYED, strict=True
    ):
        yield from participants(region, thousands)
        yield from bases(region, eligible, employed)
    yield from participants("17.71", 100)
    yield from bases("17.71", 200_000, 210_000)
    yield replace(
        figure(
            "36",
            Measure.COVERAGE_PUBLISHED,
            "2025-11-27",
            "0.4603",
            publisher="portalkota",
            maturity=Maturity.FINAL,
            unit=Unit.RATIO,
        ),
        rounding_unit=Decimal("0.0001"),
    )


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    path = tmp_path_factory.mktemp("database") / "cakupan.db"
    chosen = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})
    engine = open_database(chosen.database_url)
    migrate(engine)
    with engine.begin() as connection:
        sync_regions(connection, read_reference(chosen.reference_dir).directory)
    engine.dispose()
    add_load(chosen, "peserta.xlsx", figures(), day=5)
    return chosen


def add_load(
    chosen: Settings, name: str, figures: Iterable[Figure], *, family: str = "long", day: int = 6
) -> None:
    """Load figures into a database, out of a file of this name, on a day of January 2026."""
    engine = open_database(chosen.database_url)
    when, digest = datetime(2026, 1, day, 12, 0, tzinfo=UTC), sha256(name.encode()).hexdigest()
    write_load(engine, NewLoad(name, digest, family, "Sari", when), tuple(figures))
    engine.dispose()


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """A copy of the database that this test may change."""
    path = tmp_path / "cakupan.db"
    shutil.copy(make_url(settings.database_url).database or "", path)
    return Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})


@pytest.fixture
def source_of(empty_database: Path, tmp_path: Path) -> Callable[[Sequence[Figure]], Source]:
    """Where figures of one's own are read, and no others."""
    numbers = count(1)

    def load(figures: Sequence[Figure]) -> Source:
        path = tmp_path / f"own-{next(numbers)}.db"
        shutil.copy(empty_database, path)
        chosen = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})
        add_load(chosen, "a.xlsx", figures)
        return Source(open_reader(chosen.database_url), read_reference(chosen.reference_dir))

    return load


@pytest.fixture(scope="session")
def dashboard(settings: Settings) -> Dash:
    return application.create_app(settings)


@contextmanager
def pages_of(settings: Settings) -> Iterator[Showing]:
    """The pages over the database of these settings, drawn without a browser."""
    reference = read_reference(settings.reference_dir)
    boundaries = read_boundaries(settings.reference_dir / OURS, reference, own=settings.boundaries)
    engine = open_reader(settings.database_url)
    atlas = Atlas.of(lambda: boundaries, reference, prefix="/")
    yield Showing.of(Source(engine, reference), atlas=atlas, faults=())
    engine.dispose()


@pytest.fixture(scope="session")
def showing(settings: Settings) -> Iterator[Showing]:
    """The same pages, drawn without a browser."""
    with pages_of(settings) as pages:
        yield pages


@pytest.fixture
def client(dashboard: Dash) -> FlaskClient:
    return dashboard.server.test_client()


@pytest.fixture
def come_in(own: Settings) -> Callable[[str], FlaskClient]:
    """Logs somebody of ``PEOPLE`` in to an app of this test."""
    people = open_people(own.people_url)
    kept = hashed(PASSWORD)
    for name, (role, scope) in PEOPLE.items():
        add_person(people, Person(name, role, scope), password=kept, at=NOON)
    people.dispose()
    server = application.create_app(own).server

    @cache
    def log_in(name: str) -> FlaskClient:
        client = server.test_client()
        client.post("/masuk", data={"nama": name, "sandi": PASSWORD, "ke": "/"})
        return client

    return log_in


@pytest.fixture
def ask(dashboard: Dash, client: FlaskClient) -> Callable[..., Answer]:
    """Send what a browser would send to the callback that fills ``slot``."""

    def send(slot: str, *, state: Any = None, **inputs: Any) -> Answer:
        output = next(name for name in dashboard.callback_map if slot in outputs_of(name))
        wired = dashboard.callback_map[output]
        given = iter(inputs.values())
        values = [next(given) for _ in wired["inputs"]]
        states = [state for _ in wired["state"]]
        return posted(
            client, output, filled(wired["inputs"], values), filled(wired["state"], states)
        )

    return send


@pytest.fixture
def page(ask: Callable[..., Answer]) -> Callable[..., Answer]:
    """The Ringkasan page for a query."""

    def read(search: str = "", *, compact: bool = False) -> Answer:
        request = {"path": "/", "search": search, "compact": compact, "key": "7"}
        return ask("ringkasan-cards.hidden", data=request)

    return read


@pytest.fixture
def faults(said: Callable[[Any], str]) -> Callable[[Answer], str]:
    """What an open dialogue says is wrong: at its fields, and above its buttons."""

    def collect(answer: Answer) -> str:
        assert not any("opened" in part for part in answer.values())
        at_fields = [str(part["error"]) for part in answer.values() if part.get("error")]
        above = [said(part) for name, part in answer.items() if name.endswith("-dialog-error")]
        return " ".join([*at_fields, *above])

    return collect


@pytest.fixture
def said() -> Callable[[Any], str]:
    """Every text in a piece of an answer, in order."""

    def collect(part: Any) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, list):
            return " ".join(filter(None, map(collect, part)))
        if isinstance(part, dict):
            keys = ("props", "children", "data", "head", "body", "caption", "title", "label")
            return " ".join(filter(None, (collect(part[key]) for key in keys if key in part)))
        return ""

    return collect
