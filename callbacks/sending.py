"""What a callback answers, written before Dash does it.

Dash hands the whole answer to plotly's writer, which goes through every part of it in Python. What
is written already it takes as it is.
"""

import orjson
from dash import no_update

from cakupan.charts.as_json import as_json


def sent(value: object) -> object:
    """The value as it is written; what is not to change stays ``no_update``.

    Raises TypeError where no browser can be told of it.
    """
    return value if value is no_update else orjson.Fragment(as_json(value))
