"""No question reads through the history: the database looks up what it needs, and says so."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from cakupan.domain.corrections import FAMILY
from cakupan.domain.juries import Nominee
from cakupan.domain.ledger import LedgerKey
from cakupan.domain.measures import Measure
from cakupan.domain.people import Scope
from cakupan.storage.loading import compare
from cakupan.storage.queries.aftermath import if_restored, if_withdrawn
from cakupan.storage.queries.beside import current_beside
from cakupan.storage.queries.corrections import corrections
from cakupan.storage.queries.files import files_behind
from cakupan.storage.queries.freshness import freshness
from cakupan.storage.queries.jury_facts import facts_before
from cakupan.storage.queries.ledger import lines_before
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.periods import participant_periods
from cakupan.storage.queries.provisional import provisional_figures
from cakupan.storage.queries.published import published_coverage
from cakupan.storage.queries.regions import provinces_with_participants
from cakupan.storage.queries.sources import figure_sources
from cakupan.storage.queries.targets import targets_before
from cakupan.storage.queries.told import told_figures
from cakupan.storage.queries.workforce import workforce_counts
from cakupan.storage.tables import LoadEventRow

PUBLISHERS = ["bpjs", "pemda"]
pytestmark = pytest.mark.both_engines
QUESTIONS = {
    participant_counts: {"region_prefix": "36", "publishers": PUBLISHERS},
    participant_periods: {"region_prefix": "36", "publishers": PUBLISHERS},
    workforce_counts: {
        "measure": Measure.EMPLOYED,
        "region_prefix": "36",
        "publishers": PUBLISHERS,
    },
    figure_sources: {
        "measure": Measure.PARTICIPANTS_ACTIVE,
        "region_prefix": "36",
        "period_text": "2025-10",
        "publishers": PUBLISHERS,
    },
    files_behind: {
        "measure": Measure.PARTICIPANTS_ACTIVE,
        "period_texts": ["2025-10"],
        "publishers": PUBLISHERS,
    },
    published_coverage: {"region_code": "36"},
    told_figures: {
        "region_prefix": "36",
        "publishers": PUBLISHERS,
        "measures": [Measure.COVERAGE_PUBLISHED, Measure.PARTICIPANTS_ACTIVE],
    },
    freshness: {"region_prefix": "36"},
    provinces_with_participants: {"publishers": PUBLISHERS},
}


NOBODY = Nominee(2025, "kabkota", "36.03")
BEFORE = {
    targets_before: ("36", {}),
    lines_before: (LedgerKey("36.03", "2025-08", "nelayan", "csr"), {"publishers": PUBLISHERS}),
    facts_before: (NOBODY, {}),
}
"""Of what a load is asked for what counted before it: a thing of that kind, and the rest."""


@contextmanager
def plans(engine) -> Iterator[list[str]]:
    """What the engine means to do with each statement, line by line."""
    lines: list[str] = []
    told = of_sqlite if engine.dialect.name == "sqlite" else of_postgresql

    def explain(_connection, cursor, statement, parameters, _context, many) -> None:
        if not many and "figure" in statement and not statement.startswith("INSERT"):
            lines.extend(told(cursor.connection, statement, parameters))

    event.listen(engine, "before_cursor_execute", explain)
    yield lines
    event.remove(engine, "before_cursor_execute", explain)


@contextmanager
def questions(engine) -> Iterator[list[str]]:
    """The statements that are asked."""
    asked: list[str] = []

    def keep(_connection, _cursor, statement, *_more) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", keep)
    yield asked
    event.remove(engine, "before_cursor_execute", keep)


def of_sqlite(connection, statement, parameters) -> list[str]:
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]


def of_postgresql(connection, statement, parameters) -> list[str]:
    """One row is best read through, so that is made dear: it is done only where it must be."""
    connection.execute("SET LOCAL enable_seqscan = off")
    plan = connection.execute(f"EXPLAIN {statement}", parameters).fetchall()
    connection.execute("SET LOCAL enable_seqscan = on")
    return [line.strip(" ->") for (line,) in plan]


def looked_up(lines: list[str], index: str) -> list[str]:
    """Where figures are found by a key; PostgreSQL may begin with another part than series."""
    said = (f"{index} (series_id=?", f"Index Scan using {index} on figure")
    return [line for line in lines if any(one in line for one in said)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_a_question_goes_through_the_index_of_current_figures(store, figure, question) -> None:
    store.load(figure(100))
    with plans(store.reader) as lines:
        store.ask(question, **QUESTIONS[question])
    assert looked_up(lines, "uq_figure_current_key"), lines
    assert_nothing_is_read_through(lines)


@pytest.mark.parametrize("question", BEFORE, ids=lambda question: question.__name__)
def test_what_counted_before_many_loads_is_looked_up_once(store, figure, question) -> None:
    thing, rest = BEFORE[question]
    loads = [store.load(figure(number)) for number in range(3)]
    asked = []
    for some in (loads[:1], loads):
        with plans(store.reader) as lines:
            store.ask(question, about={load.id: thing for load in some}, **rest)
        asked.append(lines)
    one, three = asked
    assert looked_up(three, "uq_figure_current_key"), three
    assert looked_up(three, "ix_figure_other_versions"), three
    assert three == one
    assert_nothing_is_read_through(three)


def test_what_files_say_of_many_corrections_is_looked_up_once(store, figure) -> None:
    store.load(figure(100))
    for number in range(3):
        store.load(figure(number), family=FAMILY)
        with plans(store.reader) as lines:
            store.ask(corrections, most=10)
        assert_nothing_is_read_through(lines)
    with questions(store.reader) as many:
        store.ask(corrections, most=10)
    with questions(store.reader) as one:
        store.ask(corrections, most=1)
    assert len(many) == len(one)


@pytest.mark.parametrize("question", [*BEFORE, corrections], ids=lambda question: question.__name__)
def test_what_befell_loads_is_asked_of_those_in_question_alone(store, figure, question) -> None:
    thing, rest = BEFORE.get(question, (None, {"most": 10}))
    elsewhere = figure(1, region="61.03", period="2024-01")
    loads = [store.load(figure(number), elsewhere, family=FAMILY) for number in range(2)]
    about = {"about": {load.id: thing for load in loads}} if thing else {}
    with questions(store.reader) as asked:
        store.ask(question, Scope.parse("36"), **about, **rest)
    events = [statement for statement in asked if LoadEventRow.__tablename__ in statement]
    assert events
    assert [one for one in events if "load_event.load_id IN" not in one] == []


def test_provisional_and_disputed_figures_are_found_without_the_final_ones(store, figure) -> None:
    store.load(figure(100))
    measures = [Measure.PARTICIPANTS_ACTIVE]
    for question, asked in (
        (provisional_figures, {"measures": measures, "publishers": PUBLISHERS}),
        (told_figures, QUESTIONS[told_figures]),
    ):
        with plans(store.reader) as lines:
            store.ask(question, **asked)
        assert any("ix_figure_not_final" in line for line in lines), lines
        assert_nothing_is_read_through(lines)


def test_a_dry_run_looks_up_current_figures(store, figure) -> None:
    store.load(figure(100))
    with plans(store.reader) as lines:
        store.look(compare, figures=[figure(100), figure(1, region="36.71")])
    assert any("uq_figure_current_key" in line for line in lines)
    assert_nothing_is_read_through(lines)


def test_what_stands_beside_a_file_is_looked_up_among_current_figures(store, figure) -> None:
    store.load(figure(100))
    with plans(store.reader) as lines:
        store.ask(current_beside, figures=[figure(100)], related=[Measure.EMPLOYED])
    assert looked_up(lines, "uq_figure_current_key"), lines
    assert_nothing_is_read_through(lines)


def test_foretelling_an_undo_looks_only_at_what_the_load_states(store, figure) -> None:
    load = store.load(figure(100))
    with plans(store.reader) as lines:
        store.ask(if_withdrawn, load_id=load.id)
    assert looked_up(lines, "ix_figure_other_versions"), lines
    assert_nothing_is_read_through(lines)


def test_foretelling_a_redo_looks_only_at_what_the_load_states(store, figure) -> None:
    load = store.undo(store.load(figure(100)))
    with plans(store.reader) as lines:
        store.ask(if_restored, load_id=load.id)
    assert len(looked_up(lines, "uq_figure_current_key")) == 1, lines
    assert_nothing_is_read_through(lines)


def test_undo_and_redo_touch_only_what_the_load_states(store, figure) -> None:
    load = store.load(figure(100))
    with plans(store.engine) as lines:
        store.undo(load)
        store.redo(load)
    assert any("ix_figure_load_id" in line for line in lines)
    assert any("ix_figure_other_versions" in line for line in lines)
    assert_nothing_is_read_through(lines)


def assert_nothing_is_read_through(lines: list[str]) -> None:
    through = ("SCAN figure", "Seq Scan on figure")
    assert not [line for line in lines if line.startswith(through)], lines
