"""The page as a whole: a heading, and the desk on which assets/26-slides.js lays the cards."""

import json

from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import data
from layouts.frame import Frame
from layouts.page_ids.slide import SlideId as Id
from layouts.view import Changes, Slot

PATH = "/slide"
TITLE = "slide.title"
ICON = "slides"
# Every sentence under this topic is for the script; places in braces are filled there.
_SAID = "slide.said."

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (*FRAME.slots, (Id.HEAD, "children"), (Id.DESK, "data-words"))
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """The heading, and an empty desk."""
    return FRAME.at_rest(
        "slide",
        [
            html.Header(_head(words), id=Id.HEAD, className="card slide-head"),
            html.Div(id=Id.DESK, className="slide-desk", **data(words="")),
        ],
    )


def changes(words: Words) -> Changes:
    """The page in the reader's language."""
    return {
        **FRAME.shown(),
        (Id.HEAD, "children"): _head(words),
        (Id.DESK, "data-words"): said(words),
    }


def said(words: Words) -> str:
    """The script's sentences as JSON, with the language they are in."""
    told = {
        key.removeprefix(_SAID): sentence
        for key, sentence in words.sentences.items()
        if key.startswith(_SAID)
    }
    return json.dumps({**told, "language": words.language.value})


def _head(words: Words) -> list[Component]:
    return [html.H1(words("slide.title")), html.P(words("slide.lead"), className="lead")]
