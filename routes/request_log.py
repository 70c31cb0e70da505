"""A line in the log of the server for each request: whether it was answered, or refused."""

import logging
from time import perf_counter

from flask import Flask, Response, g, request

_log = logging.getLogger("cakupan.requests")
_LONGEST = 200
# Of a shape, size, method or sender that our pages have not, or without the right.
_REFUSED = frozenset({400, 403, 405, 413, 415, 421})


def register(server: Flask) -> None:
    """Take the time before anything else, and tell once all is done."""
    server.before_request(_begin)
    server.after_request(_tell)


def _begin() -> None:
    g.began = perf_counter()


def _tell(response: Response) -> Response:
    if "began" not in g:
        # Nobody asked: it is drawn ahead.
        return response
    # The path alone: what is asked behind it may hold the secret of an invitation.
    _log.info(
        "refused" if response.status_code in _REFUSED else "answered",
        extra={
            "method": request.method,
            "path": request.path[:_LONGEST],
            "status": response.status_code,
            "ms": round((perf_counter() - g.began) * 1000),
        },
    )
    return response
