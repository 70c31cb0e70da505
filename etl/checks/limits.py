"""Limits: targets between 0 and 100%; months, places, years and scores that can be at all."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.juries import HIGHEST, State
from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, Line
from etl.checks.telling import tell
from etl.finding_codes import Code

MOST_MONTHS = 24
"""Nobody pays ahead for longer."""

_YEAR_OF_MONTHS = 12
# An award of one year is for the year before, at times for the one before that.
_YEARS_BACK = 2
Check = Callable[[Figure], tuple[Code, dict[str, str | int]] | None]


def check_limits(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """What is outside the limits of its measure, and targets that fall from year to year."""
    for subject, line in known.file.items():
        check = _CHECKS.get(subject.measure)
        if check is None:
            continue
        for series in line.values():
            for place in series.values():
                figure = known.figure(place)
                said = check(figure)
                if said is not None:
                    code, details = said
                    yield tell(code, figure, directory, **details)
        if subject.measure is Measure.TARGET_COVERAGE:
            yield from _falling(known, line, directory)


def _target(figure: Figure) -> tuple[Code, dict[str, str | int]] | None:
    if 0 < figure.value <= 1:
        return None
    return Code.TARGET_IMPOSSIBLE, {"percent": round(100 * figure.value)}


def _months(figure: Figure) -> tuple[Code, dict[str, str | int]] | None:
    months = int(figure.value)
    if not 1 <= months <= MOST_MONTHS:
        return Code.MONTHS_IMPOSSIBLE, {"count": months}
    return (Code.MONTHS_MANY, {"count": months}) if months > _YEAR_OF_MONTHS else None


def _place(figure: Figure) -> tuple[Code, dict[str, str | int]] | None:
    return None if figure.value >= 1 else (Code.PLACE_IMPOSSIBLE, {})


def _assessed(figure: Figure) -> tuple[Code, dict[str, str | int]] | None:
    given, assessed = figure.key.period.year, int(figure.value)
    if given - _YEARS_BACK <= assessed <= given:
        return None
    # Years are no counts: they are told as texts, without separators.
    return Code.ASSESSED_YEAR_DIFFERS, {"assessed": str(assessed), "given": str(given)}


def _score(figure: Figure) -> tuple[Code, dict[str, str | int]] | None:
    return None if 0 <= figure.value <= HIGHEST else (Code.SCORE_IMPOSSIBLE, {"most": HIGHEST})


def _state(figure: Figure) -> tuple[Code, dict[str, str | int]] | None:
    return None if figure.value in set(State) else (Code.STATE_IMPOSSIBLE, {})


_CHECKS: dict[Measure, Check] = {
    Measure.TARGET_COVERAGE: _target,
    Measure.SUBSIDY_MONTHS: _months,
    Measure.AWARD_PLACE: _place,
    Measure.AWARD_ASSESSED_YEAR: _assessed,
    Measure.AWARD_SCORE: _score,
    Measure.AWARD_STAGE: _state,
    Measure.AWARD_DOCUMENT: _state,
}


def _falling(known: Known, line: Line, directory: RegionDirectory) -> Iterator[Finding]:
    """A target below that of an earlier year; days say when one was stated, not what it is for."""
    for series in line.values():
        places = [
            place
            for period, place in sorted(series.items())
            if len(period) == len("2030") and known.shared(place).maturity is not Maturity.RETIRED
        ]
        for earlier, later in pairwise(places):
            if known.values[later] < known.values[earlier]:
                figure, before = known.figure(later), known.figure(earlier)
                yield tell(
                    Code.TARGET_FALLS,
                    figure,
                    directory,
                    period=figure.key.period.text,
                    before=before.key.period.text,
                    framework=figure.key.group,
                )
