"""The first card: how the region moved, in percent and in points, or why that is not said."""

from collections.abc import Iterator

from dash.development.base_component import Component

from cakupan.analytics.comparison import Count
from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import points
from layouts import elements as html
from layouts.captions import caption
from layouts.card_menu import menu_button
from layouts.cards.grade import grade
from layouts.cards.indicators import indicator
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan import controls
from layouts.pertumbuhan.head_tiles import head_tiles
from layouts.pertumbuhan.view import Page
from layouts.pertumbuhan.whole_data import whole_columns
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "growth-head"
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
            menu_button(NAME, head=Id.HEAD),
            html.Div(id=Id.HEAD, className="card-head"),
            controls.at_rest(words),
            html.Div(id=Id.INDICATORS, className="indicators"),
            html.Div(id=Id.NOTES, className="growth-notes"),
            html.Footer(html.P(id=Id.CAPTION, className="caption"), className="card-foot"),
        ],
    )


def changes(page: Page) -> Changes:
    """The card filled."""
    tiles = head_tiles(page)
    return {
        **as_data(Id.INDICATORS, _as_data(page, tiles)),
        (Id.HEAD, "children"): _head(page),
        (Id.INDICATORS, "children"): [
            indicator(tile.label, tile.text, tile.note) for tile in tiles
        ],
        (Id.NOTES, "children"): list(_notes(page)),
        (Id.CAPTION, "children"): caption(page.view),
        **controls.changes(page),
    }


def _as_data(page: Page, tiles: tuple[NumberTile, ...]) -> Shown:
    return Shown(
        name=NAME,
        title=_title(page),
        subtitle=_subtitle(page),
        caption=caption(page.view),
        alt="; ".join(f"{tile.label}: {tile.text}" for tile in tiles),
        columns=whole_columns(page),
        plan=NumberPlan(tiles),
        behind=page.behind,
        sample=page.sample,
    )


def _head(page: Page) -> list[Component]:
    subtitle = html.P(_subtitle(page), className="subtitle")
    return [html.H1(_title(page)), subtitle, *grade(page.view)]


def _subtitle(page: Page) -> str:
    return page.words(
        "pertumbuhan.head.subtitle",
        span=page.span,
        denominator=page.view.denominator_name,
    )


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
