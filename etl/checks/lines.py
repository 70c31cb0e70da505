"""Figures ordered for comparing: what is counted, where, and when. Nothing is judged here.

A figure is known by its position; it is only made where a finding tells of it.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from cakupan.domain.figure_columns import Figures, Number, Shared, Subject
from cakupan.domain.figures import Figure
from cakupan.domain.measures import Measure, Segment, Unit

# Positions by region code, then by period text.
Line = Mapping[str, Mapping[str, int]]
_NOTHING: Line = {}


class Known:
    """The figures of a file, and what is current beside them where the file says nothing.

    ``file`` and ``current`` lead from what is counted, where and when to a position; those of
    current figures come after those of the file. ``values`` holds the number at each position.
    """

    def __init__(self, figures: Figures, current: Figures) -> None:
        self._figures = figures
        self._current = current
        self._size = len(figures)
        self.file: Mapping[Subject, Line] = figures.positions
        self.current: Mapping[Subject, Line] = {
            subject: {
                region: {period: place + self._size for period, place in series.items()}
                for region, series in line.items()
            }
            for subject, line in current.positions.items()
        }
        self.values: list[Number] = [*figures.values, *current.values]

    @cached_property
    def floats(self) -> list[float]:
        """The values, near enough to compare changes."""
        return list(map(float, self.values))

    @cached_property
    def ratios(self) -> frozenset[Subject]:
        """What the file states as a ratio."""
        return frozenset(one.subject for one in self._figures.shared if one.unit is Unit.RATIO)

    def figure(self, place: int) -> Figure:
        """The figure at a position."""
        if place < self._size:
            return self._figures[place]
        return self._current[place - self._size]

    def shared(self, place: int) -> Shared:
        """All that the figure at a position says but its region, value and cell."""
        if place < self._size:
            return self._figures.shared_by(place)
        return self._current.shared_by(place - self._size)

    def is_current(self, place: int) -> bool:
        """Whether a figure was found in the database, not in the file."""
        return place >= self._size

    def slack(self, *places: int) -> Decimal:
        """Half a rounding unit of each rounded number; exact counts must fit to the last person."""
        units = [self.shared(place).rounding_unit for place in places]
        return sum((unit / 2 for unit in units if unit > 1), Decimal(0))

    def subjects(self) -> Iterator[Subject]:
        """Everything counted in the file or beside it, each once."""
        yield from dict.fromkeys((*self.file, *self.current))

    def has(self, subject: Subject) -> bool:
        """Whether anything is known of a subject."""
        return subject in self.file or subject in self.current

    def find(self, subject: Subject, region_code: str, period: str) -> int | None:
        """The file's own figure, else the current one."""
        for known in (self.file, self.current):
            place = known.get(subject, _NOTHING).get(region_code, {}).get(period)
            if place is not None:
                return place
        return None

    def series(self, subject: Subject, region_code: str) -> Mapping[str, int]:
        """A region's figures by period, the file's own before the current ones."""
        own = self.file.get(subject, _NOTHING).get(region_code, {})
        current = self.current.get(subject, _NOTHING).get(region_code)
        return {**current, **own} if current else own


def name_of(subject: Subject) -> str:
    """What is counted, for sentences: the measure's id and, after a bar, which part of it."""
    segment = "" if subject.segment is Segment.TOTAL else subject.segment.value
    # What a target is a share of is no part of what is counted.
    of_all = subject.measure is Measure.TARGET_COVERAGE
    programme = "" if of_all else subject.programme
    words = (segment, programme, subject.group, subject.aspect)
    which = [word for word in words if word]
    return "|".join([subject.measure.value, *which])
