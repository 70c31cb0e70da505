"""Components written out once, for parts of a page that are much and stay as they are."""

from collections.abc import Iterable
from typing import Any

from dash.development.base_component import Component


def written(parts: Iterable[Component]) -> list[Any]:
    """The parts as they go to the browser: an answer that holds them need not write them again.

    What comes out stands among the children of a component like any other; nobody changes it.
    """
    return [_plain(part) for part in parts]


def _plain(value: object) -> Any:
    if isinstance(value, Component):
        # Dash leaves this method untyped.
        parts: dict[str, Any] = value.to_plotly_json()  # type: ignore[no-untyped-call]
        return _plain(parts)
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
