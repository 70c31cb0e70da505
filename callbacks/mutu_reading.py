"""From a view to the Mutu data page: every flag with its decision and the cells behind it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cakupan.analytics.completeness import base_spread, completeness
from cakupan.analytics.published_checks import Check
from cakupan.domain.flags import Flag, FlagSeverity
from cakupan.domain.measures import Measure
from callbacks.figures import Figures
from callbacks.mutu_flags import found_in, panels_of
from layouts.mutu.records import Case, MutuView, Place
from layouts.view import View, localized

_ORDER = list(FlagSeverity)


def read_mutu(figures: Figures, view: View) -> MutuView:
    """The page's view: what waits for a person comes first, the gravest on top."""
    found = found_in(figures, view)
    period, directory = view.summary.headline.period, figures.reference.directory
    codes = [view.region.code, *(part.code for part in directory.parts(view.region.code))]
    places = _places(figures, view)
    cases = [
        *(_case(flag, None, figures, places) for flag in found.flags),
        *(_case(one.flag, one, figures, places) for one in found.checks if one.flag),
    ]
    return MutuView(
        view=view,
        cases=sorted(cases, key=_weight),
        breaks=[_case(flag, None, figures, {}) for flag in found.breaks],
        checks=found.checks,
        history=[
            one
            for one in figures.decisions_made()
            if one.flag.region_code.startswith(view.choices.region_prefix)
        ],
        completeness=completeness(view.panel, codes, until=period),
        bases=base_spread(panels_of(figures), codes, period),
        base_names={
            one.id: localized(one, "short", view.language) for one in figures.reference.denominators
        },
    )


def _case(
    flag: Flag, check: Check | None, figures: Figures, places: Mapping[str, Sequence[Place]]
) -> Case:
    decision = figures.decisions().get(flag.key)
    told = (check.told, *check.others) if check else ()
    return Case(flag, check, decision, told or places.get(flag.key.region_code, ()))


def _places(figures: Figures, view: View) -> dict[str, list[Place]]:
    """The cells of participants in the month, by region."""
    texts = set(view.panel.participants_in(view.summary.headline.period)["period"])
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for text in sorted(texts):
        prefix = view.choices.region_prefix
        for one in figures.sources(Measure.PARTICIPANTS_ACTIVE, prefix, text):
            found[one.region_code].append(one)
    return dict(found)


def _weight(case: Case) -> tuple[bool, int, str]:
    decided = case.decision is not None
    return decided, _ORDER.index(case.flag.severity), case.flag.key.text
