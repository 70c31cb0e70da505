"""How the API says that something cannot be answered: problem JSON (RFC 9457) with a sentence."""

import json
from http import HTTPStatus

from flask import Response

from cakupan.exports.api.asked import BadQuestionError
from cakupan.texts import Words

PROBLEM = "application/problem+json"
_NOT_FOUND = {"unknown_region", "no_such_period", "unknown_release"}


def problem(status: int, say: Words, key: str, **fields: object) -> Response:
    """The sentence of ``api.problem.<key>``; ``parameter`` among the fields is told apart."""
    told = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": say(f"api.problem.{key}", **fields),
    }
    if "parameter" in fields:
        told["parameter"] = fields["parameter"]
    return Response(json.dumps(told, ensure_ascii=False), status=status, mimetype=PROBLEM)


def bad_question(fault: BadQuestionError, say: Words) -> Response:
    """A question that cannot be asked: 404 where something is not there, else 400."""
    status = 404 if fault.code in _NOT_FOUND else 400
    return problem(status, say, fault.code, **fault.fields)
