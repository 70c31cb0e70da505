"""Which targets are worth a line: a distant one would flatten everything else."""

from collections.abc import Sequence

from cakupan.domain.plans import PlanMark

_HEADROOM = 1.25


def drawn_marks(marks: Sequence[PlanMark], highest: float) -> list[PlanMark]:
    """Those near the highest value, lowest first; always the nearest that nothing has reached."""
    ordered = sorted(marks, key=lambda mark: mark.value)
    above = next((mark.value for mark in ordered if mark.value > highest), 0.0)
    return [mark for mark in ordered if mark.value <= max(_HEADROOM * highest, above)]
