"""What the region is made of, best first, each a link one step down."""

from collections.abc import Sequence

import pandas as pd
from dash import dcc

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.domain.shown import Shown
from cakupan.texts.column_text import column_texts
from layouts import elements as html
from layouts.behind import coverage_behind
from layouts.captions import ranked_caption, short_period
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.daerah.region_profile import Profile
from layouts.page_ids.daerah import DaerahId as Id
from layouts.plan_marks import plan_marks
from layouts.region_path import region_path
from layouts.taken import as_data
from layouts.view import Changes, Slot, View

SLOTS: tuple[Slot, ...] = ((Id.PARTS, "children"), (Id.PARTS, "hidden"))
_NUMBERS = (
    ("rank", ColumnKind.RANK),
    ("coverage", ColumnKind.SHARE),
    ("points", ColumnKind.POINTS),
    ("participants", ColumnKind.COUNT),
    ("workers", ColumnKind.COUNT),
)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.PARTS, className="card region-parts")


def changes(profile: Profile) -> Changes:
    """The card filled; a kabupaten or kota has none."""
    view = profile.view
    ranking = view.named(view.summary.ranking)
    if ranking.empty:
        return {(Id.PARTS, "children"): None, (Id.PARTS, "hidden"): True}
    columns = _columns(ranking, view)
    shown = _as_data(columns, view)
    header = [html.Th(column.title, scope="col") for column in columns]
    table = [html.Thead(html.Tr(header)), html.Tbody(_rows(ranking, columns, view))]
    return {
        **as_data(Id.PARTS, shown),
        (Id.PARTS, "hidden"): False,
        (Id.PARTS, "children"): [
            menu_of(shown.name, shown.title, view.words),
            html.Header(head(shown.title, shown.subtitle), className="card-head"),
            html.Div(html.Table(table, className="figures"), className="table-scroll"),
        ],
    }


def _as_data(columns: Sequence[Column], view: View) -> Shown:
    _, region, coverage, *_ = columns
    period = short_period(view.summary.headline.period, view)
    title = view.words("daerah.parts.title", total=len(region.values), parts=view.parts_word)
    return Shown(
        name="region-parts",
        title=title,
        subtitle=view.words("daerah.parts.subtitle", period=period),
        caption=ranked_caption(view, set(view.summary.ranking["region_code"])),
        alt=title,
        columns=tuple(columns),
        plan=BarPlan(region, (coverage,), plan_marks(view.marks, view.language)),
        behind=coverage_behind(view),
        sample=view.summary.headline.sample,
    )


def _columns(ranking: pd.DataFrame, view: View) -> list[Column]:
    columns = ColumnsOf(view.words, "ringkasan.column")
    rank, *others = (columns.number(name, kind, ranking[name]) for name, kind in _NUMBERS)
    return [rank, columns.text("region", ranking["name"]), *others]


def _rows(ranking: pd.DataFrame, columns: Sequence[Column], view: View) -> list[html.Tr]:
    """Each part with its name as a link one step down."""
    texts = zip(*(column_texts(column, view.language) for column in columns), strict=True)
    return [
        html.Tr(
            [
                html.Td(rank),
                html.Td(dcc.Link(name, href=region_path(code))),
                *map(html.Td, others),
            ]
        )
        for code, (rank, name, *others) in zip(ranking["region_code"], texts, strict=True)
    ]
