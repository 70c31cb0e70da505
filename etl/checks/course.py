"""The course of a subject through time: each region's figures in order, and where they moved.

Most figures move little from one period to the next; only those that do not are looked at closely.
"""

from collections.abc import Iterator
from itertools import pairwise

from cakupan.analytics.outliers import log_change
from cakupan.domain.figure_columns import Subject
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, Line, name_of
from etl.finding_codes import Code, found

# Within this ratio, either way, nothing has moved. A published coverage moves in points.
_STILL, _STILL_COVERAGE = 1.2, 1.01
Span = tuple[str, str]


class Step(Record, frozen=True):
    """A figure's position, and that of the same region's figure of the period before."""

    before: int
    now: int


class Course:
    """One subject: ``series`` by region, and in ``moved`` the places of figures that moved.

    A place is a region's code and the number in its series of the figure that came after; a series
    holds the positions of its figures, oldest first.
    """

    def __init__(self, known: Known, subject: Subject, line: Line) -> None:
        self.subject = subject
        self.known = known
        self._periods: dict[str, list[str]] = {}
        self.series: dict[str, list[int]] = {}
        self.moved: list[tuple[str, int]] = []
        coverage = subject.measure is Measure.COVERAGE_PUBLISHED
        still = _STILL_COVERAGE if coverage else _STILL
        for region_code in line:
            by_period = known.series(subject, region_code)
            periods = self._periods[region_code] = sorted(by_period)
            places = self.series[region_code] = [by_period[period] for period in periods]
            values = [known.floats[place] for place in places]
            self.moved += [
                (region_code, number)
                for number, (before, now) in enumerate(pairwise(values), start=1)
                if not before <= now * still or not now <= before * still
            ]

    def values(self, step: Step) -> tuple[float, float]:
        """Before and now."""
        return self.known.floats[step.before], self.known.floats[step.now]

    def change(self, step: Step) -> float:
        """The logarithm of the change; 0 where one of the two is not above 0."""
        return log_change(*self.values(step)) or 0.0

    def is_in_file(self, place: int) -> bool:
        """Whether a figure is the file's own; findings stand nowhere else."""
        return not self.known.is_current(place)

    def spans(self) -> Iterator[tuple[Span, dict[str, Step]]]:
        """Every two periods between which something moved, with the steps of all regions."""
        wanted: dict[Span, dict[str, Step]] = {
            self._span(region_code, number): {} for region_code, number in self.moved
        }
        for region_code, places in self.series.items() if wanted else ():
            periods = self._periods[region_code]
            for span, step in zip(pairwise(periods), pairwise(places), strict=True):
                steps = wanted.get(span)
                if steps is not None and self.is_in_file(step[1]):
                    steps[region_code] = Step(*step)
        yield from sorted(wanted.items())

    def finding(
        self, code: Code, place: int, directory: RegionDirectory, **details: str | int
    ) -> Finding:
        """A finding at a figure: what it counts, where, when, and how many."""
        figure = self.known.figure(place)
        return found(
            code,
            sheet=figure.sheet,
            cell=figure.cell,
            value=f"{figure.value:f}",
            measure=name_of(self.subject),
            region=directory[figure.key.region_code].name,
            period=figure.key.period.text,
            **details,
        )

    def _span(self, region_code: str, number: int) -> Span:
        before, now = self._periods[region_code][number - 1 : number + 1]
        return before, now
