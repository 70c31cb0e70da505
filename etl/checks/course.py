"""The course of a subject through time: each region's figures in order, and where they moved.

Most figures move little from one period to the next; only those that do not are looked at closely.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cakupan.analytics.outliers import log_change
from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, Line, Subject, name_of
from etl.finding_codes import Code, found

# Within this ratio, either way, nothing has moved. A published coverage moves in points.
_STILL, _STILL_COVERAGE = 1.2, 1.01
Span = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """A figure, and the same region's figure of the period before."""

    before: Figure
    now: Figure

    @property
    def values(self) -> tuple[float, float]:
        """Before and now."""
        return float(self.before.value), float(self.now.value)

    @property
    def change(self) -> float:
        """The logarithm of the change; 0 where one of the two is not above 0."""
        return log_change(*self.values) or 0.0


class Course:
    """One subject: ``series`` by region, and in ``moved`` the places of figures that moved.

    A place is a region's code and the position in its series of the figure that came after.
    """

    def __init__(self, known: Known, subject: Subject, line: Line) -> None:
        self.subject = subject
        self._line = line
        self.series: dict[str, list[Figure]] = {}
        self.moved: list[tuple[str, int]] = []
        coverage = subject.measure is Measure.COVERAGE_PUBLISHED
        still = _STILL_COVERAGE if coverage else _STILL
        for region_code in line:
            by_period = known.series(subject, region_code)
            figures = [by_period[period] for period in sorted(by_period)]
            self.series[region_code] = figures
            values = [float(figure.value) for figure in figures]
            self.moved += [
                (region_code, place)
                for place, (before, now) in enumerate(pairwise(values), start=1)
                if not before <= now * still or not now <= before * still
            ]

    def is_in_file(self, figure: Figure) -> bool:
        """Whether a figure is the file's own; findings stand nowhere else."""
        key = figure.key
        return self._line.get(key.region_code, {}).get(key.period.text) is figure

    def step(self, region_code: str, place: int) -> Step:
        """The step that ends at a place."""
        before, now = self.series[region_code][place - 1 : place + 1]
        return Step(before, now)

    def spans(self) -> Iterator[tuple[Span, dict[str, Step]]]:
        """Every two periods between which something moved, with the steps of all regions."""
        moved = (self.step(*place) for place in self.moved)
        wanted: dict[Span, dict[str, Step]] = {_span(step): {} for step in moved}
        for region_code, figures in self.series.items() if wanted else ():
            for before, now in pairwise(figures):
                steps = wanted.get((before.key.period.text, now.key.period.text))
                if steps is not None and self.is_in_file(now):
                    steps[region_code] = Step(before, now)
        yield from sorted(wanted.items())

    def finding(
        self, code: Code, figure: Figure, directory: RegionDirectory, **details: str | int
    ) -> Finding:
        """A finding at a figure: what it counts, where, when, and how many."""
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


def _span(step: Step) -> Span:
    return step.before.key.period.text, step.now.key.period.text
