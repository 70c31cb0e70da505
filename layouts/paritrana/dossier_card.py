"""The dossiers of nominees: how far each is, documents, scores by judge, and how judges differ.

Of a province each dossier opens; of the nation the table of all of them stands alone.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.juries import Spread, furthest_judge, judge_means, scored_stage, spread
from cakupan.domain.awards import Stage
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.juries import Dossier
from cakupan.domain.regions import RegionKind
from cakupan.domain.shown import Shown
from cakupan.texts.number_format import MISSING, count, decimal
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.records import ParitranaView
from layouts.taken import as_data
from layouts.view import Changes, Slot, localized

NAME = "paritrana-dossiers"
SLOTS: tuple[Slot, ...] = ((Id.DOSSIERS, "children"),)
_NUMBERS = ("mean", "low", "high", "deviation")


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.DOSSIERS, className="card paritrana-dossiers")


def changes(page: ParitranaView) -> Changes:
    """The card filled; without a nominee it says so."""
    words, language = page.words, page.view.language
    number = count(len(page.dossiers), language)
    key = "title" if page.dossiers else "none"
    title = words(f"paritrana.dossier.{key}", count=number, region=page.view.region.name)
    subtitle = words("paritrana.dossier.subtitle")
    columns = _columns(page)
    table = FiguresTable.of(title, columns, language)
    return {
        **as_data(Id.DOSSIERS, partial(_as_data, page, title, subtitle, columns)),
        (Id.DOSSIERS, "children"): [
            *([menu_of(NAME, title, words)] if page.dossiers else []),
            html.Header(head(title, subtitle), className="card-head"),
            *([table.scrolling()] if page.dossiers else []),
            *_opened(page),
            *_foot(page),
        ],
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
    """A row a nominee: who, how far, and the scores of the furthest stage that was scored."""
    columns = ColumnsOf(page.words, "paritrana.dossier.column")
    spreads = [_spread(one) for one in page.dossiers]
    return (
        columns.text("nominee", [name_of(one, page) for one in page.dossiers]),
        columns.text("category", [page.category_name(d.nominee.category) for d in page.dossiers]),
        columns.text("year", [str(one.nominee.award_year) for one in page.dossiers]),
        columns.text("reached", [_reached(one, page) for one in page.dossiers]),
        *(
            columns.number(
                name,
                ColumnKind.SCORE,
                [float(getattr(one, name)) if one else None for one in spreads],
            )
            for name in _NUMBERS
        ),
        columns.text("furthest", [_furthest(one, page) for one in page.dossiers]),
    )


def name_of(dossier: Dossier, page: ParitranaView) -> str:
    """PT Maju Jaya (Kota Tangerang), or the region where it is the nominee itself."""
    region = page.name(dossier.nominee.region_code)
    return f"{dossier.nominee.name} ({region})" if dossier.nominee.name else region


def _spread(dossier: Dossier) -> Spread | None:
    """Of the means that judges gave in the furthest stage; None where nobody scored."""
    stage = scored_stage(dossier)
    return spread([*judge_means(dossier, stage).values()]) if stage else None


def _reached(dossier: Dossier, page: ParitranaView) -> str:
    if dossier.reached is None:
        return MISSING
    stage = page.words(f"paritrana.stage.{dossier.reached.value}")
    return page.words("paritrana.dossier.out", stage=stage) if dossier.is_out else stage


def _furthest(dossier: Dossier, page: ParitranaView) -> str:
    stage = scored_stage(dossier)
    found = furthest_judge(judge_means(dossier, stage)) if stage else None
    if found is None:
        return MISSING
    judge, away = found
    sign = "+" if away > 0 else ""
    return f"{judge} ({sign}{decimal(float(away), page.view.language, 1)})"


def _opened(page: ParitranaView) -> list[Component]:
    if page.view.region.kind is RegionKind.NATION:
        return []
    return [
        html.Details(
            [html.Summary(name_of(one, page)), *_documents(one, page), *_scores(one, page)],
            className="dossier",
        )
        for one in page.dossiers
    ]


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
    return [_scores_in(dossier, stage, page) for stage in stages]


def _scores_in(dossier: Dossier, stage: Stage, page: ParitranaView) -> html.Div:
    """A row a criterion, a column a judge, then mean and spread."""
    words = page.words
    scores = {(one.criterion, one.judge): one.value for one in dossier.scores if one.stage is stage}
    judges = sorted({judge for _, judge in scores})
    criteria = list(dict.fromkeys(criterion for criterion, _ in scores))
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
