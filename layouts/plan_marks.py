"""Targets as lines across a figure that is drawn elsewhere."""

from collections.abc import Iterable

from cakupan.charts.target_marks import TargetMark, round_percent
from cakupan.domain.language import Language
from cakupan.domain.plans import PlanMark


def plan_marks(marks: Iterable[TargetMark], language: Language) -> tuple[PlanMark, ...]:
    """Each target by its ratio, named as "65% RPJMD 2030"."""
    return tuple(
        PlanMark(mark.ratio, f"{round_percent(mark.ratio, language)} {mark.name}") for mark in marks
    )
