"""What is taken away as a workbook or CSV: ``/exports/card``, ``/exports/page``, ``/exports/deck``.

``halaman`` names the page and ``kartu`` the card; the rest of the query is the page's own.
"""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Protocol
from urllib.parse import urlencode

from flask import Flask, Response, request, send_file

from cakupan.domain.decks import Deck
from cakupan.exports.untaken import UntakenError
from routes.downloads import XLSX
from routes.refusal import refusal

_MIMETYPES = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8"}
_OURS = ("halaman", "kartu")


class TakenFile(Protocol):
    """A file: its name without an ending, and what it holds."""

    @property
    def stem(self) -> str:
        """The name."""

    @property
    def content(self) -> bytes:
        """The bytes."""


class CardFiles(Protocol):
    """Whoever writes the files; UntakenError says why there is none."""

    def card(self, kind: str, path: str, search: str, name: str) -> TakenFile:
        """One card as xlsx or csv."""

    def page(self, path: str, search: str) -> TakenFile:
        """A whole page."""

    def deck(self, deck: Deck) -> TakenFile:
        """The cards of a deck."""


def register(server: Flask, *, files: CardFiles) -> None:
    """Open the routes."""
    server.add_url_rule(
        "/exports/card.<any(xlsx, csv):kind>", "exports-card", partial(card_file, files=files)
    )
    server.add_url_rule("/exports/page.xlsx", "exports-page", partial(page_file, files=files))
    server.add_url_rule(
        "/exports/deck.xlsx", "exports-deck-xlsx", partial(deck_file, files=files), methods=["POST"]
    )


def card_file(kind: str, *, files: CardFiles) -> Response:
    """The numbers of one card."""
    name = request.args.get("kartu", "")
    return _answer(kind, lambda: files.card(kind, _path(), _search(), name))


def page_file(*, files: CardFiles) -> Response:
    """Everything a page shows."""
    return _answer("xlsx", lambda: files.page(_path(), _search()))


def deck_file(*, files: CardFiles) -> Response:
    """The cards that were chosen."""
    deck = Deck.of(request.get_json(silent=True))
    return _answer("xlsx", lambda: files.deck(deck))


def _path() -> str:
    return request.args.get("halaman", "/")


def _search() -> str:
    """The query of the page itself."""
    own = [(name, text) for name, text in request.args.items(multi=True) if name not in _OURS]
    return "?" + urlencode(own) if own else ""


def _answer(kind: str, take: Callable[[], TakenFile]) -> Response:
    try:
        taken = take()
    except UntakenError as error:
        return refusal(error.status, error.key, **error.fields)
    response = send_file(
        BytesIO(taken.content),
        mimetype=_MIMETYPES[kind],
        as_attachment=True,
        download_name=f"{taken.stem}.{kind}",
    )
    response.headers["Cache-Control"] = "no-store"
    return response
