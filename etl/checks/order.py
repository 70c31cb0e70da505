"""Order: what can never exceed something else, and what must add up, between figures.

Both numbers may stand in the file, or one of them may be current in the database. Which of the two
is wrong is not said here: only that both cannot be true.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cakupan.domain.figure_columns import Subject
from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import NEVER_SUMMED, OCCASIONAL, Measure, Segment
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, name_of
from etl.finding_codes import Code, found

# Nobody is counted as the first who is not counted as the second.
WITHIN: Mapping[Measure, tuple[Measure, ...]] = {
    Measure.EMPLOYED: (Measure.LABOUR_FORCE, Measure.WORKING_AGE),
    Measure.UNEMPLOYED: (Measure.LABOUR_FORCE,),
    Measure.LABOUR_FORCE: (Measure.WORKING_AGE,),
    Measure.PARTICIPANTS_ACTIVE: (Measure.PARTICIPANTS_REGISTERED,),
    Measure.PARTICIPANTS_INACTIVE: (Measure.PARTICIPANTS_REGISTERED,),
    Measure.VULNERABLE_WORKERS: (Measure.LABOUR_FORCE,),
    Measure.VULNERABLE_REGISTERED: (Measure.VULNERABLE_WORKERS,),
}
# Every member of the later programmes is a member of the first, which insures against accidents.
_FIRST_PROGRAMME, _LATER_PROGRAMMES = "JKK", ("JHT", "JP", "JKP")
_MEMBERS = frozenset(
    {
        *(Measure.PARTICIPANTS_ACTIVE, Measure.PARTICIPANTS_INACTIVE),
        Measure.PARTICIPANTS_REGISTERED,
    }
)
_SUM, _TERMS = Measure.LABOUR_FORCE, (Measure.EMPLOYED, Measure.UNEMPLOYED)


def check_order(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Each figure of the file above one it is a part of, or below a current part of it."""
    for subject, line in known.file.items():
        wholes = [whole for whole in _wholes(subject) if known.has(whole)]
        parts = [part for part in _parts(subject) if part in known.current]
        for region_code, series in line.items() if wholes or parts else ():
            for period, place in series.items():
                for other in wholes:
                    whole = known.find(other, region_code, period)
                    if whole is not None and _exceeds(known, place, whole):
                        yield _above(place, place, whole, known, directory)
                for other in parts:
                    part = known.find(other, region_code, period)
                    # A part in the file was told of at its own cell.
                    if part is not None and known.is_current(part) and _exceeds(known, part, place):
                        yield _above(place, part, place, known, directory)


def check_provinces(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """A kabupaten or kota that counts more than its province does."""
    for subject, line in known.file.items():
        # A province's own target, prize or subsidy is not the sum of its kabupaten's.
        if subject.measure in OCCASIONAL:
            continue
        for region_code, series in line.items():
            province = directory[region_code].parent_code
            whole_line = known.series(subject, province) if province else {}
            for period, whole in whole_line.items():
                place = series.get(period)
                if place is not None and _exceeds(known, place, whole):
                    yield _above(place, place, whole, known, directory)


def check_balance(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Where labour force, employed and unemployed are all known, the last two make up the first."""
    told: set[tuple[Subject, str, str]] = set()
    for subject, line in known.file.items():
        terms = [subject._replace(measure=measure) for measure in (_SUM, *_TERMS)]
        if subject.measure not in (_SUM, *_TERMS) or not all(known.has(term) for term in terms):
            continue
        for region_code, series in line.items():
            for period, place in series.items():
                found_ones = [known.find(term, region_code, period) for term in terms]
                places = [one for one in found_ones if one is not None]
                key = (terms[0], region_code, period)
                if len(places) == len(terms) and key not in told and _unbalanced(known, *places):
                    told.add(key)
                    figures = [known.figure(one) for one in places]
                    yield _balance(known.figure(place), figures, directory)


def _wholes(subject: Subject) -> Iterator[Subject]:
    """The subjects that hold this one."""
    for measure in WITHIN.get(subject.measure, ()):
        yield subject._replace(measure=measure)
    if subject.segment is not Segment.TOTAL:
        yield subject._replace(segment=Segment.TOTAL)
    if subject.group:
        yield subject._replace(group="")
    if subject.programme in _LATER_PROGRAMMES and subject.measure in _MEMBERS:
        yield subject._replace(programme=_FIRST_PROGRAMME)


def _parts(subject: Subject) -> Iterator[Subject]:
    """The subjects that this one holds; groups have names of their own and are not listed."""
    for measure, wholes in WITHIN.items():
        if subject.measure in wholes:
            yield subject._replace(measure=measure)
    if subject.segment is Segment.TOTAL:
        yield from (subject._replace(segment=one) for one in Segment if one is not Segment.TOTAL)
    if subject.programme == _FIRST_PROGRAMME and subject.measure in _MEMBERS:
        yield from (subject._replace(programme=one) for one in _LATER_PROGRAMMES)


def _exceeds(known: Known, part: int, whole: int) -> bool:
    excess = known.values[part] - known.values[whole]
    if excess <= 0 or known.shared(part).subject.measure in NEVER_SUMMED:
        return False
    return excess > known.slack(part, whole)


def _unbalanced(known: Known, total: int, *terms: int) -> bool:
    difference = Decimal(known.values[total]) - sum(Decimal(known.values[one]) for one in terms)
    return abs(difference) > known.slack(total, *terms)


def _above(
    place: int, part_place: int, whole_place: int, known: Known, directory: RegionDirectory
) -> Finding:
    """The finding stands at ``place``, the one of the two that is in the file."""
    current = known.is_current(whole_place if place == part_place else part_place)
    figure, part, whole = (known.figure(one) for one in (place, part_place, whole_place))
    other = whole if place == part_place else part
    return found(
        Code.PART_ABOVE_CURRENT if current else Code.PART_ABOVE_WHOLE,
        sheet=figure.sheet,
        cell=figure.cell,
        value=f"{figure.value:f}",
        part=name_of(known.shared(part_place).subject),
        part_region=directory[part.key.region_code].name,
        part_count=int(part.value),
        whole=name_of(known.shared(whole_place).subject),
        whole_region=directory[whole.key.region_code].name,
        whole_count=int(whole.value),
        period=figure.key.period.text,
        other_sheet=other.sheet,
        other_cell=other.cell,
    )


def _balance(figure: Figure, figures: list[Figure], directory: RegionDirectory) -> Finding:
    total, employed, unemployed = (int(one.value) for one in figures)
    return found(
        Code.LABOUR_FORCE_UNBALANCED,
        sheet=figure.sheet,
        cell=figure.cell,
        value=f"{figure.value:f}",
        region=directory[figure.key.region_code].name,
        period=figure.key.period.text,
        labour_force=total,
        employed=employed,
        unemployed=unemployed,
        difference=abs(total - employed - unemployed),
    )
