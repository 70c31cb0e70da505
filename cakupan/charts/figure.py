"""A figure as the browser is told of it: traces and a layout, nothing else.

plotly's own class copies every value when it is made and again when it is sent, which takes longer
than all the arithmetic of a page. The tests hold each figure against that class.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cakupan.domain.records import Record, field


class Figure(Record, frozen=True):
    """What plotly.js draws. It is shared: nobody changes it."""

    data: Sequence[Mapping[str, Any]] = ()
    layout: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Traces and layout by the names plotly gives them."""
        return {"data": list(self.data), "layout": dict(self.layout)}

    def to_plotly_json(self) -> dict[str, Any]:
        """The same, under the name that Dash asks by when it sends a figure."""
        return self.to_dict()
