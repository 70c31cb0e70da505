"""What cannot be answered at all is told in a sentence, without a word of what is inside.

No page of ours asks for such things: whoever does has mistyped an address, or tries what happens.
"""

import logging
from collections.abc import Iterable

from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from routes.refusal import refusal

_SENTENCES = {400: "unreadable", 404: "not_there", 405: "method", 415: "unreadable"}
_log = logging.getLogger(__name__)


def register(server: Flask, *, unknown: Iterable[type[Exception]]) -> None:
    """Answer for every route. ``unknown`` are raised where a file of a library is not there."""
    server.register_error_handler(HTTPException, told)
    server.register_error_handler(RecursionError, lambda _error: refusal(400, "strange.unreadable"))
    for kind in unknown:
        server.register_error_handler(kind, lambda _error: refusal(404, "strange.not_there"))


def told(error: HTTPException) -> Response | AnyResponse:
    """The sentence for a status; a redirect goes as it is."""
    status = error.code or 500
    if status < 400 or error.response is not None:
        return error.get_response()
    key = _SENTENCES.get(status, "refused" if status < 500 else "failed")
    response = refusal(status, f"strange.{key}")
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response
