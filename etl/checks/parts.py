"""Parts of one whole: programmes that make it up, and groups that never exceed it together."""

from collections.abc import Iterator
from decimal import Decimal

from cakupan.domain.figure_columns import Subject
from cakupan.domain.findings import Finding
from cakupan.domain.measures import ADD_OVER_GROUPS, ADD_OVER_PROGRAMMES
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, name_of
from etl.checks.telling import tell
from etl.finding_codes import Code


def check_parts(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Wholes that the file, or the file and what is current, state beside their parts."""
    for code, whole, parts in _families(known):
        regions = dict.fromkeys(
            region for part in (whole, *parts) for region in known.file.get(part, {})
        )
        for region_code in regions:
            for period, place in known.series(whole, region_code).items():
                found = [known.find(part, region_code, period) for part in parts]
                places = [one for one in found if one is not None]
                if not places or all(known.is_current(one) for one in (place, *places)):
                    continue
                if code is Code.GROUPS_ABOVE_WHOLE and _exceeded(known, place, places):
                    continue
                summed = sum((Decimal(known.values[one]) for one in places), Decimal(0))
                excess = summed - known.values[place]
                # Groups or programmes may be left out, unless they stand beside their sum.
                short = code is Code.PROGRAMMES_DIFFER and _together(known, place, places)
                if (abs(excess) if short else excess) > known.slack(place, *places):
                    yield _told(code, known, place, places, directory)


def _families(known: Known) -> Iterator[tuple[Code, Subject, list[Subject]]]:
    """Every whole and its parts: of programmes, then of groups."""
    families: dict[tuple[Code, Subject], list[Subject]] = {}
    for part in known.subjects():
        if part.programme and part.measure in ADD_OVER_PROGRAMMES:
            whole = Code.PROGRAMMES_DIFFER, part._replace(programme="")
            families.setdefault(whole, []).append(part)
        if part.group and part.measure in ADD_OVER_GROUPS:
            whole = Code.GROUPS_ABOVE_WHOLE, part._replace(group="")
            families.setdefault(whole, []).append(part)
    yield from (
        (code, whole, parts) for (code, whole), parts in families.items() if known.has(whole)
    )


def _exceeded(known: Known, place: int, places: list[int]) -> bool:
    """Whether one part alone is more than the whole, which is told of as such."""
    return any(known.values[one] > known.values[place] for one in places)


def _together(known: Known, place: int, places: list[int]) -> bool:
    """Whether all stand on one sheet of the file, where a part left out would show."""
    return not any(known.is_current(one) for one in (place, *places)) and (
        len({known.shared(one).sheet for one in (place, *places)}) == 1
    )


def _told(
    code: Code, known: Known, place: int, places: list[int], directory: RegionDirectory
) -> Finding:
    """At the whole where it is in the file, else at the first part that is."""
    at = next(one for one in (place, *places) if not known.is_current(one))
    summed = sum((Decimal(known.values[one]) for one in places), Decimal(0))
    figure = known.figure(at)
    return tell(
        code,
        figure,
        directory,
        measure=name_of(known.shared(place).subject),
        period=figure.key.period.text,
        stated=int(known.values[place]),
        summed=int(summed),
        difference=int(abs(summed - known.values[place])),
        parts=len(places),
    )
