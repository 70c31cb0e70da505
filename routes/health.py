"""``/healthz``: the server answers at all. ``/readyz``: it can answer with figures."""

import logging
from collections.abc import Callable
from functools import partial

from flask import Flask, Response

_log = logging.getLogger(__name__)

PATHS = ("/healthz", "/readyz")


def register(server: Flask, *, ask: Callable[[], object]) -> None:
    """Open both routes; ``ask`` reads from the database and raises where that cannot be done."""
    server.add_url_rule("/healthz", "healthz", lambda: _plain("ok", 200))
    server.add_url_rule("/readyz", "readyz", partial(_ready, ask=ask))


def _ready(*, ask: Callable[[], object]) -> Response:
    try:
        ask()
    except Exception:  # noqa: BLE001  whoever watches needs a word; the log keeps the reason
        _log.exception("not ready")
        return _plain("not ready", 503)
    return _plain("ready", 200)


def _plain(text: str, status: int) -> Response:
    response = Response(text + "\n", status=status, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
