"""The dossiers of nominees: how far each is, documents, scores by judge, and how judges differ.

Of a province each dossier opens; of the nation the table of all of them stands alone.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.juries import spread
from cakupan.domain.awards import Stage
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.juries import Dossier, State
from cakupan.domain.regions import RegionKind
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import MISSING, count
from layouts.attributes import aria, data
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import DossierAction, DossierId
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana import jury_sheet, nominees_card
from layouts.paritrana.records import ParitranaView
from layouts.taken import as_data
from layouts.view import Changes, Slot, localized

NAME = "paritrana-dossiers"
SLOTS: tuple[Slot, ...] = (
    (Id.DOSSIERS, "children"),
    (Id.DOSSIERS_BODY, "children"),
    (Id.NOMINATE, "children"),
    (Id.NOMINATE, "hidden"),
    (Id.PRINT_DOSSIERS, "children"),
    (Id.PRINT_DOSSIERS, "hidden"),
)
_NUMBERS = ("mean", "low", "high", "deviation")


def at_rest(words: Words) -> html.Article:
    """The card before any number has come."""
    return html.Article(
        className="card paritrana-dossiers",
        children=[
            html.Div(id=Id.DOSSIERS),
            html.Button(
                words("berkas.nominate"),
                id=Id.NOMINATE,
                className="quiet-button",
                type="button",
                **aria(haspopup="dialog"),
            ),
            html.Button(
                words("berkas.print"),
                id=Id.PRINT_DOSSIERS,
                className="quiet-button",
                type="button",
                **data(prints="dossiers"),
            ),
            html.Div(id=DossierId.DONE, className="said", role="status"),
            html.Div(id=Id.DOSSIERS_BODY),
        ],
    )


def changes(page: ParitranaView) -> Changes:
    """The card filled; without a nominee it says so."""
    words, language = page.words, page.view.language
    number = count(len(page.dossiers), language)
    key = "title" if page.dossiers else "none"
    title = words(f"paritrana.dossier.{key}", count=number, region=page.view.region.name)
    subtitle = words("paritrana.dossier.subtitle")
    columns = _columns(page)
    table, opened = FiguresTable.of(title, columns, language), _opened(page)
    return {
        **as_data(Id.DOSSIERS, partial(_as_data, page, title, subtitle, columns)),
        (Id.DOSSIERS, "children"): [
            *([menu_of(NAME, title, words)] if page.dossiers else []),
            html.Header(head(title, subtitle), className="card-head"),
        ],
        (Id.DOSSIERS_BODY, "children"): [
            *([table.scrolling()] if page.dossiers else []),
            *opened,
            *_foot(page),
        ],
        (Id.NOMINATE, "children"): words("berkas.nominate"),
        (Id.PRINT_DOSSIERS, "children"): words("berkas.print"),
        # Of the nation the table stands alone.
        (Id.PRINT_DOSSIERS, "hidden"): not opened,
        # What is frozen cannot be edited.
        (Id.NOMINATE, "hidden"): page.view.edition is not None,
    }


def _as_data(page: ParitranaView, title: str, subtitle: str, columns: tuple[Column, ...]) -> Shown:
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=_caption(page),
        alt=title,
        columns=columns,
        sample=_sample(page),
        empty=not page.dossiers,
    )


def _columns(page: ParitranaView) -> tuple[Column, ...]:
    """A row a nominee: who, how far, and how much of it is there."""
    columns = ColumnsOf(page.words, "paritrana.dossier.column")
    return (
        columns.text("nominee", [page.nominee_name(one.nominee) for one in page.dossiers]),
        columns.text("category", [page.category_name(d.nominee.category) for d in page.dossiers]),
        columns.text("year", [str(one.nominee.award_year) for one in page.dossiers]),
        columns.text("reached", [_reached(one, page) for one in page.dossiers]),
        columns.text("documents", [_verified(one, page) for one in page.dossiers]),
        columns.number("judges", ColumnKind.COUNT, [_judges(one) for one in page.dossiers]),
    )


def _reached(dossier: Dossier, page: ParitranaView) -> str:
    if dossier.reached is None:
        return MISSING
    stage = page.words(f"paritrana.stage.{dossier.reached.value}")
    return page.words("paritrana.dossier.out", stage=stage) if dossier.is_out else stage


def _verified(dossier: Dossier, page: ParitranaView) -> str:
    """5 dari 6."""
    done = sum(state is State.DONE for state in dossier.documents.values())
    return page.words(
        "paritrana.dossier.verified", done=done, all=len(page.view.reference.award_documents)
    )


def _judges(dossier: Dossier) -> int:
    """How many judges have given a score."""
    return len({score.judge for score in dossier.scores})


def _opened(page: ParitranaView) -> list[Component]:
    if page.view.region.kind is RegionKind.NATION:
        return []
    return [
        html.Details(
            [
                html.Summary(page.nominee_name(one.dossier.nominee)),
                html.P(nominees_card.explained(one, page)),
                *_buttons(one.dossier, page),
                *_documents(one.dossier, page),
                *_scores(one.dossier, page),
            ],
            className="dossier",
            **data(unfolds=f"dossier {one.dossier.nominee.text}"),
        )
        for one in page.nominees
    ]


def _buttons(dossier: Dossier, page: ParitranaView) -> list[Component]:
    if page.view.edition:
        return []
    name = html.Span(f" {page.nominee_name(dossier.nominee)}", className="unseen")
    buttons = [
        html.Button(
            [page.words(f"berkas.{action.removeprefix('dossier-')}"), name],
            id={"type": action, "nominee": dossier.nominee.text},
            className="quiet-button",
            type="button",
            **aria(haspopup="dialog"),
        )
        for action in (DossierAction.SCORES, DossierAction.DOCUMENTS, DossierAction.STAGE)
    ]
    return [html.Div(buttons, className="row-actions")]


def _documents(dossier: Dossier, page: ParitranaView) -> list[Component]:
    """The checklist: every document of the list with its state, also one nobody spoke of."""
    words, language = page.words, page.view.language
    lines = []
    for document in page.view.reference.award_documents:
        state = dossier.documents.get(document.id)
        said = "unsaid" if state is None else str(int(state))
        text = words(f"paritrana.document_state.{said}")
        lines.append(html.Li([localized(document, "name", language), ": ", html.B(text)]))
    return [html.Ul(lines, className="documents")]


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


def _foot(page: ParitranaView) -> Sequence[Component]:
    if not page.dossiers:
        return []
    return [html.Footer(html.P(_caption(page), className="caption"), className="card-foot")]


def _caption(page: ParitranaView) -> str:
    parts = [page.words("paritrana.dossier.caption")]
    return " · ".join([*parts, *([page.words("ringkasan.sample")] if _sample(page) else [])])


def _sample(page: ParitranaView) -> bool:
    return any(one.sample for one in page.dossiers)
