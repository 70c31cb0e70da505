"""Who is asking: one browser, by a random cookie, and in it the person that is logged in."""

import re
import secrets

from flask import Flask, Response, g, request

from cakupan.domain.acting import actor
from layouts.ids import SECURE_VISITOR_COOKIE, VISITOR_COOKIE

_KEPT_SECONDS = 30 * 24 * 60 * 60
_TOKEN = re.compile(r"[\w-]{32}")
_GIVES_A_COOKIE = {"/", "/<path:path>", "upload"}


def register(server: Flask) -> None:
    """Know the visitor before every request, and leave the cookie with a page."""
    server.before_request(_recognise)
    server.after_request(_remember)


def visitor() -> str:
    """Who is asking: the token of the browser, and the name that is logged in there."""
    return actor().owner(g.visitor)


def _recognise() -> None:
    given = request.cookies.get(_name(), "")
    g.visitor_is_new = not _TOKEN.fullmatch(given)
    g.visitor = secrets.token_urlsafe(24) if g.visitor_is_new else given


def _remember(response: Response) -> Response:
    if g.get("visitor_is_new") and request.endpoint in _GIVES_A_COOKIE:
        response.set_cookie(
            _name(),
            g.visitor,
            max_age=_KEPT_SECONDS,
            secure=request.is_secure,
            httponly=True,
            samesite="Lax",
        )
    return response


def _name() -> str:
    return SECURE_VISITOR_COOKIE if request.is_secure else VISITOR_COOKIE
