"""One grade for a figure, by stated rules: the weightiest mark decides and is named."""

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.grades import WEIGHTS, Grade, Graded, grade
from cakupan.analytics.panel import Panel
from cakupan.analytics.quality import Known, Mark, quality_marks
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
Ask = Callable[..., set[Mark]]
MARKS = st.sets(st.sampled_from(list(Mark)))
SEPTEMBER, OCTOBER = Period("2025-09"), Period("2025-10")


@pytest.fixture(scope="session")
def marks(directory: RegionDirectory, participants: Build, workforce: Build) -> Ask:
    people = [("17.01", "2025-09", "total", 40), ("17.02", "2025-10", "total", 50)]
    workers = [("17.01", "2025-08", 100), ("17.02", "2024-08", 100)]
    panel = Panel.of(directory, participants=participants(people), workforce=workforce(workers))

    def ask(code: str, period: Period, known: Known | None = None) -> set[Mark]:
        now, before = (
            panel.in_month([code], when) for when in (period, period.same_month_last_year())
        )
        found = quality_marks(now, before, panel, period=period, known=known)
        return {mark for mark in Mark if found[mark].iloc[0]}

    return ask


def test_every_mark_has_a_weight_and_none_allows_the_best_grade() -> None:
    assert set(WEIGHTS) == set(Mark)
    assert Grade.A not in WEIGHTS.values()


@given(MARKS)
def test_the_weightiest_mark_decides_and_is_among_those_named(found: set[Mark]) -> None:
    graded = Graded.of(found)
    assert set(graded.marks) == found
    assert graded.grade == max([WEIGHTS[mark] for mark in found], default=Grade.A)
    assert all(WEIGHTS[mark] is graded.grade for mark in graded.deciding)
    assert bool(graded.deciding) is bool(found)


@given(MARKS, st.sampled_from(list(Mark)))
def test_one_more_mark_never_makes_a_figure_better(found: set[Mark], more: Mark) -> None:
    assert grade(found | {more}) >= grade(found)


@given(MARKS)
def test_the_reasons_are_told_the_gravest_first(found: set[Mark]) -> None:
    weights = [WEIGHTS[mark] for mark in Graded.of(found).marks]
    assert weights == sorted(weights, reverse=True)


def test_a_base_of_another_year_is_a_note_and_one_of_the_same_year_is_none(marks: Ask) -> None:
    assert marks("17.02", OCTOBER) == {Mark.OTHER_YEAR}
    assert Mark.OTHER_YEAR not in marks("17.01", SEPTEMBER)


def test_who_stops_while_others_go_on_is_late(marks: Ask) -> None:
    assert marks("17.01", SEPTEMBER) == {Mark.LATE}


def test_a_whole_without_all_parts_is_no_figure_though_parts_have_some(marks: Ask) -> None:
    assert marks("17", OCTOBER) == {Mark.PARTS}
    assert marks("36", OCTOBER) == {Mark.NO_DATA}


@pytest.mark.parametrize(
    ("known", "mark"),
    [
        (Known(excluded=frozenset({"17.02"})), Mark.EXCLUDED),
        (Known(open_red=frozenset({"17.02"})), Mark.OPEN_RED),
        (Known(provisional=frozenset({"17.02"})), Mark.PROVISIONAL),
    ],
)
def test_what_persons_and_publishers_said_marks_their_region_alone(
    marks: Ask, known: Known, mark: Mark
) -> None:
    assert mark in marks("17.02", OCTOBER, known)
    assert mark not in marks("17.01", SEPTEMBER, known)
