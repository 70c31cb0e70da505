"""From a view to a contest: whose figures, against which year, with what was loaded of awards."""

from collections.abc import Mapping, Sequence

import pandas as pd

from cakupan.analytics.contest import Contest, contest
from cakupan.analytics.grades import Graded
from cakupan.analytics.nominees import judged, rank_nominees
from cakupan.domain.awards import AwardSize, Stage, size_of
from cakupan.domain.juries import Dossier
from cakupan.domain.records import replace
from cakupan.domain.regions import RegionKind
from callbacks.dossier_history import read_dossier_edits
from callbacks.figures import Figures
from callbacks.grading import graded_together
from callbacks.weights_reading import of_region, saved_weights
from layouts.paritrana.asked import Asked, asked
from layouts.paritrana.dossier_card import opened
from layouts.paritrana.dossier_inside import insides
from layouts.paritrana.records import ParitranaView, Standing, standings_of
from layouts.view import View


def read_paritrana(figures: Figures, view: View) -> ParitranaView:
    """The contest of a region's parts at the month shown."""
    reference, versions = view.reference, saved_weights(figures)
    choices = asked(view.choices, reference.award_criteria, reference.award_sizes, versions)
    prefix = view.choices.region_prefix
    base, period = view.choices.denominator_id, view.summary.headline.period
    found, standings, quality = figures.recent(
        "contest",
        (
            base,
            view.region.code,
            period,
            choices.group,
            choices.size,
            *choices.weights.values(),
        ),
        lambda: _contest(figures, view, choices),
    )
    dossiers = figures.recent("nominated", (prefix,), lambda: _dossiers(figures, view))
    groups = figures.recent("judged", (prefix,), lambda: judged(dossiers, _stages(view)))
    page = ParitranaView(
        view=view,
        asked=choices,
        contest=found,
        standings=standings,
        graded=quality,
        edits=[
            edit
            for edit in read_dossier_edits(figures)
            if edit.nominee.region_code.startswith(prefix)
        ],
        versions=of_region(versions, view.region.code),
        dossiers=dossiers,
        nominees=figures.recent(
            "nominees",
            (prefix, *choices.jury.items()),
            lambda: rank_nominees(groups, choices.jury),
        ),
        awards=[one for one in figures.awards() if one.region_code.startswith(prefix)],
        events=[
            event
            for event in reference.award_events
            if view.region.kind is RegionKind.NATION or event.region_code == view.region.code
        ],
    )
    # They are the same whatever the weights, and much to build.
    about = (prefix, view.language)
    page = replace(page, insides=figures.recent("insides", about, lambda: insides(page)))
    jury = (*about, *choices.jury.items())
    return replace(page, opened=figures.recent("opened", jury, lambda: opened(page)))


def _dossiers(figures: Figures, view: View) -> list[Dossier]:
    """The nominees of a province; of the nation those who have reached the national stage."""
    prefix, nation = view.choices.region_prefix, view.region.kind is RegionKind.NATION
    return [
        one
        for one in figures.dossiers()
        if one.nominee.region_code.startswith(prefix)
        and (not nation or one.reached is Stage.NATION)
    ]


def _stages(view: View) -> list[Stage]:
    """The stages whose juries are compared: those of a province, or that of the nation."""
    nation = view.region.kind is RegionKind.NATION
    return [stage for stage in Stage if (stage is Stage.NATION) is nation]


def _of_size(
    size_id: str,
    workers: pd.Series,
    kinds: Mapping[str, RegionKind],
    sizes: Sequence[AwardSize],
) -> list[str]:
    """Codes of the regions of one size."""
    found = {code: size_of(float(workers[code]), kind, sizes) for code, kind in kinds.items()}
    return [code for code, size in found.items() if size and size.id == size_id]


def _contest(
    figures: Figures, view: View, choices: Asked
) -> tuple[Contest, dict[str, Standing], Graded]:
    parts = view.reference.directory.parts(view.region.code)
    period = view.summary.headline.period
    kinds = {part.code: part.kind for part in parts if choices.group.takes(part.kind)}
    now = view.panel.in_month(list(kinds), period)
    if choices.size:
        now = now.loc[_of_size(choices.size, now["workers"], kinds, view.reference.award_sizes)]
    before = view.panel.in_month(list(now.index), period.same_month_last_year())
    found = contest(now, before, weights=choices.weights)
    ranked = [code for code in now.index if code not in found.unfit]
    quality = graded_together(figures, ranked, period, view.choices.denominator_id)
    return found, standings_of(found), quality
