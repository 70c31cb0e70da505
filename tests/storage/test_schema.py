"""Migrations make exactly the tables that the models declare, once, and refuse the future."""

import shutil

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from cakupan.storage import schema
from cakupan.storage.engine import open_database
from cakupan.storage.errors import NewerDatabaseError
from cakupan.storage.schema import migrate, revision_at
from cakupan.storage.sqlite_ground import is_dangling, pages_are_whole
from cakupan.storage.tables import Base


@pytest.fixture
def engine(tmp_path):
    engine = open_database(f"sqlite:///{(tmp_path / 'baru.db').as_posix()}")
    yield engine
    engine.dispose()


OF_SQLITE = "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND name <> 'alembic_version'"
OF_POSTGRESQL = """
SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
UNION ALL
SELECT indexname, indexdef FROM pg_indexes
WHERE schemaname = 'public' AND tablename <> 'alembic_version'
"""


def definitions(engine) -> dict[str, list[str]]:
    """What is kept of each table, rule and index, line by line; the order of checks is free."""
    with engine.connect() as connection:
        asked = OF_SQLITE if connection.dialect.name == "sqlite" else OF_POSTGRESQL
        found = connection.execute(text(asked)).all()
    return {name: sorted(line.strip(" \t,") for line in told.splitlines()) for name, told in found}


def dump(engine) -> dict[str, list[str]]:
    """All rows of all tables; a table without a row is one, too."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {name: sorted(map(repr, connection.execute(text(rows(name))))) for name in tables}


def rows(table: str) -> str:
    return f'SELECT * FROM "{table}"'  # noqa: S608  a name of our schema


def assert_whole(engine) -> None:
    """What the engine says of its own pages and references; PostgreSQL keeps to its own always."""
    with engine.connect() as connection:
        assert pages_are_whole(connection, "integrity_check")
        assert not is_dangling(connection)


def test_alembic_finds_no_difference_between_migrations_and_models(engine) -> None:
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_and_models_agree_on_constraints_and_partial_indexes(engine, tmp_path) -> None:
    migrate(engine)
    declared = open_database(f"sqlite:///{(tmp_path / 'model.db').as_posix()}")
    Base.metadata.create_all(declared)
    assert definitions(engine) == definitions(declared)
    assert len(definitions(engine)) >= len(Base.metadata.tables)
    declared.dispose()


def test_migrating_twice_changes_nothing(engine) -> None:
    migrate(engine)
    before = dump(engine)
    migrate(engine)
    assert dump(engine) == before


def test_the_names_of_the_steps_tell_their_order_as_alembic_finds_it(engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    found = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert schema._steps() == found[::-1]


def test_a_database_tells_its_last_step_as_alembic_reads_it(engine) -> None:
    with engine.connect() as connection:
        assert revision_at(connection) == ""
    migrate(engine)
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        assert revision_at(connection) == found == schema._steps()[-1]


def test_a_database_of_a_newer_program_is_refused_and_left_alone(engine) -> None:
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = dump(engine)
    with pytest.raises(NewerDatabaseError) as caught:
        migrate(engine)
    assert caught.value.details == {"revision": "9999"}
    assert dump(engine) == before


def test_a_migration_that_fails_leaves_an_empty_database(engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE data_version (taken INTEGER)"))
    before = dump(engine)
    with pytest.raises(Exception, match="already exists"):
        migrate(engine)
    assert dump(engine) == before


def test_the_program_may_lie_in_a_folder_with_a_percent_sign(engine, tmp_path, monkeypatch) -> None:
    moved = tmp_path / "100% cakupan"
    shutil.copytree(schema.MIGRATIONS, moved, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(schema, "MIGRATIONS", moved)
    migrate(engine)
    assert dump(engine)["figure"] == []


OLD_FIGURE = """
INSERT INTO region VALUES ('36', 'Banten', 'province', '36');
INSERT INTO load VALUES (
    1, 'a.xlsx', 'sha', 'umum', 'op', '2025-11-01', 1, 1, 0, 0, 'current', NULL, NULL
);
INSERT INTO series VALUES (1, 'employed', '', 'bps', 'total', '', '');
INSERT INTO origin VALUES (1, 'Data', 'person', '1', 'BPS', '');
INSERT INTO figure VALUES (1, 1, '36', '2025-08', 5755926, 0, 'final', 1, 1, 'D2', TRUE)
"""
ADD_ORIGIN = "INSERT INTO origin VALUES (2, 'Data', :unit, '1', '', '')"
ADD_FIGURE = "INSERT INTO figure VALUES (2, 1, '36', '2025', 1, 0, :maturity, 1, 1, 'D3', TRUE)"


@pytest.fixture
def old_database(engine):
    """The tables of the first revision with one figure."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in OLD_FIGURE.split(";"):
            connection.execute(text(statement))
    return engine


def test_the_figures_of_an_older_program_stay_as_they_are(old_database) -> None:
    def figures() -> dict[str, list[str]]:
        others = ("alembic_version", "audit_head")
        return {
            name: held for name, held in dump(old_database).items() if held and name not in others
        }

    before = figures()
    # A series has two parts more since then, which are empty in all of them.
    before["series"] = [
        row.replace("'total', '', '')", "'total', '', '', '', '')") for row in before["series"]
    ]
    migrate(old_database)
    assert figures() == before
    assert_whole(old_database)


@pytest.mark.parametrize(
    ("statement", "word", "wrong"),
    [
        (ADD_ORIGIN, {"unit": "idr"}, {"unit": "usd"}),
        (ADD_FIGURE, {"maturity": "retired"}, {"maturity": "doubtful"}),
    ],
)
def test_an_older_database_takes_the_new_words_at_once_and_no_others(
    old_database, statement, word, wrong
) -> None:
    with old_database.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(text(statement), word)
    migrate(old_database)
    with old_database.begin() as connection:
        connection.execute(text(statement), word)
    with old_database.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(text(statement.replace("(2,", "(3,").replace("2025", "2024")), wrong)


def test_an_older_database_tells_series_apart_by_criterion_and_stage(old_database) -> None:
    migrate(old_database)
    score = (
        "INSERT INTO series VALUES (:id, 'award_score', '', 'Juri 1', 'total', '', '', 'x', :stage)"
    )
    with old_database.begin() as connection:
        connection.execute(text(score), {"id": 2, "stage": "interview"})
        connection.execute(text(score), {"id": 3, "stage": "documents"})
    assert_whole(old_database)
    with old_database.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(text(score), {"id": 4, "stage": "interview"})
