"""The sample's participants: every kabupaten/kota, segment and month of a province.

Exact at the knots, where the anchors stand; between them a straight line with a mild season and
a small ripple, both zero at the knots. Integers only, so every machine makes the same numbers.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from zlib import crc32

from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from etl.samples.apportion import apportion, between, fill_up
from etl.samples.eligible import YEARS, Base
from etl.samples.facts import Facts, RegionChoice

SEGMENTS = (Segment.PU, Segment.BPU, Segment.JAKON, Segment.PMI)
Cells = dict[tuple[str, Segment], int]

# Permille of the trend, January to December. Contracts and projects end with the year, seasonal
# self-employed lapse in the first quarter. Zero in October and December, where the knots are.
_SEASON = {
    Segment.PU: (-6, -7, -5, -4, -3, -3, -2, -1, -1, 0, 1, 0),
    Segment.BPU: (-9, -12, -8, -6, -5, -6, -3, 0, 1, 0, 2, 0),
    Segment.JAKON: (-90, -110, -85, -60, -45, -35, -20, -8, -3, 0, 12, 0),
    Segment.PMI: (2, 4, -6, -8, -4, 0, 3, 2, 1, 0, -1, 0),
}
_RIPPLE_PERMILLE = 2
_LAST_MONTH = Period.of_month(2025, 10)


def months() -> tuple[Period, ...]:
    """January 2021 to October 2025, in order."""
    every = (Period.of_month(year, month) for year in YEARS for month in range(1, 13))
    return tuple(month for month in every if month <= _LAST_MONTH)


class ParticipantPaths(Record, frozen=True):
    """One province's sample: ``codes`` are its parts, ``base`` their eligible workers."""

    province: str
    codes: tuple[str, ...]
    base: Base
    facts: Facts

    def by_month(self) -> dict[Period, Cells]:
        """Participants of each month by (code, segment)."""
        knots = sorted(self.facts.choices[self.codes[0]].coverage)
        at_knot = {knot: self._at_knot(knot, knots) for knot in knots}
        found = dict(at_knot)
        for start, end in pairwise(knots):
            found |= dict(_way(start, at_knot[start], end, at_knot[end]))
        return {month: found[month] for month in months()}

    def _at_knot(self, knot: Period, knots: list[Period]) -> Cells:
        weights = {
            code: self.facts.choices[code].coverage[knot]
            * self.base[code, max(knot.year, YEARS[0])]
            for code in self.codes
        }
        shares = {
            code: _shares(self.facts.choices[code], _way_made(knot, knots)) for code in self.codes
        }
        by_segment = self._stated_segments(self.province, knot)
        if by_segment:
            return _columns(by_segment, weights, shares)
        return self._rows(knot, weights, shares)

    def _rows(
        self,
        knot: Period,
        weights: Mapping[str, int],
        shares: Mapping[str, Mapping[Segment, int]],
    ) -> Cells:
        """The province's stated total over its parts, each part over its segments."""
        total = self.facts.stated[self._key(self.province, Segment.TOTAL, knot)]
        stated = {code: self._stated_total(code, knot) for code in weights}
        fixed = {code: value for code, value in stated.items() if value is not None}
        cells: Cells = {}
        for code, participants in fill_up(total, fixed, weights).items():
            row = fill_up(participants, self._stated_segments(code, knot), shares[code])
            cells |= {(code, segment): value for segment, value in row.items()}
        return cells

    def _stated_total(self, code: str, knot: Period) -> int | None:
        segments = self._stated_segments(code, knot)
        if len(segments) == len(SEGMENTS):
            return sum(segments.values())
        return self.facts.stated.get(self._key(code, Segment.TOTAL, knot))

    def _stated_segments(self, code: str, knot: Period) -> dict[Segment, int]:
        stated = self.facts.stated
        keys = {segment: self._key(code, segment, knot) for segment in SEGMENTS}
        return {segment: stated[key] for segment, key in keys.items() if key in stated}

    @staticmethod
    def _key(code: str, segment: Segment, knot: Period) -> tuple[str, Measure, Segment, Period]:
        return code, Measure.PARTICIPANTS_ACTIVE, segment, knot


def _columns(
    by_segment: Mapping[Segment, int],
    weights: Mapping[str, int],
    shares: Mapping[str, Mapping[Segment, int]],
) -> Cells:
    """A province stated by segment: each segment's total over the parts."""
    cells: Cells = {}
    for segment, total in by_segment.items():
        column = apportion(total, {code: weights[code] * shares[code][segment] for code in weights})
        cells |= {(code, segment): value for code, value in column.items()}
    return cells


def _way_made(knot: Period, knots: list[Period]) -> tuple[int, int]:
    first, last = knots[0], knots[-1]
    return _number(knot) - _number(first), _number(last) - _number(first)


def _shares(choice: RegionChoice, way_made: tuple[int, int]) -> dict[Segment, int]:
    step, steps = way_made
    bpu = between(*choice.bpu, step=step, steps=steps)
    jakon = between(*choice.jakon, step=step, steps=steps)
    pu = 1000 - bpu - jakon - choice.pmi
    return dict(zip(SEGMENTS, (pu, bpu, jakon, choice.pmi), strict=True))


def _way(
    start: Period, cells_start: Cells, end: Period, cells_end: Cells
) -> Iterator[tuple[Period, Cells]]:
    """The months between two knots, without the knots."""
    steps = _number(end) - _number(start)
    for step in range(1, steps):
        year, month = divmod(_number(start) + step, 12)
        period = Period.of_month(year, month + 1)
        yield (
            period,
            {
                cell: _moved(between(first, cells_end[cell], step=step, steps=steps), cell, period)
                for cell, first in cells_start.items()
            },
        )


def _moved(trend: int, cell: tuple[str, Segment], period: Period) -> int:
    code, segment = cell
    spread = 2 * _RIPPLE_PERMILLE + 1
    ripple = crc32(f"{code} {segment} {period.text}".encode()) % spread - _RIPPLE_PERMILLE
    return trend + trend * (_SEASON[segment][period.start.month - 1] + ripple) // 1000


def _number(month: Period) -> int:
    return month.year * 12 + month.start.month - 1
