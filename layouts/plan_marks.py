"""The targets of a view as lines across a figure that is drawn elsewhere."""

from cakupan.charts.target_marks import round_percent
from cakupan.domain.plans import PlanMark
from layouts.view import View


def plan_marks(view: View) -> tuple[PlanMark, ...]:
    """Each target by its ratio, named as "65% RPJMD 2030"."""
    return tuple(
        PlanMark(mark.ratio, f"{round_percent(mark.ratio, view.language)} {mark.name}")
        for mark in view.marks
    )
