"""``POST /slide/kartu``: what stands on the slides of a deck; ``GET /presentasi``: the show."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from flask import Flask, Response, jsonify, request

from cakupan.domain.decks import MOST_ITEMS, DeckItem
from layouts.slide import show
from layouts.slide.manner import Manner
from routes.refusal import reader_words, refusal

Told = Callable[[Sequence[DeckItem | None], Manner], list[dict[str, Any]]]
"""From items, and how they are to be shown, to plain values: one an item."""


def register(server: Flask, *, told: Told, assets: Mapping[str, str]) -> None:
    """Open the routes; ``assets`` are the addresses of what the show loads."""
    server.add_url_rule(show.PATH, "show", partial(show_page, assets=assets))
    server.add_url_rule(
        "/slide/kartu", "slide-cards", partial(slide_cards, told=told), methods=["POST"]
    )


def slide_cards(*, told: Told) -> Response:
    """A list as long as the one that was sent."""
    given = request.get_json(silent=True)
    items = given.get("items") if isinstance(given, dict) else None
    if not isinstance(items, list):
        return refusal(400, "slide.unreadable")
    if len(items) > MOST_ITEMS:
        return refusal(400, "slide.too_many", most=MOST_ITEMS)
    response = jsonify(items=told([DeckItem.of(one) for one in items], Manner.of(given)))
    response.headers["Cache-Control"] = "no-store"
    return response


def show_page(*, assets: Mapping[str, str]) -> Response:
    """The show at rest, in the language of the address; it asks for its slides itself."""
    response = Response(show.show_page(reader_words(), assets), mimetype="text/html")
    response.headers["Cache-Control"] = "no-cache"
    return response
