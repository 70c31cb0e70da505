"""Movement: numbers that jump, slip by a power of ten, or change places with their neighbours.

Each figure is held against the same region's period before, in the file or current. A sum over the
province proves nothing here: numbers that change places leave it as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import log

from cakupan.analytics.outliers import (
    THRESHOLD,
    exchanged,
    is_sawtooth,
    modified_z,
    power_of_ten,
)
from cakupan.domain.findings import Finding
from cakupan.domain.measures import OCCASIONAL, Measure
from cakupan.domain.regions import RegionDirectory
from etl.checks.course import Course, Span, Step
from etl.checks.lines import Known
from etl.checks.plausible import unit_slip
from etl.finding_codes import Code

# A change by half, up or down, is worth a look where it stands out of its peers besides.
_JUMP = 1.5
# Few people move much by chance alone.
_FEWEST = 1000
# The same in rupiah: what a thousand people are paid at the least.
_FEWEST_IDR = 1_000_000_000
# A few claims more or less move a region's sum tenfold; a wrong unit shows in their average.
_RESTLESS = frozenset(
    {
        *(Measure.CLAIMS, Measure.CLAIMS_IDR),
        *(Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR),
    }
)
# A published coverage moves in points.
_POINTS = 0.10
_FEWEST_PEERS = 5
# Three places are thousands taken for units, whatever else has changed; fewer are a slip only where
# the periods before and after both say so, closely.
_SURE_SLIP, _GROWN, _CLOSE = 3, 1.5, 1.05


def check_movement(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """What moved as numbers do not move; the likeliest reason is told, and only that."""
    for subject, line in known.file.items():
        if subject.measure in OCCASIONAL or unit_slip(known, subject):
            continue
        check = _Movement(Course(known, subject, line), directory)
        if subject.measure is Measure.COVERAGE_PUBLISHED:
            yield from check.points()
        elif subject.measure in _RESTLESS:
            yield from check.jumps()
        else:
            yield from check.exchanges()
            yield from check.slips()
            yield from check.teeth()
            yield from check.jumps()


class _Movement:
    """The checks of one subject. What one of them explains, those after it do not tell again."""

    def __init__(self, course: Course, directory: RegionDirectory) -> None:
        self._course = course
        self._known = course.known
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
                values = {code: self._course.values(step) for code, step in family.items()}
                before = {code: value for code, (value, _) in values.items()}
                now = {code: value for code, (_, value) in values.items()}
                holders = exchanged(before, now)
                if holders:
                    self._tell(*(family[code].now for code in holders))
                    yield self._exchange(parent, span, family, holders)

    def slips(self) -> Iterator[Finding]:
        """Numbers that agree with their neighbours once the decimal sign is moved."""
        # What two neighbours say counts more than what one says, and the newer figure is in doubt.
        around = sorted(self._around(), key=lambda pair: len(pair[1]), reverse=True)
        for place, neighbours in around:
            slipped = 0 if place in self._told else self._slip(place, neighbours)
            if not slipped:
                continue
            self._tell(place, *neighbours)
            yield self._course.finding(
                Code.DIGITS_SLIPPED,
                place,
                self._directory,
                count=self._count(place),
                before=self._period(neighbours[0]),
                before_count=self._count(neighbours[0]),
                likely=int(Decimal(self._known.values[place]).scaleb(-slipped)),
            )

    def teeth(self) -> Iterator[Finding]:
        """One period that goes up and back down, or down and back up."""
        for place, neighbours in self._around():
            first, last = neighbours[0], neighbours[-1]
            values = [self._known.floats[one] for one in (first, place, last)]
            if len(neighbours) == 1 or not is_sawtooth(*values, factor=_JUMP):
                continue
            self._tell(place, last)
            yield self._course.finding(
                Code.SAWTOOTH,
                place,
                self._directory,
                count=self._count(place),
                before=self._period(first),
                before_count=self._count(first),
                after=self._period(last),
                after_count=self._count(last),
            )

    def jumps(self) -> Iterator[Finding]:
        """Changes by half or more that stand out of what other regions did in that period."""
        for (before, _), steps in self._course.spans():
            changes = [self._course.change(step) for step in steps.values()]
            scores = modified_z(changes)
            few = len(steps) < _FEWEST_PEERS
            for step, change, score in zip(steps.values(), changes, scores, strict=True):
                if abs(change) < log(_JUMP) or not (few or abs(score) > THRESHOLD):
                    continue
                if step.now not in self._told and self._is_many(step.before, step.now):
                    yield self._course.finding(
                        Code.JUMP,
                        step.now,
                        self._directory,
                        count=self._count(step.now),
                        before=before,
                        before_count=self._count(step.before),
                    )

    def points(self) -> Iterator[Finding]:
        """A published coverage that moves by more than ten points."""
        for (period, _), steps in self._course.spans():
            for step in steps.values():
                before, now = self._course.values(step)
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

    def _around(self) -> Iterator[tuple[int, list[int]]]:
        """The figures before and after a move that nothing explains yet, and their neighbours."""
        moved = {(code, number + back) for code, number in self._course.moved for back in (-1, 0)}
        for region_code, number in sorted(moved, reverse=True):
            series = self._course.series[region_code]
            place = series[number]
            neighbours = series[max(number - 1, 0) : number] + series[number + 1 : number + 2]
            told = place in self._told or not self._course.is_in_file(place)
            if not told and self._is_many(place, *neighbours):
                yield place, neighbours

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

    def _tell(self, *places: int) -> None:
        self._told |= set(places)

    def _slip(self, place: int, neighbours: Sequence[int]) -> int:
        """How many digits a figure slipped by what its neighbours say; 0 if they do not agree."""
        value = self._known.floats[place]
        expected = [self._known.floats[one] for one in neighbours]
        sure = {power_of_ten(value, one, within=_GROWN) for one in expected}
        if len(sure) == 1 and abs(max(sure)) >= _SURE_SLIP:
            return sure.pop()
        close = {power_of_ten(value, one, within=_CLOSE) for one in expected}
        return close.pop() if len(close) == 1 and len(neighbours) == 2 else 0

    def _is_many(self, *places: int) -> bool:
        money = self._course.subject.measure.value.endswith("_idr")
        fewest = _FEWEST_IDR if money else _FEWEST
        return max(self._known.values[place] for place in places) >= fewest

    def _count(self, place: int) -> int:
        return int(self._known.values[place])

    def _period(self, place: int) -> str:
        return self._known.shared(place).period.text
