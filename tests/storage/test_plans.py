"""No question reads through the history: the database looks up what it needs, and says so."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from cakupan.domain.measures import Measure
from cakupan.storage.loading import compare
from cakupan.storage.queries.aftermath import if_restored, if_withdrawn
from cakupan.storage.queries.beside import current_beside
from cakupan.storage.queries.files import files_behind
from cakupan.storage.queries.freshness import freshness
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.periods import participant_periods
from cakupan.storage.queries.published import published_coverage
from cakupan.storage.queries.regions import provinces_with_participants
from cakupan.storage.queries.sources import figure_sources
from cakupan.storage.queries.told import told_figures
from cakupan.storage.queries.workforce import workforce_counts

PUBLISHERS = ["bpjs", "pemda"]
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


@contextmanager
def plans(engine) -> Iterator[list[str]]:
    """What SQLite means to do with each statement, line by line."""
    lines: list[str] = []

    def explain(_connection, cursor, statement, parameters, _context, many) -> None:
        if not many and "figure" in statement and not statement.startswith("INSERT"):
            plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            lines.extend(row[3] for row in plan)

    event.listen(engine, "before_cursor_execute", explain)
    yield lines
    event.remove(engine, "before_cursor_execute", explain)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_a_question_goes_through_the_index_of_current_figures(store, figure, question) -> None:
    store.load(figure(100))
    with plans(store.reader) as lines:
        store.ask(question, **QUESTIONS[question])
    assert any("uq_figure_current_key (series_id=?" in line for line in lines), lines
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
    assert any("uq_figure_current_key (series_id=?" in line for line in lines), lines
    assert_nothing_is_read_through(lines)


def test_foretelling_an_undo_looks_only_at_what_the_load_states(store, figure) -> None:
    load = store.load(figure(100))
    with plans(store.reader) as lines:
        store.ask(if_withdrawn, load_id=load.id)
    # Once for those that could stand in, once for whether a better one could.
    looked_up = [line for line in lines if "ix_figure_other_versions (series_id=?" in line]
    assert len(looked_up) == 2, lines
    assert_nothing_is_read_through(lines)


def test_foretelling_a_redo_looks_only_at_what_the_load_states(store, figure) -> None:
    load = store.undo(store.load(figure(100)))
    with plans(store.reader) as lines:
        store.ask(if_restored, load_id=load.id)
    looked_up = [line for line in lines if "uq_figure_current_key (series_id=?" in line]
    assert len(looked_up) == 3, lines
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
    assert not [line for line in lines if line.startswith("SCAN figure")], lines
