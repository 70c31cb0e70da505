"""The one empty state of all figures: a sentence in the middle of nothing."""

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.theme import Style

_HIDDEN = {"visible": False}


def blank_figure(*, height: int) -> Figure:
    """Nothing at all, in any theme: what stands in a graph before the first answer."""
    clear = "rgba(0,0,0,0)"
    return Figure(
        layout={
            "height": height,
            "xaxis": _HIDDEN,
            "yaxis": _HIDDEN,
            "paper_bgcolor": clear,
            "plot_bgcolor": clear,
            "template": None,
        }
    )


def empty_figure(sentence: str, style: Style) -> Figure:
    """No axes and no data, only why there are none."""
    drawing = Drawing(style, height=110)
    font = {"size": 14, "color": style.palette.muted}
    drawing.text(sentence, x=0.5, y=0.5, xref="paper", yref="paper", font=font)
    return drawing.figure(xaxis=_HIDDEN, yaxis=_HIDDEN)
