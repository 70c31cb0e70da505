"""Order: what can never exceed something else, and what must add up, between figures.

Both numbers may stand in the file, or one of them may be current in the database. Which of the two
is wrong is not said here: only that both cannot be true.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure, Segment, Unit
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, Subject, name_of, subject_of
from etl.finding_codes import Code, found

# Nobody is counted as the first who is not counted as the second.
WITHIN: Mapping[Measure, tuple[Measure, ...]] = {
    Measure.EMPLOYED: (Measure.LABOUR_FORCE, Measure.WORKING_AGE),
    Measure.UNEMPLOYED: (Measure.LABOUR_FORCE,),
    Measure.LABOUR_FORCE: (Measure.WORKING_AGE,),
    Measure.PARTICIPANTS_ACTIVE: (Measure.PARTICIPANTS_REGISTERED,),
    Measure.PARTICIPANTS_INACTIVE: (Measure.PARTICIPANTS_REGISTERED,),
    Measure.VULNERABLE_WORKERS: (Measure.LABOUR_FORCE,),
}
# Every member of the later programmes is a member of the first, which insures against accidents.
_FIRST_PROGRAMME, _LATER_PROGRAMMES = "JKK", ("JHT", "JP", "JKP")
_SUM, _TERMS = Measure.LABOUR_FORCE, (Measure.EMPLOYED, Measure.UNEMPLOYED)


def check_order(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Each figure of the file above one it is a part of, or below a current part of it."""
    for subject, line in known.file:
        wholes = [whole for whole in _wholes(subject) if known.has(whole)]
        parts = [part for part in _parts(subject) if part in known.current]
        for region_code, series in line.items() if wholes or parts else ():
            for period, figure in series.items():
                for other in wholes:
                    whole = known.find(other, region_code, period)
                    if whole is not None and _exceeds(figure, whole):
                        yield _above(figure, figure, whole, known, directory)
                for other in parts:
                    part = known.find(other, region_code, period)
                    # A part in the file was told of at its own cell.
                    if part is not None and known.is_current(part) and _exceeds(part, figure):
                        yield _above(figure, part, figure, known, directory)


def check_provinces(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """A kabupaten or kota that counts more than its province does."""
    for subject, line in known.file:
        for region_code, series in line.items():
            province = directory[region_code].parent_code
            whole_line = known.series(subject, province) if province else {}
            for period, whole in whole_line.items():
                figure = series.get(period)
                if figure is not None and _exceeds(figure, whole):
                    yield _above(figure, figure, whole, known, directory)


def check_balance(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Where labour force, employed and unemployed are all known, the last two make up the first."""
    told: set[tuple[Subject, str, str]] = set()
    for subject, line in known.file:
        terms = [subject._replace(measure=measure) for measure in (_SUM, *_TERMS)]
        if subject.measure not in (_SUM, *_TERMS) or not all(known.has(term) for term in terms):
            continue
        for region_code, series in line.items():
            for period, figure in series.items():
                found_ones = [known.find(term, region_code, period) for term in terms]
                figures = [one for one in found_ones if one is not None]
                place = (terms[0], region_code, period)
                if len(figures) == len(terms) and place not in told and _unbalanced(*figures):
                    told.add(place)
                    yield _balance(figure, figures, directory)


def _wholes(subject: Subject) -> Iterator[Subject]:
    """The subjects that hold this one."""
    for measure in WITHIN.get(subject.measure, ()):
        yield subject._replace(measure=measure)
    if subject.segment is not Segment.TOTAL:
        yield subject._replace(segment=Segment.TOTAL)
    if subject.group:
        yield subject._replace(group="")
    if subject.programme in _LATER_PROGRAMMES:
        yield subject._replace(programme=_FIRST_PROGRAMME)


def _parts(subject: Subject) -> Iterator[Subject]:
    """The subjects that this one holds; groups have names of their own and are not listed."""
    for measure, wholes in WITHIN.items():
        if subject.measure in wholes:
            yield subject._replace(measure=measure)
    if subject.segment is Segment.TOTAL:
        yield from (subject._replace(segment=one) for one in Segment if one is not Segment.TOTAL)
    if subject.programme == _FIRST_PROGRAMME:
        yield from (subject._replace(programme=one) for one in _LATER_PROGRAMMES)


def _exceeds(part: Figure, whole: Figure) -> bool:
    return part.unit is not Unit.RATIO and part.value - whole.value > _slack(part, whole)


def _unbalanced(total: Figure, *terms: Figure) -> bool:
    return abs(total.value - sum(one.value for one in terms)) > _slack(total, *terms)


def _slack(*figures: Figure) -> Decimal:
    """Half a rounding unit of each rounded number; exact counts must fit to the last person."""
    units = [figure.rounding_unit / 2 for figure in figures if figure.rounding_unit > 1]
    return sum(units, Decimal(0))


def _above(
    figure: Figure, part: Figure, whole: Figure, known: Known, directory: RegionDirectory
) -> Finding:
    """The finding stands at ``figure``, the one of the two that is in the file."""
    other = whole if figure is part else part
    current = known.is_current(other)
    return found(
        Code.PART_ABOVE_CURRENT if current else Code.PART_ABOVE_WHOLE,
        sheet=figure.sheet,
        cell=figure.cell,
        value=f"{figure.value:f}",
        part=name_of(subject_of(part)),
        part_region=directory[part.key.region_code].name,
        part_count=int(part.value),
        whole=name_of(subject_of(whole)),
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
