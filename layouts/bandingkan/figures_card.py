"""All numbers of the regions in one plain table, a column a region; taken away a row a region."""

from collections.abc import Sequence

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.shown import Shown
from cakupan.texts.column_text import column_texts
from cakupan.texts.number_format import MISSING
from layouts import elements as html
from layouts.behind import coverage_behind
from layouts.captions import caption, short_period
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.bandingkan import BandingkanId as Id
from layouts.taken import as_data
from layouts.view import Changes, View

NAME = "paired-figures"


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.FIGURES, className="card paired-figures")


def changes(views: Sequence[View]) -> Changes:
    """The card filled."""
    first = views[0]
    period = short_period(first.summary.headline.period, first)
    title = first.words("bandingkan.figures.title", period=period)
    subtitle, columns = first.words("bandingkan.figures.subtitle"), _columns(views)
    shown = Shown(
        name=NAME,
        title=title,
        subtitle=", ".join(view.region.name for view in views),
        caption=caption(first),
        alt=title,
        columns=columns,
        behind=tuple(one for view in views for one in coverage_behind(view)),
        sample=any(view.summary.headline.sample for view in views),
    )
    return {
        **as_data(Id.FIGURES, shown),
        (Id.FIGURES, "children"): [
            menu_of(NAME, title, first.words),
            html.Header(head(title, subtitle), className="card-head"),
            _table(title, columns, views).scrolling(),
            html.Footer(html.P(caption(first), className="caption"), className="card-foot"),
        ],
    }


def _table(title: str, columns: Sequence[Column], views: Sequence[View]) -> FiguresTable:
    """The columns lying on their side: a row for each, and a column for each region."""
    first, language = views[0], views[0].language
    rows = [
        *((column.title, *column_texts(column, language)) for column in columns[1:-2]),
        (first.words("bandingkan.figures.parts"), *map(_parts, views)),
    ]
    header = [first.words("bandingkan.figures.what"), *(view.region.short_name for view in views)]
    return FiguresTable(title, header, rows)


def _columns(views: Sequence[View]) -> tuple[Column, ...]:
    """A row for each region."""
    columns = ColumnsOf(views[0].words, "bandingkan.figures")
    headlines = [view.summary.headline for view in views]
    moved = [view.summary.year_on_year for view in views]
    numbers = (
        ("coverage", ColumnKind.SHARE, [one.coverage for one in headlines]),
        ("points", ColumnKind.POINTS, [one.points for one in moved]),
        ("added", ColumnKind.CHANGE, [one.participants_change for one in moved]),
        ("growth", ColumnKind.GROWTH, [one.participants_growth for one in moved]),
        ("parts_known", ColumnKind.COUNT, [one.parts_with_data for one in headlines]),
        ("parts_expected", ColumnKind.COUNT, [one.parts_expected for one in headlines]),
    )
    return (
        columns.text("region", (view.region.short_name for view in views)),
        columns.number("participants", ColumnKind.COUNT, [one.participants for one in headlines]),
        columns.number("workers", ColumnKind.COUNT, [one.workers for one in headlines]),
        columns.text("base", (_base(view) for view in views)),
        *(columns.number(key, kind, values) for key, kind, values in numbers),
    )


def _base(view: View) -> str:
    base = view.summary.headline.workers_period
    return short_period(base, view) if base else MISSING


def _parts(view: View) -> str:
    headline = view.summary.headline
    if not headline.parts_expected:
        return MISSING
    return view.words(
        "bandingkan.figures.known",
        known=headline.parts_with_data,
        total=headline.parts_expected,
        parts=view.parts_word,
    )
