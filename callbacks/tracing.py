"""From what a card rests on to the figures themselves, each with the cell it was read from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cakupan.domain.measures import STATED_IN_PARTS, TOLD_BY_ANYONE, Measure
from cakupan.domain.shown import Behind
from cakupan.storage.queries.sources import (
    FigureSource,
    SourceTally,
    figure_sources,
    source_tally,
)
from callbacks.figures import Figures, Source
from layouts.traced import Glanced, Traced

# A nation's figures of a month take two megabytes with their cells, a count of them nothing.
_FEW, _MANY = 8, 4096


def trace(figures: Figures, behind: Iterable[Behind]) -> list[Traced]:
    """Everything named, once each."""
    return [Traced(one, sources(figures, one)) for one in dict.fromkeys(behind)]


def trace_all(source: Source, behind: Iterable[Behind]) -> list[Traced]:
    """Everything named, each from the release it stands in or from the running figures."""
    return [one for figures, named in _by_release(source, behind) for one in trace(figures, named)]


def glance_all(source: Source, behind: Iterable[Behind], *, most: int) -> list[Glanced]:
    """The same counted, with the first figures of each measure, ``most`` of them."""
    left = Counter({one.measure: most for one in behind})
    return [
        _glanced(figures, alike, left)
        for figures, named in _by_release(source, behind)
        for alike in _alike(named)
    ]


def sources(figures: Figures, behind: Behind, most: int | None = None) -> Sequence[FigureSource]:
    """The figures of a measure in one period with their cells, or the first, ``most`` of them."""
    period, asked = behind.period_text, _asked(figures, behind)
    return figures.recent(
        "sources",
        [behind, most],
        lambda: figure_sources(figures.reader, period_text=period, most=most, **asked),
        most=_FEW,
    )


def _alike(behind: Iterable[Behind]) -> Iterable[Sequence[Behind]]:
    """What differs in nothing but the period, together."""
    found: dict[tuple[Measure, str], list[Behind]] = {}
    for one in behind:
        found.setdefault((one.measure, one.region_prefix), []).append(one)
    return found.values()


def _glanced(figures: Figures, behind: Sequence[Behind], left: Counter[Measure]) -> Glanced:
    tally = _tally(figures, behind)
    few = []
    for one in behind:
        wanted = min(left[one.measure], tally.count)
        first = sources(figures, one, most=wanted) if wanted else ()
        few.append(Traced(one, first))
        left[one.measure] -= len(first)
    return Glanced(behind[0].measure, few, tally.count, tally.files, tally.citations)


def _tally(figures: Figures, behind: Sequence[Behind]) -> SourceTally:
    periods = [one.period_text for one in behind]
    return figures.recent(
        "tally",
        behind,
        lambda: source_tally(figures.reader, period_texts=periods, **_asked(figures, behind[0])),
        most=_MANY,
    )


def _asked(figures: Figures, behind: Behind) -> Mapping[str, Any]:
    """Which figures are meant, as the frames choose them, in whichever period."""
    return {
        "measure": behind.measure,
        "region_prefix": behind.region_prefix,
        "publishers": None if behind.measure in TOLD_BY_ANYONE else figures.publishers,
        "detailed": behind.measure in STATED_IN_PARTS,
    }


def _by_release(
    source: Source, behind: Iterable[Behind]
) -> Iterator[tuple[Figures, Sequence[Behind]]]:
    """What is named, once each, with the figures it stands in."""
    by_release: dict[str, list[Behind]] = {}
    for one in dict.fromkeys(behind):
        by_release.setdefault(one.release, []).append(one)
    for release, named in by_release.items():
        with source.figures(release) as figures:
            yield figures, named
