"""Components written out once, for parts of a page that are much and stay as they are."""

from collections.abc import Iterable
from typing import Any

from dash.development.base_component import Component

from cakupan.charts.as_json import Ready, as_json


def written(parts: Iterable[Component]) -> list[Any]:
    """The parts as they go to the browser: an answer that holds them need not write them again.

    What comes out (``Ready``) stands among the children of a component like any other.
    """
    return [Ready(as_json(part)) for part in parts]
