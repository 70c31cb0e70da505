"""The section as a whole: the control that names the regions, and what is compared of them."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.bandingkan import cards, columns, figures_card, lines_card, shares_card
from layouts.bandingkan.asked import MOST, Asked
from layouts.frame import Frame
from layouts.page_ids.bandingkan import BandingkanId as Id
from layouts.view import Changes, Slot, View

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    (Id.HEAD, "children"),
    (Id.PICK, "label"),
    (Id.PICK, "data"),
    (Id.PICK, "value"),
    (Id.PICK, "placeholder"),
    (Id.PICK, "nothingFoundMessage"),
    (Id.CHOSEN, "data"),
    (Id.NOTES, "children"),
    (Id.COLUMNS, "children"),
    *(slot for card in cards.CHARTS for slot in card.slots),
    (Id.FIGURES, "children"),
)
"""Every place and property that a drawing of the section fills."""


def at_rest(words: Words) -> html.Section:
    """The control alone; all else waits for regions to compare."""
    pick = dmc.MultiSelect(
        id=Id.PICK,
        label=words("bandingkan.pick"),
        data=[],
        value=[],
        maxValues=MOST,
        searchable=True,
        clearable=True,
        limit=60,
        placeholder=words("bandingkan.placeholder"),
        nothingFoundMessage=words("shell.bar.nothing_found"),
        filter={"function": "findRegions"},
        hidePickedOptions=True,
        comboboxProps={"shadow": "md", "withinPortal": True},
        clearButtonProps={"tabIndex": -1, "aria-hidden": "true"},
        className="pick-regions",
    )
    body = FRAME.at_rest(
        "bandingkan",
        [
            html.Div(id=Id.COLUMNS, className="paired-columns"),
            *(card.at_rest(words) for card in cards.CHARTS),
            figures_card.at_rest(),
        ],
    )
    head = html.Div(
        [html.Div(id=Id.HEAD), pick, html.Div(id=Id.NOTES, className="paired-notes")],
        className="card compare-head",
    )
    return html.Section([head, body, dcc.Store(id=Id.CHOSEN)], className="compare")


def changes(asked: Asked, views: Sequence[View], words: Words) -> Changes:
    """The section for the regions asked for; with less than two only a word on what to do."""
    control: Changes = {
        (Id.HEAD, "children"): html.H2(words("bandingkan.title")),
        (Id.PICK, "label"): words("bandingkan.pick"),
        (Id.PICK, "placeholder"): words("bandingkan.placeholder"),
        (Id.PICK, "nothingFoundMessage"): words("shell.bar.nothing_found"),
        (Id.PICK, "value"): [region.code for region in asked.regions],
        (Id.CHOSEN, "data"): {"bandingkan": asked.text},
        (Id.NOTES, "children"): _notes(asked, words),
    }
    if not views:
        return {**FRAME.shown(), **control, (Id.BODY, "hidden"): True}
    return {
        **FRAME.shown(),
        **control,
        **columns.changes(views),
        **lines_card.changes(views),
        **shares_card.changes(views),
        **figures_card.changes(views),
    }


def _notes(asked: Asked, words: Words) -> list[Component]:
    sentences = []
    if asked.unknown:
        sentences.append(words("bandingkan.unknown", names=", ".join(asked.unknown)))
    if asked.too_many:
        names = ", ".join(region.short_name for region in asked.too_many)
        sentences.append(words("bandingkan.too_many", most=MOST, names=names))
    if len(asked.regions) == 1:
        sentences.append(words("bandingkan.one_more", name=asked.regions[0].short_name))
    return [html.P(sentence) for sentence in sentences]
