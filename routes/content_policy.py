"""What a page may run, show and reach: our own files and nothing else, whatever text is on it."""

from collections.abc import Iterable
from functools import partial

from flask import Flask, Response, request

# Styles stand in attributes all over the components and in what draws the charts.
_RULES = (
    "default-src 'self'",
    "script-src 'self' {scripts}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is no page: opened by itself it may do nothing. A page has some seventy such parts."""

_NOT_USED = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
_TWO_YEARS = 63_072_000


def register(server: Flask, *, scripts: Iterable[str]) -> None:
    """Give every answer its policy. ``scripts`` are hashes of what stands in the page itself."""
    policy = "; ".join(_RULES).format(scripts=" ".join(scripts))
    server.after_request(partial(_headers, policy))


def _headers(policy: str, response: Response) -> Response:
    is_page = response.mimetype == "text/html"
    response.headers["Content-Security-Policy"] = policy if is_page else _NOTHING
    if is_page:
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = _NOT_USED
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={_TWO_YEARS}; includeSubDomains"
    if not request.path.startswith("/assets/") and "Cache-Control" not in response.headers:
        # Figures are not for whoever sits at this browser next.
        response.headers["Cache-Control"] = "no-store"
    return response
