"""From a view to the Mutu data page: every flag with its decision and the cells behind it."""

from cakupan.analytics.completeness import base_spread, completeness
from cakupan.analytics.corrected import corrections_within
from cakupan.domain.flags import FlagSeverity
from callbacks.corrections import read_corrections
from callbacks.figures import Figures
from callbacks.mutu_cases import Evidence
from callbacks.mutu_flags import found_in, panels_of
from callbacks.mutu_lateness import read_lateness
from layouts.mutu.records import Case, MutuView
from layouts.view import View, localized

_ORDER = list(FlagSeverity)


def read_mutu(figures: Figures, view: View) -> MutuView:
    """The page's view: what waits for a person comes first, the gravest on top."""
    found = found_in(figures, view)
    period, directory = view.summary.headline.period, figures.reference.directory
    codes = [view.region.code, *(part.code for part in directory.parts(view.region.code))]
    made = corrections_within(read_corrections(figures), view.region.code)
    behind = Evidence.of(figures, view, made)
    cases = [
        *(behind.case(flag) for flag in found.flags),
        *(behind.case(one.flag, one) for one in found.checks if one.flag),
    ]
    grid = completeness(view.panel, codes, until=period)
    return MutuView(
        view=view,
        cases=sorted(cases, key=_weight),
        breaks=[Case(flag, None, figures.decisions().get(flag.key), ()) for flag in found.breaks],
        checks=found.checks,
        history=[
            one
            for one in figures.decisions_made()
            if one.flag.region_code.startswith(view.choices.region_prefix)
        ],
        corrections=made,
        completeness=grid,
        lateness=read_lateness(figures, view, grid),
        bases=base_spread(panels_of(figures), codes, period),
        base_names={
            one.id: localized(one, "short", view.language) for one in figures.reference.denominators
        },
    )


def _weight(case: Case) -> tuple[bool, int, str]:
    decided = case.decision is not None
    return decided, _ORDER.index(case.flag.severity), case.flag.key.text
