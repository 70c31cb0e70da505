"""All flags and checks of a region and its parts at one month, worked out once for each version."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np

from cakupan.analytics.corrected import corrections_within, unfit_flags
from cakupan.analytics.flags import (
    break_flags,
    coverage_flags,
    growth_flags,
    missing_flags,
    workforce_flags,
)
from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.analytics.published_checks import (
    Check,
    ratio_checks,
    subset_checks,
    triple_checks,
    whole_checks,
)
from cakupan.analytics.quality import OF_WORKFORCE, Mark, workforce_marks
from cakupan.analytics.totals import family
from cakupan.domain.flags import Flag, FlagSeverity
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE
from callbacks.answers import RECENT
from callbacks.corrections import read_corrections
from callbacks.figures import PEOPLE, Figures
from callbacks.touched import DECISIONS
from layouts.view import View

# A published figure is held against the month it speaks of, or one shortly before.
_MONTHS_BACK = 3


class Found(Record, frozen=True):
    """Flags of computed figures, the register of breaks, and checks of published figures."""

    flags: tuple[Flag, ...]
    breaks: tuple[Flag, ...]
    checks: tuple[Check, ...]

    @property
    def all_flags(self) -> tuple[Flag, ...]:
        """Every flag that may be decided about, those of checks too."""
        return (*self.flags, *self.breaks, *(one.flag for one in self.checks if one.flag))


def found_in(figures: Figures, view: View) -> Found:
    """Flags and checks of the region shown and everything below it."""
    period, base = view.summary.headline.period, view.choices.denominator_id
    return figures.recent(
        "found", (view.region.code, period.text, base), lambda: _find(figures, view)
    )


def open_red(figures: Figures, view: View) -> int:
    """How many red flags wait for a decision."""
    decisions = figures.decisions()
    return sum(
        flag.severity is FlagSeverity.RED and flag.key not in decisions
        for flag in found_in(figures, view).all_flags
    )


def computed_flags(figures: Figures, *, period: Period, denominator_id: str) -> tuple[Flag, ...]:
    """Flags of the computed figures of all regions in a month.

    Red ones speak of any denominator, the others of the one that is shown.
    """
    bases = (one.measure for one in figures.reference.denominators)
    return figures.of_subjects(
        ("flags", period.text, denominator_id),
        (*PEOPLE, *bases, DECISIONS),
        lambda: tuple(_compute(figures, period, denominator_id)),
        most=RECENT,
    )


def panels_of(figures: Figures) -> dict[str, Panel]:
    """The panel of each denominator, by its id."""
    return {one.id: figures.panel(one.id) for one in figures.reference.denominators}


def _find(figures: Figures, view: View) -> Found:
    period, base = view.summary.headline.period, view.choices.denominator_id
    directory = figures.reference.directory
    family_codes = set(family(view.region, directory))
    flags = [
        flag
        for flag in computed_flags(figures, period=period, denominator_id=base)
        if flag.key.region_code in family_codes
    ]
    shown = [view.region.code, *(part.code for part in directory.parts(view.region.code))]
    breaks = break_flags(view.panel, shown, until=period, denominator_id=base)
    flags += unfit_flags(corrections_within(read_corrections(figures), view.region.code))
    return Found(tuple(flags), tuple(breaks), tuple(_checks(figures, view, panels_of(figures))))


def _compute(figures: Figures, period: Period, base: str) -> Iterator[Flag]:
    directory, panels = figures.reference.directory, panels_of(figures)
    codes = family(directory[NATION_CODE], directory)
    for name, panel in panels.items():
        found = coverage_flags(panel, codes, period, denominator_id=name)
        yield from (flag for flag in found if name == base or flag.severity is FlagSeverity.RED)
    if {"employed", "labour_force"} <= panels.keys():
        yield from workforce_flags(panels["employed"], panels["labour_force"], codes, period)
    own, stale = panels[base], _stale(panels[base], codes, period)
    for parent in (code for code in codes if directory.parts(code)):
        yield from growth_flags(own, parent, period)
        yield from missing_flags(own, parent, period, denominator_id=base, stale=stale)


def _stale(panel: Panel, codes: list[str], period: Period) -> frozenset[str]:
    now = panel.in_month(codes, period, only=OF_WORKFORCE)
    return frozenset(now.index[workforce_marks(now, period)[Mark.STALE]])


def _checks(figures: Figures, view: View, panels: Mapping[str, Panel]) -> list[Check]:
    directory = figures.reference.directory
    # Of a region that is no more nothing is computed to hold a figure against.
    told = [one for one in figures.told(view.choices.region_prefix) if one.region_code in directory]

    def counted(code: str, period: Period) -> int | None:
        return _participants(view.panel, code, period)

    def computed(code: str, period: Period) -> Mapping[str, Fraction]:
        found = {name: _coverage(panel, code, period) for name, panel in panels.items()}
        return {name: ratio for name, ratio in found.items() if ratio is not None}

    return [
        *whole_checks(told, whole_of=lambda code: directory[code].parent_code, counted=counted),
        *subset_checks(told),
        *triple_checks(told),
        *ratio_checks(told, computed=computed),
    ]


def _participants(panel: Panel, code: str, period: Period) -> int | None:
    place = _newest(panel.columns["participants"], panel, code, period)
    return None if place is None else int(panel.columns["participants"][place])


def _coverage(panel: Panel, code: str, period: Period) -> Fraction | None:
    place = _newest(panel.columns["coverage"], panel, code, period)
    if place is None:
        return None
    people, workers = (int(panel.columns[name][place]) for name in ("participants", "workers"))
    return Fraction(people, workers)


def _newest(grid: np.ndarray, panel: Panel, code: str, period: Period) -> tuple[int, int] | None:
    """Where the month of a period stands, or the newest of the months before that is known."""
    row, month = panel.rows([code])[0], month_number(period.end) - panel.first_month
    for place in range(month, month - _MONTHS_BACK - 1, -1):
        if 0 <= place < grid.shape[1] and not np.isnan(grid[row, place]):
            return row, place
    return None
