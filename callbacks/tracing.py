"""From what a card rests on to the figures themselves, each with the cell it was read from."""

from collections.abc import Iterable

from cakupan.domain.shown import Behind
from callbacks.figures import Figures
from layouts.traced import Traced


def trace(figures: Figures, behind: Iterable[Behind]) -> list[Traced]:
    """Everything named, once each."""
    return [
        Traced(one, figures.sources(one.measure, one.region_prefix, one.period_text))
        for one in dict.fromkeys(behind)
    ]
