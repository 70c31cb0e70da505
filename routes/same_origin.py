"""Only our own pages may act, under our own names: there is no login that could tell them apart.

A page elsewhere can make a browser send requests here, and a name elsewhere can point here.
"""

import socket
from collections.abc import Collection
from functools import partial
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Flask, Response, request

from routes.refusal import refusal

_READING = {"GET", "HEAD", "OPTIONS"}
_FROM_US = {"same-origin", "none"}


def register(server: Flask, *, names: Collection[str]) -> None:
    """Look at every request first. ``names`` are those this server is known by, besides its own."""
    machine = socket.gethostname().casefold()
    known = frozenset({"localhost", machine, f"{machine}.local", *names})
    server.before_request(partial(_refuse_foreign, known=known))


def _refuse_foreign(*, known: Collection[str]) -> Response | None:
    host = _asked_host()
    if not _is_address(host) and host not in known:
        return refusal(421, "data.upload.unknown_host", host=host)
    if request.method not in _READING and not _is_from_us():
        return refusal(403, "data.upload.foreign")
    return None


def _asked_host() -> str:
    """The name or address this server was asked under, without its port."""
    try:
        return urlsplit(f"//{request.host}").hostname or ""
    except ValueError:
        return ""


def _is_from_us() -> bool:
    """Browsers say where a request comes from; who says nothing is no page at all."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in _FROM_US
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _is_address(host: str) -> bool:
    """An address cannot be made to point elsewhere, as a name can."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
