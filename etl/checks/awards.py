"""Awards: a place that two hold in one category, and scores of whom nobody nominated."""

from collections.abc import Iterator

from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.regions import NATION_CODE, RegionDirectory
from etl.checks.lines import Known
from etl.checks.telling import tell
from etl.finding_codes import Code

_NEEDS_NOMINEE = (Measure.AWARD_SCORE, Measure.AWARD_DOCUMENT)


def check_nominees(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Scores and documents of whom no list of nominees has, in this file or among the current.

    Told once of each nominee, at the first cell.
    """
    listed = {
        (subject.programme, subject.group, region_code, period)
        for subject in known.subjects()
        if subject.measure is Measure.AWARD_STAGE
        for line in (known.file.get(subject, {}), known.current.get(subject, {}))
        for region_code, series in line.items()
        for period in series
    }
    told: set[tuple[str, str, str, str]] = set()
    for subject, line in known.file.items():
        if subject.measure not in _NEEDS_NOMINEE:
            continue
        for region_code, series in line.items():
            for period, place in series.items():
                nominee = (subject.programme, subject.group, region_code, period)
                if nominee not in listed | told:
                    told.add(nominee)
                    yield tell(
                        Code.NOMINEE_UNKNOWN,
                        known.figure(place),
                        directory,
                        nominee=subject.programme or directory[region_code].name,
                        category=subject.group.replace("_", " "),
                        year=period[:4],
                    )


def check_awards(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Two winners of one place, of one award, in one category and province."""
    holders: dict[tuple[str, ...], int] = {}
    for subject, line in known.file.items():
        if subject.measure is not Measure.AWARD_PLACE:
            continue
        for region_code, series in line.items():
            # Provinces compete with each other, all others within their province.
            rivals = region_code[:2] if "." in region_code else NATION_CODE
            for period, place in series.items():
                number = str(known.values[place])
                won = (subject.publisher, subject.group, rivals, period, number)
                first = holders.setdefault(won, place)
                if first != place:
                    other = known.figure(first)
                    yield tell(
                        Code.PLACE_TWICE,
                        known.figure(place),
                        directory,
                        place=number,
                        category=subject.group.replace("_", " "),
                        other=other.key.programme or directory[other.key.region_code].name,
                        other_sheet=other.sheet,
                        other_cell=other.cell,
                    )
