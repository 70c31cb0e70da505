"""What a number of people can be at all: in its unit, in its region, against its workforce."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cakupan.analytics.outliers import power_of_ten
from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure, Unit
from cakupan.domain.regions import RegionDirectory, RegionKind
from etl.checks.lines import Known, Line, Subject, name_of
from etl.finding_codes import Code, found

# Nowhere are there so many: Jawa Barat has 50 million people, Kabupaten Bogor below 6 million.
_MOST_PEOPLE = {
    RegionKind.NATION: 350_000_000,
    RegionKind.PROVINCE: 70_000_000,
    RegionKind.KABUPATEN: 9_000_000,
    RegionKind.KOTA: 9_000_000,
}
# Half as many again as there are workers can be; five times as many is a lost decimal sign.
_MOST_COVERAGE = 5
# Three regions that are all a thousand times too large are no coincidence.
_FEWEST_AGREEING = 3
# How much a region may have grown or shrunk since what is known of it.
_GROWN = 1.5
_WORKFORCE = (Measure.LABOUR_FORCE, Measure.EMPLOYED)


def check_units(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Counts that no region can have, and a file that is a power of ten away from what is known.

    Told once for each subject, at its first such number: the unit is that of a column.
    """
    for subject, line in known.file:
        told = (
            _too_many(subject, line, directory)
            or _lost_decimals(line, directory)
            or _slipped(known, subject, line, directory)
        )
        if told is not None:
            yield told


def unit_slip(known: Known, subject: Subject) -> int:
    """The power of ten that most regions of a file are away from their newest current figure."""
    slips: Counter[int] = Counter()
    for region_code, series in known.file.get(subject).items():
        earlier = known.current.get(subject).get(region_code)
        if earlier:
            now, before = series[min(series)], earlier[max(earlier)]
            places = power_of_ten(float(now.value), float(before.value), within=_GROWN)
            slips[places] += 1
    if not slips:
        return 0
    ((places, agreeing),) = slips.most_common(1)
    return places if agreeing >= _FEWEST_AGREEING and 2 * agreeing > slips.total() else 0


def check_coverage(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """A published coverage above 100%, and more participants than there are workers."""
    workforce = [
        subject
        for subject in known.subjects()
        if subject.measure in _WORKFORCE and subject.is_whole
    ]
    for subject, line in known.file:
        counted = subject.measure is Measure.PARTICIPANTS_ACTIVE and subject.is_whole
        if not counted and subject.measure is not Measure.COVERAGE_PUBLISHED:
            continue
        for figure in _figures(line):
            ratio = figure.value
            if counted:
                workers = _workers(known, workforce, figure)
                ratio = figure.value / workers if workers else Decimal(0)
            if ratio > 1:
                yield _at(
                    Code.COVERAGE_ABOVE_ALL,
                    figure,
                    directory,
                    measure=name_of(subject),
                    period=figure.key.period.text,
                    percent=round(100 * ratio),
                )


def _workers(known: Known, workforce: Sequence[Subject], figure: Figure) -> Decimal:
    """The newest workforce known that had begun on the participants' date; 0 without one."""
    begun = [
        one
        for subject in workforce
        for one in known.series(subject, figure.key.region_code).values()
        if one.key.period.start <= figure.key.period.end
    ]
    newest = max(begun, key=lambda one: one.key.period.start, default=None)
    return newest.value if newest else Decimal(0)


def _too_many(subject: Subject, line: Line, directory: RegionDirectory) -> Finding | None:
    """Counts of people above what their region can have."""
    above = []
    for region_code, series in line.items():
        most = _MOST_PEOPLE[directory[region_code].kind]
        above += [one for one in series.values() if one.value > most and one.unit is Unit.PERSON]
    if not above:
        return None
    return _at(
        Code.TOO_MANY_PEOPLE,
        above[0],
        directory,
        measure=name_of(subject),
        count=int(above[0].value),
        numbers=len(above),
    )


def _lost_decimals(line: Line, directory: RegionDirectory) -> Finding | None:
    """Coverages that no rounding and no commuter explains."""
    above = [one for one in _figures(line) if one.unit is Unit.RATIO and one.value > _MOST_COVERAGE]
    if not above:
        return None
    return _at(
        Code.DECIMALS_LOST,
        above[0],
        directory,
        percent=int(100 * above[0].value),
        above=len(above),
        numbers=sum(map(len, line.values())),
    )


def _slipped(
    known: Known, subject: Subject, line: Line, directory: RegionDirectory
) -> Finding | None:
    """A file in another unit than what is known of its regions."""
    places = unit_slip(known, subject)
    first = next(_figures(line))
    if not places:
        return None
    return _at(
        Code.UNIT_DIFFERS,
        first,
        directory,
        measure=name_of(subject),
        count=int(first.value),
        times=10 ** abs(places),
    )


def _at(code: Code, figure: Figure, directory: RegionDirectory, **details: str | int) -> Finding:
    return found(
        code,
        sheet=figure.sheet,
        cell=figure.cell,
        value=f"{figure.value:f}",
        region=directory[figure.key.region_code].name,
        **details,
    )


def _figures(line: Line) -> Iterator[Figure]:
    for series in line.values():
        yield from series.values()
