"""How the API says that something cannot be answered: problem JSON (RFC 9457) with a sentence."""

import json
from http import HTTPStatus

from flask import Response

from cakupan.exports.api.asked import BadQuestionError
from cakupan.storage.errors import ReleaseError
from cakupan.texts import Words
from routes.database_away import ASK_AGAIN
from routes.release_refusals import release_status

PROBLEM = "application/problem+json"
_NOT_FOUND = {"unknown_region", "no_such_period"}


def problem(status: int, say: Words, key: str, **fields: object) -> Response:
    """The sentence of ``api.problem.<key>``; ``parameter`` among the fields is told apart."""
    return _problem(status, say(f"api.problem.{key}", **fields), str(fields.get("parameter", "")))


def unshown_release(fault: ReleaseError, say: Words) -> Response:
    """A release that cannot be shown, in the words of every page."""
    detail = say(f"storage.{fault.code}", **fault.details)
    return _problem(release_status(fault), detail, "rilis")


def database_away(say: Words) -> Response:
    """The server of databases does not answer: when to ask again, in the words of every page."""
    response = _problem(503, say("shell.failure.server"), "")
    response.headers["Retry-After"] = ASK_AGAIN
    return response


def _problem(status: int, detail: str, parameter: str) -> Response:
    told: dict[str, str | int] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if parameter:
        told["parameter"] = parameter
    return Response(json.dumps(told, ensure_ascii=False), status=status, mimetype=PROBLEM)


def bad_question(fault: BadQuestionError, say: Words) -> Response:
    """A question that cannot be asked: 404 where something is not there, else 400."""
    status = 404 if fault.code in _NOT_FOUND else 400
    return problem(status, say, fault.code, **fault.fields)
