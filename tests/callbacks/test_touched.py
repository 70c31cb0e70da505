"""What was counted of some measures is known until one of them changes, and never longer."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as quickly
from hypothesis import strategies as st
from sqlalchemy import Engine

from cakupan.analytics.tally import Tally
from cakupan.domain.figures import Figure
from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Measure, Unit
from cakupan.domain.records import replace
from cakupan.settings import Settings
from cakupan.storage.deciding import decide
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import redo, withdraw, write_load
from cakupan.storage.queries.loads import history
from cakupan.storage.queries.turned import BEGINNING, turns_since
from cakupan.storage.reading import unscoped
from cakupan.storage.reference import read_reference
from callbacks import tallies
from callbacks.figures import Figures, Source
from tests.callbacks.conftest import figure

AT = datetime(2026, 1, 9, tzinfo=UTC)
FLAG = FlagKey("coverage-above-one", "36", "", "employed")
Write = Callable[[Figure], int]
_NUMBERS = count(1)


def claims(value: int) -> Figure:
    one = figure("36.03", Measure.CLAIMS, "2025-10", value, unit=Unit.CASE)
    return replace(one, key=replace(one.key, programme="JKK"))


def workers(value: int) -> Figure:
    one = figure("36.03", Measure.VULNERABLE_WORKERS, "2025-12", value)
    return replace(one, key=replace(one.key, group="nelayan"))


def participants(value: int) -> Figure:
    measure = Measure.PARTICIPANTS_ACTIVE
    return figure("36.03", measure, "2025-11", value, basis=Basis.REGISTRATION)


MADE = (claims, workers, participants)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(MADE), st.integers(1, 9)),
        st.integers(0, 3),
        st.just("decide"),
    ),
    max_size=6,
)


@pytest.fixture
def engine(own: Settings) -> Iterator[Engine]:
    opened = open_database(own.database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def source(own: Settings) -> Iterator[Source]:
    opened = open_reader(own.database_url)
    yield Source(opened, read_reference(own.reference_dir))
    opened.dispose()


def load(engine: Engine, *figures: Figure) -> int:
    new = NewLoad("baru.xlsx", f"{next(_NUMBERS):064}", "long", "Sari", AT)
    return write_load(engine, new, list(figures)).id


def turn(engine: Engine, source: Source, back: int) -> None:
    """Withdraw the load that came in so many loads before the newest, or let it count again."""
    with source.engine.connect() as connection:
        found = sorted(history(unscoped(connection)), key=lambda one: -one.id)
    one = found[min(back, len(found) - 1)]
    (redo if one.withdrawn_at else withdraw)(engine, one.id, by="Budi", at=AT)


def told(figures: Figures) -> list[object]:
    return [
        (tally.kinds, tally.periods, repr(tally.over("36.03", tally.periods[-1:])))
        for counted in (tallies.claims, tallies.vulnerable)
        for tally in counted(figures)
    ]


@quickly(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_whatever_happened_what_is_known_is_what_would_be_counted_now(
    engine: Engine, source: Source, steps: list[object]
) -> None:
    load(engine, claims(1), workers(1))
    for step in (None, *steps):
        if isinstance(step, tuple):
            made, value = step
            load(engine, made(value))
        elif isinstance(step, int):
            turn(engine, source, step)
        elif step:
            decide(engine, Decision(FLAG, Verdict.ACCEPTED, "Diperiksa", "Sari", AT))
        with source.figures() as now, Source(source.engine, source.reference).figures() as anew:
            assert told(now) == told(anew)


def test_a_load_of_other_figures_leaves_it_known(
    engine: Engine, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(engine, claims(7))
    with source.figures() as figures:
        before = told(figures)
        assert "7" in before[0][2]
        monkeypatch.setattr(tallies, "detailed_counts", None)
    load(engine, participants(400))
    load(engine, participants(401))
    with source.figures() as figures:
        assert told(figures) == before
    monkeypatch.undo()
    withdraw(engine, first, by="Budi", at=AT)
    with source.figures() as figures:
        assert told(figures) != before


def test_a_decision_may_change_anything(
    engine: Engine, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(engine, claims(7))
    counted = []

    def count_up(*args: object, **more: object) -> tuple[Tally, Tally]:
        counted.append(args)
        return real(*args, **more)  # type: ignore[arg-type]

    real = tallies._count_up
    monkeypatch.setattr(tallies, "_count_up", count_up)
    for _ in range(2):
        with source.figures() as figures:
            tallies.claims(figures)
    assert len(counted) == 1
    decide(engine, Decision(FLAG, Verdict.ACCEPTED, "Diperiksa", "Sari", AT))
    with source.figures() as figures:
        tallies.claims(figures)
    assert len(counted) == 2


def test_whoever_began_before_a_change_is_told_what_was_before(
    engine: Engine, source: Source
) -> None:
    load(engine, claims(7))
    with source.figures() as early:
        load(engine, claims(8))
        with source.figures() as late:
            assert "8" in told(late)[0][2]
        assert "7" in told(early)[0][2]
    with source.figures() as figures:
        assert "8" in told(figures)[0][2]


def test_of_another_history_nothing_is_known(engine: Engine, source: Source) -> None:
    load(engine, claims(7))
    with source.engine.connect() as connection:
        reader = unscoped(connection)
        turns = turns_since(reader, BEGINNING)
        assert turns is not None
        assert turns_since(reader, turns[-2]) == turns[-1:]
        assert turns_since(reader, turns[-1]) == []
        assert turns_since(reader, replace(turns[-1], at=datetime(2020, 1, 1, tzinfo=UTC))) is None
        assert turns_since(reader, replace(turns[-1], id=turns[-1].id + 1)) is None
