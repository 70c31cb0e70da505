"""An office's own templates for decks: a list, one more, one less, and a file to begin with.

``GET /exports/templates`` → ``{"templates": [{id, name, added_at, cover, figure}]}``, the newest
first. ``POST`` takes the file in the field ``file`` → 201 ``{"template": {…}}``, or 422
``{"message", "missing": […]}``. ``DELETE /exports/templates/<id>`` → ``{"removed": true}``.
``GET /exports/templates/contoh.pptx`` is our own, to be dressed anew.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from io import BytesIO

from flask import Flask, Response, jsonify, request, send_file

from cakupan.domain.records import asdict
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.storage.deck_templates import MOST, TemplateStore
from routes.decks import FIELD, PPTX, refused
from routes.refusal import reader_words, refusal

_PATH, _LONGEST_NAME = "/exports/templates", 120


def register(server: Flask, *, store: TemplateStore, clock: Callable[[], datetime]) -> None:
    """Open the routes."""
    add = server.add_url_rule
    add(_PATH, "deck-templates", partial(listed, store=store), methods=["GET"])
    add(_PATH, "deck-template", partial(added, store=store, clock=clock), methods=["POST"])
    add(f"{_PATH}/<ident>", "no-template", partial(removed, store=store), methods=["DELETE"])
    add(f"{_PATH}/contoh.pptx", "first-template", first, methods=["GET"])


def listed(*, store: TemplateStore) -> Response:
    """Every template there is."""
    return _kept_by_nobody(jsonify(templates=[asdict(one) for one in store.all()]))


def added(*, store: TemplateStore, clock: Callable[[], datetime]) -> Response:
    """Look through a template and keep it."""
    file = request.files.get(FIELD)
    if file is None or not file.filename:
        return refusal(400, "slides.fault.no_file")
    if len(store.all()) >= MOST:
        return refusal(409, "slides.fault.too_many_templates", most=MOST)
    # The library of slides is read in once somebody has a template.
    from cakupan.exports.slides.templates import (  # noqa: PLC0415
        read_template,
        template_bytes,
    )

    try:
        template = read_template(file.read())
    except DeckFaultError as fault:
        return refused(fault, reader_words())
    try:
        stored = store.add(
            template_bytes(template),
            name=file.filename[:_LONGEST_NAME],
            cover=template.places.cover.layout.name,
            figure=template.places.figure.layout.name,
            at=clock(),
        )
    except OSError:
        return refusal(507, "data.upload.no_room")
    response = _kept_by_nobody(jsonify(template=asdict(stored)))
    response.status_code = 201
    return response


def removed(ident: str, *, store: TemplateStore) -> Response:
    """Forget a template."""
    if not store.remove(ident):
        return refusal(404, "slides.fault.no_template")
    return jsonify(removed=True)


def first() -> Response:
    """Our own template, with layouts of the names we look for."""
    from cakupan.exports.slides.house_template import house_bytes  # noqa: PLC0415  as above

    return send_file(
        BytesIO(house_bytes()),
        mimetype=PPTX,
        as_attachment=True,
        download_name="Templat Cakupan.pptx",
    )


def _kept_by_nobody(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
