"""``GET /boundaries/<fingerprint>.geojson``: the outlines of the map, kept by browsers for good."""

from collections.abc import Callable
from functools import partial

from flask import Flask, Response, request

from cakupan.domain.boundaries import Boundaries
from routes.refusal import refusal

_YEAR = 365 * 24 * 60 * 60


def register(server: Flask, *, outlines: Callable[[], Boundaries]) -> None:
    """Open the route; ``outlines`` are those in use."""
    server.add_url_rule(
        "/boundaries/<fingerprint>.geojson",
        "boundaries",
        partial(given, outlines=outlines),
    )


def given(fingerprint: str, *, outlines: Callable[[], Boundaries]) -> Response:
    """The outlines of this fingerprint; of any other there are none."""
    boundaries = outlines()
    if fingerprint != boundaries.fingerprint:
        return refusal(404, "boundaries.changed")
    response = Response(boundaries.document, mimetype="application/geo+json")
    response.set_etag(boundaries.fingerprint)
    # The address changes with the content, so a kept copy is never an old one.
    response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    response.make_conditional(request)
    return response
