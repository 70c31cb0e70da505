"""Loading enters whole or not at all, and is taken back without a trace in what is current."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from cakupan.domain.records import replace
from cakupan.domain.reference import Reference
from cakupan.storage.loading import withdraw
from cakupan.storage.queries.loads import history
from cakupan.storage.reading import unscoped
from cakupan.storage.tables import Base, FigureRow, OriginRow
from etl.dry_run import Status
from etl.families import Families
from etl.load import Outcome, load_files, load_ready

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
TABLE = [*SAID, ["Kode", "2025"], ["36.01", 1], ["36.02", 2]]
Write = Callable[..., Path]
Load = Callable[..., list[Outcome]]


@pytest.fixture
def load(engine: Engine, reference: Reference, families: Families) -> Load:
    return lambda *paths: load_files(engine, reference, families, paths, by="Uji", at=NOON)


def rows_of(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


def current(engine: Engine) -> list[tuple[object, ...]]:
    columns = (FigureRow.region_code, FigureRow.value)
    with engine.connect() as connection:
        return sorted(
            tuple(row) for row in connection.execute(select(*columns).where(FigureRow.is_current))
        )


def test_a_load_keeps_file_person_time_and_cell(
    write_book: Write, load: Load, engine: Engine
) -> None:
    (outcome,) = load(write_book("peserta.xlsx", {"Peserta": TABLE}))
    with engine.connect() as connection:
        (kept,) = history(unscoped(connection))
        columns = select(OriginRow.sheet, FigureRow.cell).join_from(FigureRow, OriginRow)
        place = connection.execute(columns.order_by(FigureRow.region_code)).first()
    assert kept == outcome.load
    assert (kept.file_name, kept.loaded_by, kept.loaded_at) == ("peserta.xlsx", "Uji", NOON)
    assert (kept.family, kept.counts.new) == ("umum", 2)
    assert place == ("Peserta", "B4")


def test_a_good_file_enters_beside_a_refused_one(
    write_book: Write, load: Load, tmp_path: Path
) -> None:
    good = write_book("baik.xlsx", {"S": TABLE})
    bad = write_book("buruk.xlsx", {"S": [*TABLE, ["36.99", 3]]})
    outcomes = load(bad, good, tmp_path / "tiada.xlsx", good)
    assert [outcome.run.status for outcome in outcomes] == [
        Status.REFUSED,
        Status.READY,
        Status.REFUSED,
        Status.UNCHANGED,
    ]
    assert [outcome.load is not None for outcome in outcomes] == [False, True, False, False]


@pytest.mark.parametrize("cell", ["x", "1.234", -1, 0.5, "46,03%"])
def test_a_file_with_one_bad_cell_leaves_the_database_as_it_was(
    write_book: Write, load: Load, engine: Engine, cell: object
) -> None:
    load(write_book("a.xlsx", {"S": TABLE}))
    before = rows_of(engine)
    (outcome,) = load(write_book("b.xlsx", {"S": [*TABLE, ["36.03", cell]]}))
    assert outcome.load is None
    assert outcome.run.findings
    assert rows_of(engine) == before


def test_bytes_that_came_in_meanwhile_are_not_written_twice(
    write_book: Write, load: Load, engine: Engine
) -> None:
    (outcome,) = load(write_book("a.xlsx", {"S": TABLE}))
    stale = replace(outcome.run, status=Status.READY)
    before = rows_of(engine)
    assert load_ready(engine, stale, by="Uji", at=NOON) is None
    after = rows_of(engine)
    (refusal,) = after.pop("audit")[len(before.pop("audit")) :]
    assert refusal[1] == "load_refused"
    assert after.pop("audit_head") != before.pop("audit_head")
    assert after == before


def test_undo_brings_back_what_was_current(write_book: Write, load: Load, engine: Engine) -> None:
    load(write_book("a.xlsx", {"S": TABLE}))
    before = current(engine)
    (outcome,) = load(write_book("b.xlsx", {"S": [*TABLE[:-1], ["36.02", 5], ["36.03", 6]]}))
    assert outcome.load is not None
    assert current(engine) != before
    withdraw(engine, outcome.load.id, by="Uji", at=NOON)
    assert current(engine) == before
