"""What PostgreSQL needs said for the same code to hold on it as on SQLite."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from cakupan.domain.figures import Figure
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.storage.audit import check_chain
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.errors import DatabaseUrlError
from cakupan.storage.people import add_person, is_kept, open_people, people
from cakupan.storage.queries.loads import history
from cakupan.storage.schema import migrate
from cakupan.storage.tables import Base
from tests.postgresql import Server

Make = Callable[..., Figure]
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def bare(postgresql: Server) -> Iterator[str]:
    """A database with nothing in it."""
    url = postgresql.make()
    yield url
    postgresql.drop(url)


def engine_of(url: str) -> Engine:
    engine = open_database(url)
    migrate(engine)
    return engine


@pytest.mark.parametrize(
    "attempt",
    [
        "INSERT INTO region VALUES ('37', 'Baru', 'province', '37')",
        "UPDATE figure SET value = 0",
        "UPDATE data_version SET version = version + 1",
        "DELETE FROM load_event",
        "TRUNCATE figure CASCADE",
        "DROP TABLE figure",
        "ALTER TABLE figure ADD COLUMN extra TEXT",
        "CREATE TABLE extra (id INTEGER)",
    ],
)
def test_a_reader_cannot_write(attempt: str, empty_on_server: str) -> None:
    reader = open_reader(empty_on_server)
    with reader.connect() as connection, pytest.raises(DBAPIError, match="read-only"):
        connection.execute(text(attempt))
    reader.dispose()


def test_alembic_finds_no_difference_between_migrations_and_models(bare: str) -> None:
    engine = engine_of(bare)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert found == []


def test_migrating_twice_and_at_the_same_time_changes_nothing(bare: str) -> None:
    with ThreadPoolExecutor(3) as pool:
        engines = list(pool.map(engine_of, [bare] * 3))
    with engines[0].connect() as connection:
        assert connection.execute(text("SELECT version FROM data_version")).all() == [(0,)]
        assert len(connection.execute(text("SELECT * FROM alembic_version")).all()) == 1
    for engine in engines:
        engine.dispose()


def test_texts_stand_in_the_order_of_their_bytes_whatever_the_language_of_the_server(
    empty_on_server: str,
) -> None:
    asked = text(
        "SELECT DISTINCT collation_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND data_type = 'text'"
    )
    reader = open_reader(empty_on_server)
    with reader.connect() as connection:
        assert connection.execute(asked).scalars().all() == ["C"]
    reader.dispose()


@pytest.mark.parametrize(
    "harm", ["UPDATE audit SET by = 'orang lain'", "DELETE FROM audit", "TRUNCATE audit"]
)
def test_the_log_can_only_grow(server_store: Any, figure: Make, harm: str) -> None:
    server_store.load(figure(100))
    with (
        server_store.engine.begin() as connection,
        pytest.raises(IntegrityError, match="only grow"),
    ):
        connection.execute(text(harm))
    assert server_store.ask(check_chain) is None


def test_a_figure_of_no_region_is_refused_whole_and_as_an_error_of_the_database(
    server_store: Any, figure: Make
) -> None:
    with pytest.raises(IntegrityError, match="fk_figure_region_code"):
        server_store.load(figure(100), figure(1, region="99.99"))
    assert server_store.ask(history) == []


def test_people_stand_apart_from_the_figures(bare: str) -> None:
    beside = f"{bare}&options=-csearch_path%3Dcakupan_people"
    assert not is_kept(beside)
    with ThreadPoolExecutor(3) as pool:
        first, *others = pool.map(open_people, [beside] * 3)
    add_person(first, Person("Sari", Role.VIEWER, EVERYWHERE), password="x", at=NOON)  # noqa: S106  no password of anybody
    assert [person.name for person in people(others[0])] == ["Sari"]
    assert is_kept(beside)
    figures = open_reader(bare)
    assert inspect(figures).get_table_names() == []
    for engine in (first, *others, figures):
        engine.dispose()


def test_an_address_of_another_kind_of_server_is_refused() -> None:
    for url in ("mysql://localhost/x", "postgresql+pg8000://localhost/x"):
        with pytest.raises(DatabaseUrlError):
            open_database(url)
