"""How answers travel: compressed, with assets that a browser keeps and data that it does not."""

from flask import Flask, Response, request
from flask_compress import Compress

_DAY = 24 * 60 * 60
_YEAR = 365 * _DAY
_FRAME = ("/_dash-dependencies", "/_dash-layout")
_DATA = "/_dash-update-component"


def register(server: Flask) -> None:
    """Switch compression on and set the headers of every answer."""
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_MIMETYPES=[
            "text/html",
            "text/css",
            "text/csv",
            "text/javascript",
            "application/javascript",
            "application/json",
            "application/geo+json",
            "image/svg+xml",
        ],
    )
    Compress(server)
    server.after_request(_headers)


def _headers(response: Response) -> Response:
    if request.path.startswith("/assets/") and "m" in request.args and response.status_code == 200:
        # Dash names each asset with its time of change, so a kept copy is never an old one.
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    elif request.path.startswith("/assets/icons/"):
        # Style sheets name icons without a time; a new drawing may come a day late.
        response.headers["Cache-Control"] = f"public, max-age={_DAY}"
    elif request.path.startswith("/_dash-component-suites/") and not response.cache_control.max_age:
        # A part that Dash fetches later has no version in its name: asked for again by its tag.
        response.headers["Cache-Control"] = "no-cache"
    elif request.path in _FRAME and response.status_code == 200:
        # The shell at rest, and which control asks for what: no figure, the same for everybody the
        # gate lets in. Asked for each time, and sent only when it changed.
        response.headers["Cache-Control"] = "private, no-cache"
        response.add_etag()
    elif request.path.startswith(_DATA):
        response.headers["Cache-Control"] = "no-store"
    return response
