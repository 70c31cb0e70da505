"""Segments of a few regions: one bar of 100% each, every part that has room labelled in it."""

from collections.abc import Mapping, Sequence

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record
from cakupan.texts.number_format import percent

# The narrowest the figure gets on either screen.
_WIDTH = {False: 400, True: 250}
_ROW, _NAME, _BAR = 58, 14, (26, 52)


class ComparedShares(Record, frozen=True):
    """A region's short name, and the share of each segment that is stated (they sum to 1)."""

    name: str
    shares: Mapping[Segment, float]


def compared_shares(
    rows: Sequence[ComparedShares], names: Mapping[Segment, str], style: Style
) -> Figure:
    """``names`` are short names of the segments."""
    drawing = Drawing(style, height=_ROW * len(rows))
    for place, row in enumerate(rows):
        top = place * _ROW
        drawing.text(f"<b>{row.name}</b>", x=0, y=top + _NAME, xanchor="left", xshift=-3)
        start = 0.0
        for segment, share in row.shares.items():
            _part(drawing, segment, names[segment], (start, share), top)
            start += share
    return drawing.figure(
        barmode="overlay",
        hovermode="closest",
        xaxis={"range": [0, 1], "visible": False},
        yaxis={"range": [drawing.height, 0], "visible": False},
        margin={"l": 1, "r": 1},
    )


def _part(
    drawing: Drawing, segment: Segment, name: str, span: tuple[float, float], top: int
) -> None:
    style, (start, share) = drawing.style, span
    colour, ink = style.palette.segments[segment]
    label = f"{name} {percent(share, style.language, 1)}"
    drawing.bars(
        x=[share],
        base=[start],
        y=[top + sum(_BAR) / 2],
        width=[_BAR[1] - _BAR[0]],
        marker={"color": colour, "line": {"color": style.palette.surface, "width": 2}},
        hovertemplate=f"<b>{label}</b><extra></extra>",
    )
    if text_width(label, TEXT_SIZE) + 12 <= share * _WIDTH[style.compact]:
        middle = top + sum(_BAR) / 2
        drawing.text(label, x=start, y=middle, xanchor="left", xshift=6, font={"color": ink})
