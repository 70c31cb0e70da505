"""How much a request may bring: a file to those that take files, a page's worth to all others."""

from flask import Flask, Response, request

from layouts.data.drop_card import MIB, UPLOAD_LIMIT
from routes.refusal import refusal

_TAKE_FILES = frozenset({"upload", "deck-refresh", "deck-template"})
# What a page sends of itself is a few kilobytes: choices, and what was typed.
_OTHERS = 2 * MIB


def register(server: Flask) -> None:
    """Refuse what is over the limit before it is read."""
    server.config["MAX_CONTENT_LENGTH"] = UPLOAD_LIMIT
    server.before_request(_set_limit)
    server.register_error_handler(413, _too_large)


def _set_limit() -> None:
    if request.endpoint not in _TAKE_FILES:
        request.max_content_length = _OTHERS


def _too_large(_error: Exception) -> Response:
    if request.endpoint in _TAKE_FILES:
        return refusal(413, "data.upload.too_large", limit=UPLOAD_LIMIT // MIB)
    return refusal(413, "strange.too_much", limit=_OTHERS // MIB)
