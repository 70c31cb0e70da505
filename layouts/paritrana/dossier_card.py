"""The dossiers of nominees: how far each is, and each to be opened, filled and printed.

Of the nation these are the nominees who have reached the national stage.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from dash.development.base_component import Component

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.juries import Dossier, State
from cakupan.domain.regions import RegionKind
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import MISSING, count
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import DossierId
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana import nominees_card
from layouts.paritrana.records import ParitranaView
from layouts.taken import as_data
from layouts.view import Changes, Slot
from layouts.written import written

NAME = "paritrana-dossiers"
SLOTS: tuple[Slot, ...] = (
    (Id.DOSSIERS, "children"),
    (Id.DOSSIERS_BODY, "children"),
    (Id.NOMINATE, "children"),
    (Id.NOMINATE, "hidden"),
    (Id.PRINT_DOSSIERS, "children"),
    (Id.PRINT_DOSSIERS, "hidden"),
)


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
    national = page.view.region.kind is RegionKind.NATION
    subtitle = words(f"paritrana.dossier.{'national' if national else 'subtitle'}")
    columns = _columns(page)
    table = FiguresTable.of(title, columns, language)
    return {
        **as_data(Id.DOSSIERS, partial(_as_data, page, title, subtitle, columns)),
        (Id.DOSSIERS, "children"): [
            *([menu_of(NAME, title, words)] if page.dossiers else []),
            html.Header(head(title, subtitle), className="card-head"),
        ],
        (Id.DOSSIERS_BODY, "children"): [
            *([table.scrolling()] if page.dossiers else []),
            *page.opened,
            *_foot(page),
        ],
        (Id.NOMINATE, "children"): words("berkas.nominate"),
        (Id.PRINT_DOSSIERS, "children"): words("berkas.print"),
        (Id.PRINT_DOSSIERS, "hidden"): not page.opened,
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


def opened(page: ParitranaView) -> list[Any]:
    """Every dossier in the order of ranks, to be opened; written out."""
    return written(
        html.Details(
            [
                html.Summary(page.nominee_name(one.dossier.nominee)),
                html.P(nominees_card.explained(one, page)),
                *page.insides.get(one.dossier.nominee, ()),
            ],
            className="dossier",
            **data(unfolds=f"dossier {one.dossier.nominee.text}"),
        )
        for one in page.nominees
    )


def _foot(page: ParitranaView) -> Sequence[Component]:
    if not page.dossiers:
        return []
    return [html.Footer(html.P(_caption(page), className="caption"), className="card-foot")]


def _caption(page: ParitranaView) -> str:
    parts = [page.words("paritrana.dossier.caption")]
    return " · ".join([*parts, *([page.words("ringkasan.sample")] if _sample(page) else [])])


def _sample(page: ParitranaView) -> bool:
    return any(one.sample for one in page.dossiers)
