"""``GET /boundaries/<fingerprint>.geojson``: the outlines of the map, kept by browsers for good."""

from functools import partial

from flask import Flask, Response, request

from cakupan.domain.boundaries import Boundaries
from routes.refusal import refusal

_YEAR = 365 * 24 * 60 * 60


def register(server: Flask, *, boundaries: Boundaries) -> None:
    """Open the route."""
    server.add_url_rule(
        "/boundaries/<fingerprint>.geojson",
        "boundaries",
        partial(outlines, boundaries=boundaries),
    )


def outlines(fingerprint: str, *, boundaries: Boundaries) -> Response:
    """The outlines of this fingerprint; of any other there are none."""
    if fingerprint != boundaries.fingerprint:
        return refusal(404, "boundaries.changed")
    response = Response(boundaries.document, mimetype="application/geo+json")
    response.set_etag(boundaries.fingerprint)
    # The address changes with the content, so a kept copy is never an old one.
    response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    response.make_conditional(request)
    return response
