"""What stands on the slides of a deck, which make the summary of a region, and the show.

``POST /slide/kartu`` · ``GET /exports/deck/items`` · ``GET /presentasi``
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from flask import Flask, Response, jsonify, request

from cakupan.domain.decks import MOST_ITEMS, DeckItem
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.storage.errors import StorageError
from layouts.slide import show
from layouts.slide.manner import Manner
from routes.decks import refused
from routes.refusal import reader_words, refusal


class SlideMaker(Protocol):
    """What tells of cards, in plain values."""

    def told(self, items: Sequence[DeckItem | None], manner: Manner) -> list[dict[str, Any]]:
        """What stands on each, in the order of the items."""

    def summary(self, search: str) -> list[dict[str, str]]:
        """The items of a region's summary; DeckFaultError says why there are none."""


def register(server: Flask, *, slides: SlideMaker, assets: Mapping[str, str]) -> None:
    """Open the routes; ``assets`` are the addresses of what the show loads."""
    add = server.add_url_rule
    add(show.PATH, "show", partial(show_page, assets=assets))
    add("/exports/deck/items", "deck-items", partial(summary_items, slides=slides))
    add("/slide/kartu", "slide-cards", partial(slide_cards, slides=slides), methods=["POST"])


def slide_cards(*, slides: SlideMaker) -> Response:
    """A list as long as the one that was sent."""
    given = request.get_json(silent=True)
    items = given.get("items") if isinstance(given, dict) else None
    if not isinstance(items, list):
        return refusal(400, "slide.unreadable")
    if len(items) > MOST_ITEMS:
        return refusal(400, "slide.too_many", most=MOST_ITEMS)
    response = jsonify(items=slides.told([DeckItem.of(one) for one in items], Manner.of(given)))
    response.headers["Cache-Control"] = "no-store"
    return response


def show_page(*, assets: Mapping[str, str]) -> Response:
    """The show at rest, in the language of the address; it asks for its slides itself."""
    response = Response(show.show_page(reader_words(), assets), mimetype="text/html")
    response.headers["Cache-Control"] = "no-cache"
    return response


def summary_items(*, slides: SlideMaker) -> Response:
    """The slides that tell of the region of the query."""
    try:
        found = slides.summary("?" + request.query_string.decode("utf-8", "replace"))
    except (DeckFaultError, StorageError) as fault:
        return refused(fault, reader_words())
    response = jsonify(items=found)
    response.headers["Cache-Control"] = "no-store"
    return response
