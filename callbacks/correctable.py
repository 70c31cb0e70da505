"""Which figures a flag speaks of, as they stand, so that one of them can be put right."""

from collections.abc import Collection, Iterator

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.flags import FlagCode
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.storage.queries.corrections import standing_figures
from cakupan.storage.queries.selection import usual_basis
from callbacks.figures import Figures
from layouts.mutu.records import Case
from layouts.view import View

_EMPLOYED, _FORCE = "employed", "labour_force"


class Stands(Record, frozen=True):
    """A figure that counts, and the file it was read from."""

    figure: Figure
    file_name: str


def correctable(figures: Figures, view: View, case: Case) -> list[Stands]:
    """The figures of one flag; none where it is about what is only the sum of others."""
    if case.code is FlagCode.CORRECTION_UNFIT:
        keys = {one.figure.key for one in case.corrections}
        asked = {(key.measure, key.period.text) for key in keys}
        return [one for one in _standing(figures, case, asked) if one.figure.key in keys]
    if case.check is not None:
        told = (case.check.told, *case.check.others)
        stated = {(one.measure, one.period.text, one.publisher, one.segment) for one in told}
        asked = {(one.measure, one.period.text) for one in told}
        return [
            one for one in _standing(figures, case, asked) if _stated_so(one.figure.key) in stated
        ]
    asked = set(_behind(figures, view, case))
    return [one for one in _standing(figures, case, asked) if _in_series(one.figure.key, figures)]


def _stated_so(key: FigureKey) -> tuple[object, ...]:
    return (key.measure, key.period.text, key.publisher, key.segment)


def _in_series(key: FigureKey, figures: Figures) -> bool:
    whole = not (key.programme or key.group)
    usual = key.basis is usual_basis(key.measure)
    return whole and usual and key.publisher in figures.publishers


def _standing(figures: Figures, case: Case, asked: Collection[tuple[Measure, str]]) -> list[Stands]:
    found = standing_figures(
        figures.reader,
        region_code=case.flag.key.region_code,
        measures={measure for measure, _ in asked},
        period_texts={text for _, text in asked},
    )
    return [
        Stands(figure, file_name)
        for figure, file_name in found
        if (figure.key.measure, figure.key.period.text) in asked
    ]


def _behind(figures: Figures, view: View, case: Case) -> Iterator[tuple[Measure, str]]:
    """Participants of the month, and the workforce that they were measured by."""
    code, period = case.flag.key.region_code, view.summary.headline.period
    bases = {case.flag.key.subject or view.choices.denominator_id}
    if case.code is FlagCode.EMPLOYED_ABOVE_FORCE:
        bases = {_EMPLOYED, _FORCE}
    else:
        stated = view.panel.participants_in(period)
        texts = stated.loc[stated["region_code"] == code, "period"]
        yield from ((Measure.PARTICIPANTS_ACTIVE, str(text)) for text in texts.unique())
    for denominator in figures.reference.denominators:
        if denominator.id in bases:
            panel = figures.panel(denominator.id)
            newest = panel.in_month([code], period)["workers_newest"].iloc[0]
            mine = panel.workforce["region_code"] == code
            paired = panel.workforce.loc[mine & (panel.workforce["date"] == newest), "period"]
            yield from ((denominator.measure, str(text)) for text in paired.unique())
