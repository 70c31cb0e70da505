"""Opens the addresses of the API. Whatever happens, the caller reads a sentence as JSON."""

import logging
from collections.abc import Callable
from functools import partial

from flask import Blueprint, Flask, Response, jsonify, request

from cakupan.domain.reference import Reference
from cakupan.exports.api.asked import Asked, BadQuestionError, ask
from cakupan.exports.api.fields import Answered
from cakupan.exports.api.openapi import openapi
from cakupan.exports.api.parameters import Catalogue
from cakupan.exports.api.resources import BASE, RESOURCES, Resource
from cakupan.storage.errors import ReleaseError
from cakupan.storage.postgres import is_away
from routes.api.problems import bad_question, database_away, problem, unshown_release
from routes.api.writing import is_known, written
from routes.refusal import reader_words

Answer = Callable[[Asked, Callable[[str], bool]], Answered]
"""From a question, and whether the caller knows a mark, to the answer."""

_READING = ("GET", "HEAD", "OPTIONS")
_EVERY = (*_READING, "POST", "PUT", "PATCH", "DELETE")


def register(server: Flask, *, answer: Answer, reference: Reference) -> None:
    """Open one address a resource, the document, and a sentence for all others."""
    catalogue = Catalogue.of(reference)
    api = Blueprint("api", __name__, url_prefix=BASE)
    for resource in RESOURCES:
        view = partial(answers, resource, answer=answer, catalogue=catalogue, reference=reference)
        api.add_url_rule(f"/{resource.name}", resource.name, view, methods=["GET"])
    api.add_url_rule("/openapi.json", "openapi", partial(document, catalogue), methods=["GET"])
    api.add_url_rule("/", "unknown", unknown, defaults={"rest": ""}, methods=_EVERY)
    api.add_url_rule("/<path:rest>", "unknown", unknown, methods=_EVERY)
    api.register_error_handler(Exception, failed)
    server.register_blueprint(api)


def answers(
    resource: Resource, *, answer: Answer, catalogue: Catalogue, reference: Reference
) -> Response:
    """What was asked of a resource."""
    try:
        given = request.args.items(multi=True)
        asked = ask(resource, given, catalogue, reference.directory)
        return written(asked, answer(asked, partial(is_known, asked=asked)))
    except BadQuestionError as fault:
        return bad_question(fault, reader_words())
    except ReleaseError as fault:
        return unshown_release(fault, reader_words())


def document(catalogue: Catalogue) -> Response:
    """The OpenAPI document in the reader's language."""
    response = jsonify(openapi(catalogue, reader_words(), server=f"{request.script_root}{BASE}"))
    response.add_etag(weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def unknown(rest: str) -> Response:
    """No such address, or nothing that is written to."""
    names = [resource.name for resource in RESOURCES]
    if rest.rstrip("/") in {*names, "openapi.json"} and request.method not in _READING:
        response = problem(405, reader_words(), "read_only")
        response.headers["Allow"] = ", ".join(_READING)
        return response
    return problem(404, reader_words(), "no_address", known=", ".join(names))


def failed(error: Exception) -> Response:
    """A fault of the program, or a server of databases that is away: the log keeps the reason."""
    logging.getLogger(__name__).error("An answer of the API failed", exc_info=error)
    return (
        database_away(reader_words()) if is_away(error) else problem(500, reader_words(), "failed")
    )
