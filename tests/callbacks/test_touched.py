"""What was counted of some measures is known until one of them changes, and never longer."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from weakref import ref

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as quickly
from hypothesis import strategies as st
from sqlalchemy import Engine

import callbacks.figures
from cakupan.domain.counting import USUAL
from cakupan.domain.figures import Figure
from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Unit
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.domain.weights import WeightsDraft
from cakupan.settings import Settings
from cakupan.storage.data_version import advance
from cakupan.storage.deciding import decide
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import redo, withdraw, write_load
from cakupan.storage.queries.loads import history
from cakupan.storage.queries.turned import BEGINNING, turns_since
from cakupan.storage.reading import unscoped
from cakupan.storage.reference import read_reference
from cakupan.storage.weighting import keep_weights
from callbacks import tallies
from callbacks.figures import Figures, Source
from callbacks.mutu_flags import computed_flags
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


def employed(value: int) -> Figure:
    base, maturity = Measure.EMPLOYED, Maturity.FINAL
    return figure("36.03", base, "2025-08", 1_000 * value, publisher="bps", maturity=maturity)


def target(value: int) -> Figure:
    one = figure("36", Measure.TARGET_COVERAGE, "2030", f"0.{value}", unit=Unit.RATIO)
    return replace(one, key=replace(one.key, group="rpjmd", programme="employed"))


MADE = (claims, workers, participants, employed, target)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(MADE), st.integers(1, 9)),
        st.integers(0, 3),
        st.sampled_from(["decide", "save", "regions"]),
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


def happen(engine: Engine, step: str) -> None:
    """A decision, weights under a name, or regions read in anew."""
    if step == "decide":
        verdict = (Verdict.ACCEPTED, Verdict.EXCLUDED, Verdict.REOPENED)[next(_NUMBERS) % 3]
        decide(engine, Decision(FLAG, verdict, "Diperiksa", "Sari", AT))
    elif step == "save":
        keep_weights(engine, WeightsDraft("36", f"Bobot {next(_NUMBERS)}", {}, "", "Sari", AT))
    else:
        with engine.begin() as connection:
            advance(connection)


def told(figures: Figures) -> list[object]:
    panels = [figures.panel(one) for one in ("employed", "eligible")]
    return [
        *(repr({name: grid.tolist() for name, grid in one.columns.items()}) for one in panels),
        repr(figures.segment_course().people.tolist()),
        figures.periods("36"),
        figures.provinces(),
        computed_flags(figures, period=Period("2025-10"), denominator_id="employed"),
        *counted_of(figures),
    ]


def counted_of(figures: Figures) -> list[object]:
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
            happen(engine, step)
        with source.figures() as now, Source(source.engine, source.reference).figures() as anew:
            assert told(now) == told(anew)


def test_a_load_of_other_figures_leaves_it_known(
    engine: Engine, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(engine, claims(7))
    with source.figures() as figures:
        before = counted_of(figures)
        assert "7" in before[0][2]
        monkeypatch.setattr(tallies, "detailed_counts", None)
    load(engine, participants(400))
    load(engine, participants(401))
    with source.figures() as figures:
        assert counted_of(figures) == before
    monkeypatch.undo()
    withdraw(engine, first, by="Budi", at=AT)
    with source.figures() as figures:
        assert counted_of(figures) != before


def test_neither_a_target_nor_a_decision_has_participants_counted_anew(
    engine: Engine, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    with source.figures() as figures:
        counted, panel = figures.participants(USUAL), figures.panel("employed")
    monkeypatch.setattr(callbacks.figures, "participant_counts", None)
    load(engine, target(7))
    keep_weights(engine, WeightsDraft("36", "Juri", {}, "", "Sari", AT))
    with source.figures() as figures:
        assert figures.participants(USUAL) is counted
        assert figures.panel("employed") is panel
    happen(engine, "decide")
    with source.figures() as figures:
        assert figures.participants(USUAL) is counted
        assert figures.panel("employed") is not panel


def test_what_neither_loads_nor_decisions_explain_may_have_changed_anything(
    engine: Engine, source: Source
) -> None:
    with source.figures() as figures:
        counted = figures.participants(USUAL)
    happen(engine, "regions")
    with source.figures() as figures:
        assert figures.participants(USUAL) is not counted
    with source.figures() as figures:
        again = figures.participants(USUAL)
    load(engine, participants(7))
    with source.figures() as figures:
        assert figures.participants(USUAL) is not again


def test_what_was_touched_is_let_go_of_before_anybody_asks(engine: Engine, source: Source) -> None:
    with source.figures() as figures:
        panel = ref(figures.panel("employed").columns["coverage"])
    gc.collect()
    assert panel() is not None
    load(engine, employed(7))
    with source.figures() as figures:
        figures.participants(USUAL)
    gc.collect()
    assert panel() is None


def test_whoever_began_before_a_change_is_told_what_was_before(
    engine: Engine, source: Source
) -> None:
    load(engine, claims(7))
    with source.figures() as early:
        load(engine, claims(8))
        with source.figures() as late:
            assert "8" in counted_of(late)[0][2]
        assert "7" in counted_of(early)[0][2]
    with source.figures() as figures:
        assert "8" in counted_of(figures)[0][2]


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
