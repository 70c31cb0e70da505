"""What was published of the region, one after another: compared where right, else refused."""

from collections.abc import Iterator, Sequence

from dash.development.base_component import Component

from cakupan.analytics.published_pairs import PublishedPair, PublishedRatio
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.shown import Behind, Shown
from cakupan.texts import date_format
from cakupan.texts.number_format import percent, points
from layouts import elements as html
from layouts.behind import behind
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan.view import Page
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "published-pairs"
SLOTS: tuple[Slot, ...] = ((Id.PUBLISHED, "children"), (Id.PUBLISHED, "hidden"))


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.PUBLISHED, className="card published-pairs", hidden=True)


def changes(page: Page) -> Changes:
    """The card filled; without two published figures it is not there."""
    refused = sum(pair.points is None for pair in page.pairs)
    fields = {"refused": refused, "total": len(page.pairs)}
    title = page.words("pertumbuhan.published.title", **fields)
    subtitle = page.words("pertumbuhan.published.subtitle", region=page.view.region.name)
    children = [
        menu_of(NAME, title, page.words),
        html.Header(head(title, subtitle), className="card-head"),
        html.Ul([_pair(pair, page) for pair in page.pairs], className="pairs"),
    ]
    return {
        **(as_data(Id.PUBLISHED, _as_data(page, title, subtitle)) if page.pairs else {}),
        (Id.PUBLISHED, "children"): children if page.pairs else None,
        (Id.PUBLISHED, "hidden"): not page.pairs,
    }


def _as_data(page: Page, title: str, subtitle: str) -> Shown:
    """A row for each pair: both figures with who said them when, and whether they compare."""
    columns, pairs = ColumnsOf(page.words, "pertumbuhan.pair"), page.pairs
    sides = {"before": [pair.before for pair in pairs], "after": [pair.after for pair in pairs]}
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=caption(page.view),
        alt=title,
        columns=(
            *(column for key, side in sides.items() for column in _side(key, side, page)),
            columns.number("points", ColumnKind.POINTS, (pair.points for pair in pairs)),
            columns.text("verdict", (_verdict(pair, page) for pair in pairs)),
        ),
        behind=tuple(_published_in(one.period, page) for one in _figures(pairs)),
    )


def _side(key: str, figures: Sequence[PublishedRatio], page: Page) -> Iterator[Column]:
    columns, view = ColumnsOf(page.words, "pertumbuhan.pair"), page.view
    days = (date_format.period(one.period, view.language, short=True) for one in figures)
    yield columns.number(key, ColumnKind.SHARE, (one.ratio for one in figures))
    yield columns.text(f"{key}_day", days)
    yield columns.text(f"{key}_source", (view.publisher_name(one.publisher) for one in figures))


def _figures(pairs: Sequence[PublishedPair]) -> list[PublishedRatio]:
    """Every published figure once, the newest first."""
    return [*(pair.after for pair in pairs), pairs[-1].before]


def _published_in(period: Period, page: Page) -> Behind:
    return behind(Measure.COVERAGE_PUBLISHED, period, page.view)


def _pair(pair: PublishedPair, page: Page) -> html.Li:
    return html.Li(
        [
            html.P(
                [
                    *_figure(pair.before, page),
                    html.Span("→", className="arrow"),
                    *_figure(pair.after, page),
                ],
                className="pair",
            ),
            html.P(
                _verdict(pair, page), className="verdict" if pair.points is not None else "refusal"
            ),
        ]
    )


def _figure(one: PublishedRatio, page: Page) -> list[Component]:
    when = date_format.period(one.period, page.view.language, short=True)
    source = page.words(
        "ringkasan.published.source", source=page.view.publisher_name(one.publisher), day=when
    )
    return [html.B(percent(one.ratio, page.view.language)), html.Span(source, className="source")]


def _verdict(pair: PublishedPair, page: Page) -> str:
    if pair.points is not None:
        return page.words(
            "pertumbuhan.published.compared", points=points(pair.points, page.view.language)
        )
    reasons = ", ".join(
        page.words(f"pertumbuhan.published.{obstacle.value}") for obstacle in pair.obstacles
    )
    return page.words("pertumbuhan.published.refused", reasons=reasons)
