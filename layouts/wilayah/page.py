"""The page as a whole: its places at rest, and all of them filled from one view."""

from dash import dcc
from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.bandingkan import page as bandingkan
from layouts.captions import region_and_period
from layouts.frame import Frame
from layouts.ids import WilayahId as Id
from layouts.view import Changes, Slot
from layouts.wilayah import controls, map_card, table_card
from layouts.wilayah.regions_view import RegionsView

PATH = table_card.PATH
TITLE = "wilayah.title"
ICON = "regions"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    (Id.HEAD, "children"),
    *controls.SLOTS,
    *map_card.SLOTS,
    *table_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "wilayah",
        [
            html.Div(id=Id.HEAD, className="page-head"),
            map_card.at_rest(words, controls.at_rest(words)),
            table_card.at_rest(),
        ],
        beside=[dcc.Store(id=Id.CHOSEN), bandingkan.at_rest(words)],
    )


def changes(regions: RegionsView, *, held: str = "") -> Changes:
    """The page filled from one view; ``held`` is what it notes of the table it has."""
    return {
        **FRAME.shown(),
        (Id.HEAD, "children"): _head(regions),
        **controls.changes(regions),
        **map_card.changes(regions),
        **table_card.taken(regions),
        **(table_card.changes(regions) if regions.table_note != held else {}),
    }


def _head(regions: RegionsView) -> list[Component]:
    view, words = regions.view, regions.view.words
    title = words("wilayah.heading", place=region_and_period(view))
    ignored = regions.options.ignored
    names = ", ".join(words(f"wilayah.control.{name}") for name in ignored)
    return [
        html.H1(title),
        *([html.Span(words("ringkasan.sample"), className="badge")] if regions.has_sample else []),
        *(
            [html.P(words("wilayah.ignored", names=names), className="regions-note")]
            if ignored
            else []
        ),
    ]
