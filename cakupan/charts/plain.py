"""Figures as plain JSON values, for whoever draws them without Dash."""

import json
from typing import Any

from plotly.io.json import to_json_plotly

from cakupan.charts.figure import Figure


def plain_figure(figure: Figure) -> dict[str, Any]:
    """Traces and layout of lists, numbers and texts; what is no number is None."""
    plain: dict[str, Any] = json.loads(to_json_plotly(figure.to_dict()))
    return plain
