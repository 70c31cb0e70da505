"""What was published of the region, one after another: compared where right, else refused."""

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.published_pairs import PublishedPair, PublishedRatio
from cakupan.texts import date_format
from cakupan.texts.number_format import percent, points
from layouts.card import head
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan.view import Page
from layouts.view import Changes, Slot

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
        html.Header(head(title, subtitle), className="card-head"),
        html.Ul([_pair(pair, page) for pair in page.pairs], className="pairs"),
    ]
    return {
        (Id.PUBLISHED, "children"): children if page.pairs else None,
        (Id.PUBLISHED, "hidden"): not page.pairs,
    }


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
