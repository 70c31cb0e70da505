"""The figures of one region: breaks in its line, its dot among others, its segments over time."""

from collections.abc import Callable
from datetime import date
from itertools import product

import pandas as pd
import plotly.graph_objects as go
import pytest

from cakupan.analytics.summary import Summary
from cakupan.charts import Figure
from cakupan.charts.compared_lines import ComparedLine, compared_lines, stroke
from cakupan.charts.compared_shares import ComparedShares, compared_shares
from cakupan.charts.peers import Dot, DotLine, peer_lines
from cakupan.charts.segment_lines import segment_lines
from cakupan.charts.target_marks import TargetMark
from cakupan.charts.theme import Style, Theme
from cakupan.charts.trend import BREAK_SIGN, trend
from cakupan.domain.language import Language
from cakupan.domain.measures import Segment

LOOKS = list(product(Language, Theme, [False, True]))
NAMES = {Segment.PU: "PU", Segment.BPU: "BPU", Segment.JAKON: "Jakon", Segment.PMI: "PMI"}
LINES = (
    DotLine(
        "Kabupaten/kota di Banten",
        "peringkat 2 dari 3",
        (
            Dot("Kab. Lebak", 0.2343),
            Dot("Kab. Tangerang", 0.5116, own=True),
            Dot("Kota Tangerang Selatan", 0.5837),
            Dot("Kota Jauh", 1.478, ranked=False),
        ),
    ),
    DotLine("Seukuran", "tanpa peringkat", (Dot("Kab. Tangerang", 0.5116, own=True),)),
)


def texts(figure: Figure) -> list[str]:
    return [annotation["text"] for annotation in figure.to_dict()["layout"]["annotations"]]


@pytest.fixture
def course() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "date": pd.to_datetime(["2025-09-30", "2025-10-31"]),
            "period": ["2025-09", "2025-10"],
            "PU": [680_000.0, 682_611.0],
            "BPU": [160_000.0, 160_672.0],
        }
    )


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_figure_passes_the_checks_it_is_spared_while_serving(
    look: tuple[Language, Theme, bool], course: pd.DataFrame, style: Callable[..., Style]
) -> None:
    language, theme, compact = look
    chosen = style(language, theme, compact=compact)
    for figure in (peer_lines(LINES, chosen), segment_lines(course, NAMES, chosen)):
        go.Figure(figure.to_dict())


def test_a_break_interrupts_the_line_under_a_sign(
    summary: Summary, marks: tuple[TargetMark, ...], style: Callable[..., Style]
) -> None:
    day = summary.trend["date"].iloc[2].date().replace(day=1)
    figure = trend(
        summary.trend, summary.glide, summary.outlook, marks, style(), breaks=[day]
    ).to_dict()
    series = next(trace for trace in figure["data"] if trace.get("connectgaps") is False)
    assert series["y"][2] is None
    assert series["x"][2] == day.isoformat()
    assert len(series["y"]) == len(summary.trend) + 1
    assert f"<b>{BREAK_SIGN}</b>" in [one["text"] for one in figure["layout"]["annotations"]]
    assert [shape["x0"] for shape in figure["layout"]["shapes"] if shape.get("yref")] == [
        day.isoformat()
    ]


def test_the_region_stands_out_by_shape_and_name_and_not_by_colour_alone(
    style: Callable[..., Style],
) -> None:
    figure = peer_lines(LINES, style())
    others, own = figure.to_dict()["data"][:2]
    assert (others["marker"]["symbol"], own["marker"]["symbol"]) == ("circle", "diamond")
    assert own["x"] == [0.5116]
    assert "<b>Kab. Tangerang 51,16%</b>" in texts(figure)
    assert "Kab. Lebak 23,4%" in texts(figure)


def test_a_coverage_above_one_hundred_percent_is_drawn_hollow_where_it_is(
    style: Callable[..., Style],
) -> None:
    figure = peer_lines(LINES, style()).to_dict()
    assert figure["data"][0]["x"][-1] == 1.478
    assert figure["layout"]["xaxis"]["range"][1] >= 1.478
    colours = figure["data"][0]["marker"]["color"]
    assert colours[-1] == style().palette.surface != colours[0]


def test_segments_are_told_apart_by_stroke_and_name(
    course: pd.DataFrame, style: Callable[..., Style]
) -> None:
    figure = segment_lines(course, NAMES, style())
    strokes = [trace["line"]["dash"] for trace in figure.to_dict()["data"]]
    assert len(set(strokes)) == len(strokes) == 2
    assert texts(figure) == ["PU 682,61 ribu", "BPU 160,67 ribu"]
    axis = figure.to_dict()["layout"]["yaxis"]
    assert axis["range"][0] == 0
    assert [text.strip() for text in axis["ticktext"]][-1] == "800 ribu"
    assert figure.to_dict()["layout"]["xaxis"]["range"][1] == date(2025, 12, 31).isoformat()


def test_years_stand_upright_beside_long_names_on_a_phone(style: Callable[..., Style]) -> None:
    days = pd.to_datetime([f"{year}-12-31" for year in range(2021, 2026)])
    months = [f"{year}-12" for year in range(2021, 2026)]
    counted = {"PU": [1_500_000.0] * 5, "BPU": [500_000.0] * 5}
    course = pd.DataFrame({"date": days, "period": months, **counted})
    named = {
        compact: segment_lines(course, NAMES, style(compact=compact)).to_dict()["layout"]["xaxis"]
        for compact in (True, False)
    }
    assert [*named[True]["ticktext"]] == ["2021", "2023", "2025"]
    assert len(named[False]["ticktext"]) == 5


def test_compared_lines_keep_colour_and_stroke_of_their_place(
    summary: Summary, style: Callable[..., Style]
) -> None:
    lines = [ComparedLine(place, f"Wilayah {place}", summary.trend) for place in (0, 2, 3)]
    figure = compared_lines(lines, style())
    go.Figure(figure.to_dict())
    drawn = [trace["line"] for trace in figure.to_dict()["data"]]
    assert [(one["color"], one["dash"]) for one in drawn] == [
        stroke(place, style()) for place in (0, 2, 3)
    ]
    assert len({one["dash"] for one in drawn}) == 3
    assert [text.split(" <b>")[0] for text in texts(figure)] == [
        "Wilayah 0",
        "Wilayah 2",
        "Wilayah 3",
    ]


def test_compared_shares_are_bars_of_one_hundred_percent(style: Callable[..., Style]) -> None:
    rows = [
        ComparedShares("Banten", {Segment.PU: 0.75, Segment.BPU: 0.25}),
        ComparedShares("Lebak", {Segment.PU: 1.0}),
    ]
    figure = compared_shares(rows, NAMES, style())
    go.Figure(figure.to_dict())
    bars = figure.to_dict()["data"]
    assert [(bar["base"][0], bar["x"][0]) for bar in bars] == [(0, 0.75), (0.75, 0.25), (0, 1.0)]
    assert "PU 75,0%" in texts(figure)
