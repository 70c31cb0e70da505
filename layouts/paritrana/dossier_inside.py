"""What stands in a dossier whatever the weights: what can be entered, documents, judges' scores."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dash.development.base_component import Component

from cakupan.analytics.juries import spread
from cakupan.domain.awards import Stage
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.juries import Dossier, Nominee
from layouts import elements as html
from layouts.attributes import aria
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import DossierAction
from layouts.paritrana import jury_sheet
from layouts.paritrana.records import ParitranaView
from layouts.view import localized
from layouts.written import written

_NUMBERS = ("mean", "low", "high", "deviation")


def insides(page: ParitranaView) -> dict[Nominee, list[Any]]:
    """The inside of every dossier of a page, written out."""
    return {
        one.nominee: written([*_buttons(one, page), _documents(one, page), *_scores(one, page)])
        for one in page.dossiers
    }


def _buttons(dossier: Dossier, page: ParitranaView) -> list[Component]:
    """What a jury can enter; what is frozen cannot be edited."""
    if page.view.edition:
        return []
    name = page.nominee_name(dossier.nominee)
    buttons = []
    for action in (DossierAction.SCORES, DossierAction.DOCUMENTS, DossierAction.STAGE):
        text = page.words(f"berkas.{action.removeprefix('dossier-')}")
        buttons.append(
            html.Button(
                text,
                id={"type": action, "nominee": dossier.nominee.text},
                className="quiet-button",
                type="button",
                **aria(haspopup="dialog", label=f"{text}: {name}"),
            )
        )
    return [html.Div(buttons, className="row-actions")]


def _documents(dossier: Dossier, page: ParitranaView) -> html.Div:
    """The checklist: every document of the list with its state, also one nobody spoke of."""
    words, language = page.words, page.view.language
    rows = []
    for document in page.view.reference.award_documents:
        state = dossier.documents.get(document.id)
        said = "unsaid" if state is None else str(int(state))
        name = localized(document, "name", language)
        rows.append((name, words(f"paritrana.document_state.{said}")))
    heads = [words(f"paritrana.dossier.column.{name}") for name in ("document", "state")]
    return FiguresTable(words("paritrana.dossier.checklist"), heads, rows).scrolling()


def _scores(dossier: Dossier, page: ParitranaView) -> list[Component]:
    stages = [stage for stage in Stage if any(one.stage is stage for one in dossier.scores)]
    if not stages:
        return [jury_sheet.blank_scores(page)]
    return [_scores_in(dossier, stage, page) for stage in stages]


def _scores_in(dossier: Dossier, stage: Stage, page: ParitranaView) -> html.Div:
    """A row a criterion, a column a judge, then mean and spread."""
    words = page.words
    scores = {(one.criterion, one.judge): one.value for one in dossier.scores if one.stage is stage}
    judges = sorted({judge for _, judge in scores})
    known = [one.id for one in page.view.reference.award_criteria]
    scored = {criterion for criterion, _ in scores}
    criteria = [*(one for one in known if one in scored), *sorted(scored - {*known})]
    spreads = [
        spread([Fraction(scores[criterion, one]) for one in judges if (criterion, one) in scores])
        for criterion in criteria
    ]
    columns = ColumnsOf(words, "paritrana.dossier.column")
    table = (
        columns.text("criterion", [page.criterion_name(one) for one in criteria]),
        *(
            Column(
                judge,
                judge,
                ColumnKind.SCORE,
                _given(scores, judge, criteria),
            )
            for judge in judges
        ),
        *(
            columns.number(name, ColumnKind.SCORE, [float(getattr(one, name)) for one in spreads])
            for name in _NUMBERS
        ),
    )
    caption = words("paritrana.dossier.scores", stage=words(f"paritrana.stage.{stage.value}"))
    shown = FiguresTable.of(caption, table, page.view.language).scrolling()
    return html.Div([html.H3(caption), shown])


def _given(
    scores: Mapping[tuple[str, str], Decimal], judge: str, criteria: Sequence[str]
) -> list[float | None]:
    """What a judge gave for each criterion, None where the judge gave nothing."""
    found = (scores.get((criterion, judge)) for criterion in criteria)
    return [None if score is None else float(score) for score in found]
