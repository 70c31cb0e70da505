"""Presence: regions and periods that are not there, and figures of another basis than before."""

from collections.abc import Iterator

from cakupan.domain.findings import Finding
from cakupan.domain.measures import OCCASIONAL, Basis, Measure
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, Line, name_of
from etl.finding_codes import Code, found

_MOST_NAMED = 12


def check_regions(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Provinces of which more than half of the regions are there, and not all.

    Told once for all periods that lack the same regions. A region's part for which the table has a
    row without a number is missing just the same.
    """
    told: set[tuple[Measure, str, tuple[str, ...]]] = set()
    for subject, line in known.file.items():
        if subject.measure in OCCASIONAL:
            continue
        groups: dict[frozenset[str], list[str]] = {}
        for region_code, series in line.items():
            groups.setdefault(frozenset(series), []).append(region_code)
        seen: set[frozenset[str]] = set()
        for period in sorted(frozenset().union(*groups)):
            here = frozenset().union(*(codes for group, codes in groups.items() if period in group))
            if here in seen:
                continue
            seen.add(here)
            for province, missing in _missing(here, directory):
                place = subject.measure, province, missing
                if place in told:
                    continue
                told.add(place)
                first = next(line[code][period] for code in sorted(here) if code[:2] == province)
                yield found(
                    Code.REGIONS_MISSING,
                    sheet=known.shared(first).sheet,
                    measure=name_of(subject),
                    region=directory[province].name,
                    period=period,
                    missing=len(missing),
                    parts=len(directory.parts(province)),
                    names=", ".join(directory[code].name for code in missing[:_MOST_NAMED]),
                )


def check_periods(known: Known) -> Iterator[Finding]:
    """A series with a year left out in its midst, and a file whose newest period is an old one."""
    for subject, line in known.file.items():
        if subject.measure in OCCASIONAL:
            continue
        stated = sorted({period for series in line.values() for period in series})
        years = {Period(text).year for text in stated}
        gap = [year for year in range(min(years), max(years)) if year not in years]
        at = known.figure(_any(line))
        if gap:
            yield found(
                Code.PERIODS_MISSING,
                sheet=at.sheet,
                measure=name_of(subject),
                first=stated[0],
                last=stated[-1],
                years=", ".join(map(str, gap)),
            )
        newest = max(
            (text for series in known.current.get(subject, {}).values() for text in series),
            default="",
        )
        if newest > stated[-1] and Period(newest).year > Period(stated[-1]).year:
            yield found(
                Code.PERIOD_OLD,
                sheet=at.sheet,
                measure=name_of(subject),
                period=stated[-1],
                newest=newest,
            )


def check_basis(known: Known) -> Iterator[Finding]:
    """Participants counted on another basis than everything current of their kind."""
    told: set[Measure] = set()
    for subject, line in known.file.items():
        others = [basis for basis in Basis if basis is not subject.basis]
        same = [subject._replace(basis=basis) in known.current for basis in others]
        if subject.measure in told or subject in known.current or not any(same):
            continue
        told.add(subject.measure)
        at = known.figure(_any(line))
        yield found(Code.BASIS_DIFFERS, sheet=at.sheet, cell=at.cell, measure=name_of(subject))


def _missing(
    here: frozenset[str], directory: RegionDirectory
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for province in sorted({code[:2] for code in here if "." in code}):
        parts = [part.code for part in directory.parts(province)]
        missing = tuple(code for code in parts if code not in here)
        if missing and 2 * len(missing) < len(parts):
            yield province, missing


def _any(line: Line) -> int:
    return next(place for series in line.values() for place in series.values())
