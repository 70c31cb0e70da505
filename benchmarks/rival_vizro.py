"""The figures of Ringkasan in plain Vizro; runs in an environment of its own.

``python rival_vizro.py FIGURES PORT``
"""

import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io
import vizro.models as vm
from vizro import Vizro
from vizro.models.types import capture

NOTHING = pd.DataFrame()


@capture("graph")
def drawn(data_frame: Any, figure: str) -> go.Figure:
    """Vizro asks for a frame with every figure; these bring their own data."""
    del data_frame
    return plotly.io.from_json(figure, skip_invalid=True)


def main(figures: Path, port: int) -> None:
    """Serve one page with a graph for each figure."""
    charts = [
        vm.Graph(figure=drawn(data_frame=NOTHING, figure=json.dumps(figure)))
        for figure in json.loads(figures.read_text("utf-8"))
    ]
    board = vm.Dashboard(pages=[vm.Page(title="Ringkasan", components=charts)], theme="vizro_light")
    Vizro().build(board).run(host="127.0.0.1", port=port)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
