"""Decks for PowerPoint: the summary of a region, chosen cards, and decks given back.

``GET /exports/deck.pptx?wilayah=36`` answers the summary of the query's region; ``templat`` is the
id of an office's template. ``POST /exports/deck.pptx`` takes JSON ``{items, language, name,
template}`` and answers the file.

``POST /exports/deck/refresh`` takes the file in the field ``file``, and in the field ``rilis`` the
id of a release where its figures are wanted. It answers JSON in one step::

    {"name": "Dek (diperbarui).pptx", "file": "<base64>", "changed": 3,
     "slides": [{"number": 4, "title": "…", "problem": "",
                 "changes": [{"what": "…", "old": "…", "new": "…"}], "kept": ["…"]}]}

A refusal is ``{"message": "…"}``, as everywhere.
"""

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any, Protocol

from flask import Flask, Response, jsonify, request, send_file

from cakupan.domain.decks import Deck
from cakupan.domain.language import Language
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.exports.slides.report import Refreshed, SlideReport
from cakupan.storage.errors import StorageError
from cakupan.texts import Words, words
from routes.refusal import reader_words, refusal

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FIELD = "file"


class NamedFile(Protocol):
    """A file with the name it is saved under."""

    @property
    def name(self) -> str: ...  # noqa: D102  said above

    @property
    def content(self) -> bytes: ...  # noqa: D102  said above


class RenewedFile(Protocol):
    """A deck given back, with its language."""

    @property
    def name(self) -> str: ...  # noqa: D102  said above

    @property
    def done(self) -> Refreshed: ...  # noqa: D102  said above

    @property
    def language(self) -> Language: ...  # noqa: D102  said above


class DeckMaker(Protocol):
    """What makes decks; each method raises DeckFaultError with a reason for a person."""

    def chosen(self, deck: Deck) -> NamedFile: ...  # noqa: D102  said above

    def summary(self, search: str, *, template: str = "") -> NamedFile: ...  # noqa: D102  same

    def refresh(  # noqa: D102  same
        self, content: bytes, name: str, *, choices: dict[str, str]
    ) -> RenewedFile: ...


def register(server: Flask, *, decks: Callable[[], DeckMaker]) -> None:
    """Open the three routes; who makes decks is called when somebody asks for one."""
    add, path = server.add_url_rule, "/exports/deck.pptx"
    add(path, "deck-summary", partial(summary, decks=decks), methods=["GET"])
    add(path, "deck-chosen", partial(chosen, decks=decks), methods=["POST"])
    add("/exports/deck/refresh", "deck-refresh", partial(refresh, decks=decks), methods=["POST"])


def summary(*, decks: Callable[[], DeckMaker]) -> Response:
    """The deck of one click."""
    search = "?" + request.query_string.decode("utf-8", "replace")
    try:
        made = decks().summary(search, template=request.args.get("templat", ""))
    except (DeckFaultError, StorageError) as fault:
        return refused(fault, reader_words())
    return _attachment(made)


def chosen(*, decks: Callable[[], DeckMaker]) -> Response:
    """The deck of the cards in the request."""
    deck = Deck.of(request.get_json(silent=True))
    try:
        made = decks().chosen(deck)
    except (DeckFaultError, StorageError) as fault:
        return refused(fault, words(deck.language))
    return _attachment(made)


def refresh(*, decks: Callable[[], DeckMaker]) -> Response:
    """The deck of the request with new figures, and the list of what changed."""
    file = request.files.get(FIELD)
    if file is None or not file.filename:
        return refusal(400, "slides.fault.no_file")
    release = request.form.get("rilis", "")
    try:
        made = decks().refresh(file.read(), file.filename, choices={"rilis": release})
    except (DeckFaultError, StorageError) as fault:
        return refused(fault, reader_words())
    say = words(made.language)
    response = jsonify(
        name=made.name,
        file=b64encode(made.done.content).decode(),
        changed=sum(bool(one.changes) for one in made.done.slides),
        slides=[_told(one, say) for one in made.done.slides],
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def refused(fault: DeckFaultError | StorageError, say: Words) -> Response:
    """The reason as a sentence, with a sentence for each thing a template lacks."""
    if isinstance(fault, StorageError):
        response = jsonify(message=say(f"storage.{fault.code}", **fault.details))
    else:
        response = jsonify(message=fault.sentence(say), missing=fault.lacking(say))
    response.status_code = 422
    return response


def _told(report: SlideReport, say: Words) -> dict[str, Any]:
    return {
        "number": report.number,
        "title": report.title,
        "problem": say(f"slides.problem.{report.problem}") if report.problem else "",
        "changes": [{"what": one.what, "old": one.old, "new": one.new} for one in report.changes],
        "kept": list(report.kept),
    }


def _attachment(made: NamedFile) -> Response:
    response = send_file(
        BytesIO(made.content), mimetype=PPTX, as_attachment=True, download_name=made.name
    )
    response.headers["Cache-Control"] = "no-store"
    return response
