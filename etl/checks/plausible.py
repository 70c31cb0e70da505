"""What a number of people can be at all: in its unit, in its region, against its workforce."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cakupan.analytics.outliers import power_of_ten
from cakupan.domain.figure_columns import Subject
from cakupan.domain.findings import Finding
from cakupan.domain.measures import OCCASIONAL, Measure, Unit
from cakupan.domain.regions import RegionDirectory, RegionKind
from etl.checks.lines import Known, Line, name_of
from etl.checks.telling import tell
from etl.finding_codes import Code

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
    for subject, line in known.file.items():
        told = (
            _too_many(known, subject, line, directory)
            or _lost_decimals(known, subject, line, directory)
            or _slipped(known, subject, line, directory)
        )
        if told is not None:
            yield told


def unit_slip(known: Known, subject: Subject) -> int:
    """The power of ten that most regions of a file are away from their newest current figure."""
    if subject.measure in OCCASIONAL:
        return 0
    slips: Counter[int] = Counter()
    current = known.current.get(subject, {})
    for region_code, series in known.file[subject].items() if current else ():
        earlier = current.get(region_code)
        if earlier:
            now, before = known.floats[series[min(series)]], known.floats[earlier[max(earlier)]]
            slips[power_of_ten(now, before, within=_GROWN)] += 1
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
    for subject, line in known.file.items():
        counted = subject.measure is Measure.PARTICIPANTS_ACTIVE and subject.is_whole
        if not counted and subject.measure is not Measure.COVERAGE_PUBLISHED:
            continue
        for place in _places(line) if workforce or not counted else ():
            ratio = Decimal(known.values[place])
            if counted:
                workers = _workers(known, workforce, place)
                ratio = ratio / workers if workers else Decimal(0)
            if ratio > 1:
                yield tell(
                    Code.COVERAGE_ABOVE_ALL,
                    known.figure(place),
                    directory,
                    measure=name_of(subject),
                    period=known.shared(place).period.text,
                    percent=round(100 * ratio),
                )


def _workers(known: Known, workforce: Sequence[Subject], place: int) -> Decimal:
    """The newest workforce known that had begun on the participants' date; 0 without one."""
    figure = known.figure(place)
    begun = [
        known.figure(one)
        for subject in workforce
        for one in known.series(subject, figure.key.region_code).values()
        if known.shared(one).period.start <= figure.key.period.end
    ]
    newest = max(begun, key=lambda one: one.key.period.start, default=None)
    return newest.value if newest else Decimal(0)


def _too_many(
    known: Known, subject: Subject, line: Line, directory: RegionDirectory
) -> Finding | None:
    """Counts of people above what their region can have."""
    above: list[int] = []
    for region_code, series in line.items():
        most = _MOST_PEOPLE[directory[region_code].kind]
        above += [place for place in series.values() if known.values[place] > most]
    above = [place for place in above if known.shared(place).unit is Unit.PERSON]
    if not above:
        return None
    first = known.figure(above[0])
    return tell(
        Code.TOO_MANY_PEOPLE,
        first,
        directory,
        measure=name_of(subject),
        count=int(first.value),
        numbers=len(above),
    )


def _lost_decimals(
    known: Known, subject: Subject, line: Line, directory: RegionDirectory
) -> Finding | None:
    """Coverages that no rounding and no commuter explains."""
    above = [
        place
        for place in (_places(line) if subject in known.ratios else ())
        if known.values[place] > _MOST_COVERAGE and known.shared(place).unit is Unit.RATIO
    ]
    if not above:
        return None
    first = known.figure(above[0])
    return tell(
        Code.DECIMALS_LOST,
        first,
        directory,
        percent=int(100 * first.value),
        above=len(above),
        numbers=sum(map(len, line.values())),
    )


def _slipped(
    known: Known, subject: Subject, line: Line, directory: RegionDirectory
) -> Finding | None:
    """A file in another unit than what is known of its regions."""
    places = unit_slip(known, subject)
    if not places:
        return None
    first = known.figure(next(_places(line)))
    return tell(
        Code.UNIT_DIFFERS,
        first,
        directory,
        measure=name_of(subject),
        count=int(first.value),
        times=10 ** abs(places),
    )


def _places(line: Line) -> Iterator[int]:
    for series in line.values():
        yield from series.values()
