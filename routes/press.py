"""``GET /exports/press.txt``: the press text of the region and choices of an address."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from flask import Flask, Response, request

from cakupan.exports.press.text import PressText
from routes.refusal import refusal


class PressFile(Protocol):
    """A text, and the name of a file for it without its ending."""

    @property
    def text(self) -> PressText: ...  # noqa: D102  said above

    @property
    def name(self) -> str: ...  # noqa: D102  said above


PressOf = Callable[[str, str], PressFile | None]
"""From the path of a page and the query of its address."""


def register(server: Flask, *, press_of: PressOf) -> None:
    """Open the route."""
    server.add_url_rule("/exports/press.txt", "press", partial(press, press_of=press_of))


def press(*, press_of: PressOf) -> Response:
    """The text as a file; ``halaman`` is the page it is of, the Ringkasan without one."""
    query = "?" + request.query_string.decode("utf-8", "replace")
    found = press_of(request.args.get("halaman", "/"), query)
    if found is None:
        return refusal(404, "press.no_text")
    response = Response(found.text.plain, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.name}.txt"'
    response.headers["Cache-Control"] = "no-store"
    return response
