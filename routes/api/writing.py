"""An answer as the caller wants it: JSON or CSV, with the way to the next page, or unchanged."""

from urllib.parse import urlencode

from flask import Response, request

from cakupan.exports.api.answers import csv_answer, json_answer
from cakupan.exports.api.asked import Asked
from cakupan.exports.api.fields import Answered, Rows
from cakupan.exports.api.parameters import CSV, JSON

_MIMETYPES = {JSON: "application/json", CSV: "text/csv"}


def wants_csv(asked: Asked) -> bool:
    """By the parameter; without one by the header, where JSON is first."""
    if asked["format"]:
        return asked["format"] == CSV
    best = request.accept_mimetypes.best_match(list(_MIMETYPES.values()))
    return best == _MIMETYPES[CSV]


def is_known(mark: str, asked: Asked) -> bool:
    """Whether the caller has the answer of this mark already."""
    return request.if_none_match.contains_weak(_etag(mark, asked))


def written(asked: Asked, answered: Answered) -> Response:
    """The answer; 304 without a body where its mark is known."""
    found = answered.rows
    response = Response(status=304) if found is None else _body(asked, answered, found)
    # Weak: the same rows may travel compressed or not.
    response.set_etag(_etag(answered.mark, asked), weak=True)
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Accept")
    return response


def _body(asked: Asked, answered: Answered, found: Rows) -> Response:
    following = _next(asked, found)
    if wants_csv(asked):
        content = csv_answer(asked.resource, found, dialect=asked["dialek"])
        response = Response(content, content_type="text/csv; charset=utf-8")
    else:
        about = {
            "resource": asked.resource.name,
            "total": found.total,
            "limit": asked.limit,
            "offset": asked.offset,
            "next": following,
            "release": answered.release,
            "data_version": answered.version,
        }
        response = Response(json_answer(asked.resource, found, about), mimetype="application/json")
    response.headers["X-Total-Count"] = str(found.total)
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _next(asked: Asked, found: Rows) -> str | None:
    """The address of the rows after these, below the path the app is served under."""
    after = asked.offset + len(found.rows)
    if after >= found.total or not found.rows:
        return None
    given = {name: text for name, text in request.args.items() if text.strip()}
    return f"{request.script_root}{asked.resource.path}?{urlencode(given | {'offset': after})}"


def _etag(mark: str, asked: Asked) -> str:
    return f"{mark}-{CSV if wants_csv(asked) else JSON}"
