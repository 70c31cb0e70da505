"""From what a card rests on to the figures themselves, each with the cell it was read from."""

from collections.abc import Iterable

from cakupan.domain.shown import Behind
from callbacks.figures import Figures, Source
from layouts.traced import Traced


def trace(figures: Figures, behind: Iterable[Behind]) -> list[Traced]:
    """Everything named, once each."""
    return [
        Traced(one, figures.sources(one.measure, one.region_prefix, one.period_text))
        for one in dict.fromkeys(behind)
    ]


def trace_all(source: Source, behind: Iterable[Behind]) -> list[Traced]:
    """Everything named, each from the release it stands in or from the running figures."""
    by_release: dict[str, list[Behind]] = {}
    for one in behind:
        by_release.setdefault(one.release, []).append(one)
    found: list[Traced] = []
    for release, named in by_release.items():
        with source.figures(release) as figures:
            found += trace(figures, named)
    return found
