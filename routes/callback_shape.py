"""Whether what is sent to a callback is what a page of ours sends; if not, it is refused.

Whatever was typed or chosen is for the callbacks to judge. Here only the frame is looked at: which
callback, from which places, in which order, and of which type. Nothing behind it has to expect
another.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from flask import Flask, Response, request

from routes.refusal import refusal
from routes.rights import CALLBACK

Wired = Mapping[str, Any]
"""How a callback is wired: its function, and the places of its inputs and of its state."""

_ADDRESS, _CLICKS = (str, type(None)), (int, type(None))
_ONE = (str, int, float, type(None))
TYPES: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("pathname", "search", "data-path"), _ADDRESS),
    **dict.fromkeys(("n_clicks", "n_intervals"), _CLICKS),
    "value": (*_ONE, list),
    "data": (dict, list, *_ONE),
}
"""What a page of ours can send of each property that a callback is wired to."""


def register(server: Flask, *, callbacks: Mapping[str, Wired]) -> None:
    """Look at every request to a callback. They are known by their outputs."""
    server.before_request(partial(_refuse_strange, callbacks=callbacks))


def _refuse_strange(*, callbacks: Mapping[str, Wired]) -> Response | None:
    if request.endpoint != CALLBACK or request.method != "POST":
        return None
    body = request.get_json(silent=True)
    return None if is_sound(body, callbacks) else refusal(400, "strange.callback")


def is_sound(body: object, callbacks: Mapping[str, Wired]) -> bool:
    """Whether a body names a callback and brings a value from each place it is wired to."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    wired = callbacks.get(body["output"], {})
    changed = body.get("changedPropIds", [])
    return (
        "callback" in wired
        and _come_from(body.get("inputs"), wired["inputs"])
        and _come_from(body.get("state", []), wired["state"])
        and _go_to(body.get("outputs"), body["output"])
        and isinstance(changed, list)
        and all(isinstance(one, str) for one in changed)
    )


def _come_from(given: object, places: Sequence[Mapping[str, str]]) -> bool:
    """Whether there is one value for each place, in their order."""
    if not isinstance(given, list) or len(given) != len(places):
        return False
    return all(_comes_from(one, place) for one, place in zip(given, places, strict=True))


def _comes_from(given: object, place: Mapping[str, str]) -> bool:
    if place["id"].startswith("{"):
        # What stands once a row: a list with one for each row there is.
        return isinstance(given, list) and all(
            _has(one, dict, place["property"]) and _fits(one) for one in given
        )
    return _has(given, str, place["property"]) and _names(given, place["id"]) and _fits(given)


def _fits(given: Any) -> bool:
    """Whether a value is of a type its property can have; of several chosen, each is one."""
    value = given.get("value")
    if isinstance(value, list) and not all(isinstance(one, _ONE) for one in value):
        return False
    return isinstance(value, TYPES[str(given["property"])])


def _go_to(given: object, output: str) -> bool:
    """Whether the outputs are those of this callback; one alone comes without a list."""
    several = output.startswith("..")
    names = output.strip(".").split("...") if several else [output]
    listed = given if several else [given]
    if not isinstance(listed, list) or len(listed) != len(names):
        return False
    ends = [name.rpartition(".") for name in names]
    return all(
        _has(one, str, field) and _names(one, place)
        for one, (place, _, field) in zip(listed, ends, strict=True)
    )


def _has(given: object, kind: type, field: str) -> bool:
    """Whether this is a place of a page: an id of this kind, and this property of it."""
    if not isinstance(given, dict) or not isinstance(given.get("id"), kind):
        return False
    return bool(given.get("property") == field)


def _names(given: object, place: str) -> bool:
    return isinstance(given, dict) and given["id"] == place
