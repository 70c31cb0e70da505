"""From figures and an address to what the Target page shows. No drawing, no writing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pandas as pd

from cakupan.analytics.arrival import arrival
from cakupan.analytics.assessment import assess
from cakupan.analytics.gaps import months_left, people_a_month, people_needed
from cakupan.analytics.ladder import Rung, ladder
from cakupan.analytics.needs import yearly_needs
from cakupan.analytics.panel import Panel
from cakupan.analytics.sharing import Aim, Part, Rule, split_need
from cakupan.analytics.standing import standing
from cakupan.analytics.summary import Headline
from cakupan.analytics.trajectory import outlook
from cakupan.analytics.what_if import Assumption, WhatIf, what_if
from cakupan.charts.messages import goal
from callbacks.drawing import view_of
from callbacks.figures import Figures
from callbacks.reading import Request, Settled, read_view
from callbacks.target_edit import FAMILY
from callbacks.target_history import read_edits
from layouts.target.asked import Asked, read_asked
from layouts.target.records import Answer, Origin, TargetView
from layouts.view import View

_STEPS = (Decimal("0.50"), Decimal("0.65"), Decimal(1))
_YEARS_AHEAD = 5
"""A proposal where no dated target is running: the next step, so many years ahead."""


def read_target_view(
    figures: Figures, request: Request, found: Settled, *, assumed_only: bool = False
) -> TargetView | None:
    """The page for a request; None where no region has participants at all.

    A region without any still has its targets, at the newest month there is anywhere.
    ``assumed_only`` leaves out what no assumption changes: the ladder and the history.
    """
    view = view_of(figures, request, found) or _of_targets_alone(figures, request, found)
    if view is None:
        return None
    headline = view.summary.headline
    stated, of_target = _stated(view)
    asked = read_asked(view.choices, stated, of_target=of_target, first_year=headline.period.year)
    return TargetView(
        view=view,
        rungs=()
        if assumed_only
        else figures.recent("ladder", _about(view), lambda: _rungs(figures, view)),
        asked=asked,
        answer=_answer(figures, view, asked, headline),
        edits=() if assumed_only else read_edits(figures),
        origins={} if assumed_only else _origins(figures),
    )


def _of_targets_alone(figures: Figures, request: Request, found: Settled) -> View | None:
    months = figures.periods("")
    if not months:
        return None
    choices = found.choices.at(months[0])
    return read_view(figures, choices, months[0], compact=request.compact)


def _about(view: View) -> tuple[str, str, str]:
    """What tells one view's figures from another's."""
    period = view.summary.headline.period
    return (view.choices.region_code, view.choices.denominator_id, period.text)


def _stated(view: View) -> tuple[Assumption, bool]:
    """What is assumed without a word in the address, and whether its goal is a target on record.

    The people added a month are those of the past year on average; without a year to look back on,
    those that are needed.
    """
    summary, headline = view.summary, view.summary.headline
    aim = goal([gap for gap in summary.gaps if gap.months_left])
    if aim is not None and aim.target.year is not None:
        year, ratio = aim.target.year, aim.target.ratio
    else:
        year = headline.period.year + _YEARS_AHEAD
        ratio = next((step for step in _STEPS if step > (headline.coverage or 0)), _STEPS[-1])
    return Assumption(Decimal(0), _a_month(view, year, ratio), year, ratio), aim is not None


def _a_month(view: View, year: int, ratio: Decimal) -> int:
    change, headline = view.summary.year_on_year.participants_change, view.summary.headline
    if change is not None:
        return max(0, round(change / 12))
    if headline.participants is None or not headline.workers:
        return 0
    need = people_needed(headline.participants, headline.workers, ratio=ratio)
    return people_a_month(need, months_left(headline.period, year)) or 0


def _rungs(figures: Figures, view: View) -> tuple[Rung, ...]:
    """The ladder of all frameworks, whichever is chosen; bases of targets are read as needed."""
    choices, region = view.choices, view.region
    near = {region.code, "00", *(part.code for part in view.panel.directory.parts(region.code))}
    targets = [one for one in figures.targets() if one.region_code in near]
    known = {one.id for one in view.reference.denominators}
    bases = {one.denominator for one in targets} & known - {choices.denominator_id}
    panels: Mapping[str, Panel] = {
        choices.denominator_id: view.panel,
        **{base: figures.panel(base) for base in bases},
    }
    return ladder(
        panels,
        region=region,
        targets=targets,
        denominator_id=choices.denominator_id,
        period=view.summary.headline.period,
    )


def _answer(figures: Figures, view: View, asked: Asked, headline: Headline) -> Answer | None:
    """What follows from the assumptions; None without coverage to start from."""
    if headline.coverage is None or headline.participants is None or not headline.workers:
        return None
    assumed, period = asked.assumed, headline.period
    outcome = what_if(headline.participants, headline.workers, period=period, assumed=assumed)
    marks = figures.recent(
        "marks",
        _about(view),
        lambda: standing(view.panel, region=view.region, period=period).marks,
    )
    if not marks:
        return None
    due = date(assumed.year, 12, 31)
    parts = figures.recent("parts", _about(view), lambda: _parts(view, headline))
    return Answer(
        outcome=outcome,
        needs=yearly_needs(
            headline.participants,
            headline.workers,
            period=period,
            ratio=assumed.ratio,
            year=assumed.year,
            growth=assumed.growth,
        )
        if outcome.needed
        else (),
        arrival=arrival(marks, ratio=assumed.ratio),
        outlook=outlook(marks, due=due),
        assessment=assess(
            marks[-1],
            start=marks[0] if len(marks) > 1 else None,
            ratio=assumed.ratio,
            due=due,
        ),
        parts=parts,
        shares=_shares(parts, outcome, period.year) if parts else None,
    )


def _parts(view: View, headline: Headline) -> list[Part]:
    """The parts as they stand; none where any of them lacks data, or is not to be seen."""
    if not headline.parts_expected or headline.parts_with_data < headline.parts_expected:
        return []
    codes = [part.code for part in view.panel.directory.parts(view.region.code)]
    month: pd.DataFrame = view.panel.in_month(codes, headline.period)
    if month[["participants", "workers"]].isna().to_numpy().any():
        return []
    return [
        Part(code, int(participants), int(workers))
        for code, participants, workers in zip(
            codes, month["participants"], month["workers"], strict=True
        )
    ]


def _shares(
    parts: list[Part], outcome: WhatIf, first_year: int
) -> Mapping[Rule, Mapping[str, int]]:
    assumed = outcome.assumed
    aim = Aim(assumed.ratio, assumed.growth, max(0, assumed.year - first_year))
    return {rule: split_need(outcome.needed, parts, rule=rule, aim=aim) for rule in Rule}


def _origins(figures: Figures) -> dict[str, Origin]:
    """Who brought the targets that do not ship with the program."""
    return {
        stated.target.id: Origin(
            by=stated.loaded.loaded_by,
            at=stated.loaded.loaded_at,
            file_name=stated.loaded.file_name,
            edited=stated.loaded.family == FAMILY,
        )
        for stated in figures.stated_targets().values()
        if stated.loaded is not None
    }
