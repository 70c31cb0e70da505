"""The first card: how the region moved, in percent and in points, or why that is not said."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.comparison import Count
from cakupan.analytics.rounding import GrowthBounds, Rounded
from cakupan.texts import Words
from cakupan.texts.number_format import count, growth, percent, points
from layouts.captions import caption
from layouts.cards.grade import grade
from layouts.cards.indicators import indicator
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan import controls
from layouts.pertumbuhan.view import Page
from layouts.pertumbuhan.year_card import months_in_words
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.INDICATORS, "children"),
    (Id.NOTES, "children"),
    (Id.CAPTION, "children"),
    *controls.SLOTS,
)


def at_rest(words: Words) -> html.Section:
    """The card before any number has come."""
    return html.Section(
        className="card growth-head",
        children=[
            html.Div(id=Id.HEAD, className="card-head"),
            controls.at_rest(words),
            html.Div(id=Id.INDICATORS, className="indicators"),
            html.Div(id=Id.NOTES, className="growth-notes"),
            html.Footer(html.P(id=Id.CAPTION, className="caption"), className="card-foot"),
        ],
    )


def changes(page: Page) -> Changes:
    """The card filled."""
    return {
        (Id.HEAD, "children"): _head(page),
        (Id.INDICATORS, "children"): _indicators(page),
        (Id.NOTES, "children"): list(_notes(page)),
        (Id.CAPTION, "children"): caption(page.view),
        **controls.changes(page),
    }


def _head(page: Page) -> list[Component]:
    subtitle = page.words(
        "pertumbuhan.head.subtitle",
        span=page.span,
        denominator=page.view.denominator_name,
    )
    return [html.H1(_title(page)), html.P(subtitle, className="subtitle"), *grade(page.view)]


def _title(page: Page) -> str:
    change = page.movement.whole.points
    if change is None:
        return page.why_not()
    direction = "up" if change.points > 0 else "down" if change.points < 0 else "flat"
    size = points(abs(change.points), page.view.language).removeprefix("+")
    return page.words(
        f"pertumbuhan.head.{direction}",
        region=page.view.region.name,
        points=size,
        before=page.before,
        after=page.after,
    )


def _indicators(page: Page) -> list[Component]:
    whole, view = page.movement.whole, page.view
    before, after = whole.before, whole.after
    change = whole.points.points if whole.points else None
    label = page.words
    return [
        indicator(
            label("pertumbuhan.head.participants", span=page.span),
            growth(whole.growth.growth if whole.growth else None, view.language),
            _counts(before.participants, after.participants, whole.growth, page),
        ),
        indicator(
            label("pertumbuhan.head.workers", span=page.span),
            growth(whole.workers_growth.growth if whole.workers_growth else None, view.language),
            _counts(before.workers, after.workers, whole.workers_growth, page),
        ),
        indicator(
            label("pertumbuhan.head.coverage", span=page.span),
            points(change, view.language),
            _levels(page) + _points_bounds(page),
        ),
        _so_far(page),
    ]


def _counts(
    before: Rounded | None, after: Rounded | None, change: GrowthBounds | None, page: Page
) -> str:
    """2.624.700 → 2.727.000, with the bounds of the growth where figures are rounded."""
    language = page.view.language
    if before is None and after is None:
        return page.words("pertumbuhan.head.none")
    text = " → ".join(
        count(figure.value if figure else None, language) for figure in (before, after)
    )
    if change is None or change.low == change.high:
        return text
    low, high = growth(change.low, language), growth(change.high, language)
    return text + page.words("pertumbuhan.head.between", low=low, high=high)


def _levels(page: Page) -> str:
    """44,44% → 46,03%: the two levels are shown also where they are not compared."""
    levels = [each.coverage for each in (page.movement.whole.before, page.movement.whole.after)]
    if levels == [None, None]:
        return page.words("pertumbuhan.head.none")
    return " → ".join(percent(level, page.view.language) for level in levels)


def _points_bounds(page: Page) -> str:
    bounds = page.movement.whole.points_range
    if bounds is None or bounds[0] == bounds[1]:
        return ""
    low, high = (points(bound, page.view.language) for bound in bounds)
    return page.words("pertumbuhan.head.between", low=low, high=high)


def _so_far(page: Page) -> html.Div:
    year = page.movement.year
    complete = "whole" if year.complete else "part"
    note = page.words(f"pertumbuhan.head.year_{complete}", year=year.year, stated=year.stated)
    label = page.words(
        "pertumbuhan.head.so_far",
        months=months_in_words(page),
        year=year.year,
        base=year.base_year,
    )
    return indicator(label, growth(year.growth, page.view.language), note)


def _notes(page: Page) -> Iterator[Component]:
    """Refusals first, then what is above 100%, then what in the address made no sense."""
    for sentence in page.refusals():
        yield html.P(sentence, className="note moved")
    above = [part.region_code for part in page.movement.parts if _is_above(part.after)]
    if _is_above(page.movement.whole.after):
        above.insert(0, page.view.region.code)
    if above:
        yield html.P(
            [
                html.Span(page.words("pertumbuhan.above.badge"), className="badge"),
                " ",
                page.words("pertumbuhan.above.note", names=page.names(above)),
            ],
            className="note",
        )
    if page.picks.ignored:
        names = ", ".join(page.picks.ignored)
        yield html.P(page.words("pertumbuhan.ignored", names=names), className="note")


def _is_above(month: Count) -> bool:
    return month.coverage is not None and month.coverage > 1
