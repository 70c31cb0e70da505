"""Movement: numbers that jump, slip by a power of ten, or change places with their neighbours.

Each figure is held against the same region's period before, in the file or current. A sum over the
province proves nothing here: numbers that change places leave it as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import log

from cakupan.analytics.outliers import (
    THRESHOLD,
    exchanged,
    is_sawtooth,
    modified_z,
    power_of_ten,
)
from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.regions import RegionDirectory
from etl.checks.course import Course, Span, Step
from etl.checks.lines import Known
from etl.checks.plausible import unit_slip
from etl.finding_codes import Code

# A change by half, up or down, is worth a look where it stands out of its peers besides.
_JUMP = 1.5
# Few people move much by chance alone.
_FEWEST = 1000
# A published coverage moves in points.
_POINTS = 0.10
_FEWEST_PEERS = 5
# Three places are thousands taken for units, whatever else has changed; fewer are a slip only where
# the periods before and after both say so, closely.
_SURE_SLIP, _GROWN, _CLOSE = 3, 1.5, 1.05


def check_movement(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """What moved as numbers do not move; the likeliest reason is told, and only that."""
    for subject, line in known.file:
        if unit_slip(known, subject):
            continue
        check = _Movement(Course(known, subject, line), directory)
        if subject.measure is Measure.COVERAGE_PUBLISHED:
            yield from check.points()
        else:
            yield from check.exchanges()
            yield from check.slips()
            yield from check.teeth()
            yield from check.jumps()


class _Movement:
    """The checks of one subject. What one of them explains, those after it do not tell again."""

    def __init__(self, course: Course, directory: RegionDirectory) -> None:
        self._course = course
        self._directory = directory
        self._told: set[int] = set()

    def exchanges(self) -> Iterator[Finding]:
        """Values of a province's regions that changed places between two periods."""
        for span, steps in self._course.spans():
            families: dict[str, dict[str, Step]] = {}
            for region_code, step in steps.items():
                parent = self._directory[region_code].parent_code
                if parent is not None:
                    families.setdefault(parent, {})[region_code] = step
            for parent, family in families.items():
                before = {code: step.values[0] for code, step in family.items()}
                now = {code: step.values[1] for code, step in family.items()}
                holders = exchanged(before, now)
                if holders:
                    self._tell(*(family[code].now for code in holders))
                    yield self._exchange(parent, span, family, holders)

    def slips(self) -> Iterator[Finding]:
        """Numbers that agree with their neighbours once the decimal sign is moved."""
        # What two neighbours say counts more than what one says, and the newer figure is in doubt.
        around = sorted(self._around(), key=lambda pair: len(pair[1]), reverse=True)
        for figure, neighbours in around:
            places = 0 if id(figure) in self._told else _slip(figure, neighbours)
            if not places:
                continue
            self._tell(figure, *neighbours)
            yield self._course.finding(
                Code.DIGITS_SLIPPED,
                figure,
                self._directory,
                count=int(figure.value),
                before=neighbours[0].key.period.text,
                before_count=int(neighbours[0].value),
                likely=int(figure.value.scaleb(-places)),
            )

    def teeth(self) -> Iterator[Finding]:
        """One period that goes up and back down, or down and back up."""
        for figure, neighbours in self._around():
            first, last = neighbours[0], neighbours[-1]
            values = (float(first.value), float(figure.value), float(last.value))
            if len(neighbours) == 1 or not is_sawtooth(*values, factor=_JUMP):
                continue
            self._tell(figure, last)
            yield self._course.finding(
                Code.SAWTOOTH,
                figure,
                self._directory,
                count=int(figure.value),
                before=first.key.period.text,
                before_count=int(first.value),
                after=last.key.period.text,
                after_count=int(last.value),
            )

    def jumps(self) -> Iterator[Finding]:
        """Changes by half or more that stand out of what other regions did in that period."""
        for (before, _), steps in self._course.spans():
            changes = [step.change for step in steps.values()]
            scores = modified_z(changes)
            few = len(steps) < _FEWEST_PEERS
            for step, change, score in zip(steps.values(), changes, scores, strict=True):
                if abs(change) < log(_JUMP) or not (few or abs(score) > THRESHOLD):
                    continue
                if id(step.now) not in self._told and _is_many(step.before, step.now):
                    yield self._course.finding(
                        Code.JUMP,
                        step.now,
                        self._directory,
                        count=int(step.now.value),
                        before=before,
                        before_count=int(step.before.value),
                    )

    def points(self) -> Iterator[Finding]:
        """A published coverage that moves by more than ten points."""
        for (period, _), steps in self._course.spans():
            for step in steps.values():
                before, now = step.values
                if abs(now - before) > _POINTS:
                    yield self._course.finding(
                        Code.COVERAGE_JUMP,
                        step.now,
                        self._directory,
                        percent=round(100 * now),
                        before=period,
                        before_percent=round(100 * before),
                        points=round(100 * abs(now - before)),
                    )

    def _around(self) -> Iterator[tuple[Figure, list[Figure]]]:
        """The figures before and after a move that nothing explains yet, and their neighbours."""
        places = {(code, place + back) for code, place in self._course.moved for back in (-1, 0)}
        for region_code, place in sorted(places, reverse=True):
            series = self._course.series[region_code]
            figure = series[place]
            neighbours = series[max(place - 1, 0) : place] + series[place + 1 : place + 2]
            told = id(figure) in self._told or not self._course.is_in_file(figure)
            if not told and _is_many(figure, *neighbours):
                yield figure, neighbours

    def _exchange(
        self, parent: str, span: Span, family: Mapping[str, Step], holders: Mapping[str, str]
    ) -> Finding:
        names = [
            f"{self._directory[holder].short_name} ← {self._directory[owner].short_name}"
            for holder, owner in sorted(holders.items())
        ]
        first = family[min(holders)].now
        return self._course.finding(
            Code.VALUES_SWAPPED if len(holders) == 2 else Code.ROWS_PERMUTED,
            first,
            self._directory,
            province=self._directory[parent].name,
            before=span[0],
            regions=len(holders),
            names=", ".join(names),
        )

    def _tell(self, *figures: Figure) -> None:
        self._told |= {id(figure) for figure in figures}


def _slip(figure: Figure, neighbours: Sequence[Figure]) -> int:
    """How many places a figure slipped by what its neighbours say; 0 where they do not agree."""
    value = float(figure.value)
    expected = [float(one.value) for one in neighbours]
    sure = {power_of_ten(value, one, within=_GROWN) for one in expected}
    if len(sure) == 1 and abs(max(sure)) >= _SURE_SLIP:
        return sure.pop()
    close = {power_of_ten(value, one, within=_CLOSE) for one in expected}
    return close.pop() if len(close) == 1 and len(neighbours) == 2 else 0


def _is_many(*figures: Figure) -> bool:
    return max(figure.value for figure in figures) >= _FEWEST
