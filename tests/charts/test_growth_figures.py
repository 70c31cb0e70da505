"""Figures of change: whole for plotly, true to the last step, readable, nothing over another."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, product

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.contributions import Contribution, Contributions
from cakupan.analytics.growth import decompose
from cakupan.analytics.quadrants import Quadrant
from cakupan.charts import Figure
from cakupan.charts.colour_scale import changes, levels, readable_on
from cakupan.charts.decomposition import HATCH, causes, causes_by_part, contribution_steps
from cakupan.charts.heat_map import HATCHES, Cell, HeatRow, heat_map
from cakupan.charts.label_places import Spot, _box, label_places
from cakupan.charts.quadrant import Axis, Placed, quadrant_chart
from cakupan.charts.round_steps import round_steps
from cakupan.charts.theme import PALETTES, Style, Theme
from cakupan.charts.year_lines import YearLine, year_lines
from cakupan.domain.language import Language
from tests.charts.test_theme import contrast

STYLES = list(product(Language, Theme, (False, True)))
NAN = float("nan")
KETAPANG = decompose(n0=101_052, d0=181_454, n1=122_318, d1=179_827)
GIVEN = Contributions(
    points=Fraction(1, 100),
    known=(Contribution("a", Fraction(3, 100)), Contribution("b", Fraction(-1, 100))),
    remainder=Fraction(-1, 100),
    missing=("c",),
    broken=(),
)


def placed(name: str, level: float, change: float) -> Placed:
    return Placed(name, level, change, Quadrant.LEADING, f"{name} hover")


def every_figure(style: Style) -> list[Figure]:
    axis = Axis("cakupan", (0.2, 0.4), ("20%", "40%"))
    months = ("Okt<br>2024", "Nov<br> ")
    cells = [Cell(0.4, "40,0", "h"), Cell(NAN, "", "h", "missing"), Cell(NAN, "", "h", "broken")]
    lines = [YearLine(str(year), [1.0, None, 3.0], ["h"] * 3) for year in (2025, 2024)]
    regions = [placed("A", 0.3, 0.01), placed("B", 0.4, -0.02)]
    return [
        causes(KETAPANG, style),
        contribution_steps(GIVEN, ["A", "B"], "sisa", style),
        causes_by_part([("Ketapang", KETAPANG)], style),
        quadrant_chart(regions, usual=(0.35, 0.0), axes=(axis, axis), style=style),
        heat_map([HeatRow("A", cells)], [*months, "Des"], levels([0.4], style.palette), style),
        year_lines(lines[0], lines[1], ["Jan"] * 12, ((0.0, 4.0), ("0", "4")), style),
    ]


@pytest.mark.parametrize(("language", "theme", "compact"), STYLES)
def test_plotly_accepts_every_part_of_every_figure(
    style: Callable[..., Style], language: Language, theme: Theme, compact: bool
) -> None:
    for figure in every_figure(style(language, theme, compact=compact)):
        go.Figure(figure.to_dict())


def bars(figure: Figure, lane: int = 0) -> list[tuple[float, float]]:
    """From where to where each bar runs."""
    trace = figure.to_dict()["data"][lane]
    starts = trace.get("base", [0.0] * len(trace["x"]))
    return [(start, start + size) for start, size in zip(starts, trace["x"], strict=True)]


def test_the_steps_of_the_causes_lead_from_zero_to_the_whole_change(style) -> None:
    participants, workers, whole = bars(causes(KETAPANG, style()))
    assert participants[0] == whole[0] == 0
    assert workers[0] == participants[1]
    assert workers[1] == pytest.approx(whole[1], abs=1e-15)
    assert whole[1] == float(KETAPANG.points)


def test_contributions_and_the_rest_are_steps_that_end_where_the_whole_ends(style) -> None:
    figure = contribution_steps(GIVEN, ["A", "B"], "sisa", style())
    steps = bars(figure)
    assert [start for start, _ in steps[1:-1]] == pytest.approx([end for _, end in steps[:-2]])
    assert steps[-2][1] == pytest.approx(steps[-1][1])
    assert len(steps) == 4
    assert len(figure.to_dict()["layout"]["shapes"]) == 4, "zero, and a link between two steps each"


def test_what_the_workforce_did_is_hatched_and_ends_at_the_change(style) -> None:
    figure = causes_by_part([("Ketapang", KETAPANG)], style())
    second = figure.to_dict()["data"][1]
    assert second["marker"]["pattern"]["shape"] == [HATCH]
    assert bars(figure, 1)[0][1] == pytest.approx(float(KETAPANG.points), abs=1e-15)
    assert bars(figure, 1)[0][0] == bars(figure)[0][1]


def test_what_is_missing_is_hatched_and_never_white(style) -> None:
    cells = [Cell(0.4, "40,0", "a"), Cell(NAN, "", "b", "missing"), Cell(NAN, "", "c", "broken")]
    scale = levels([0.4], PALETTES[Theme.LIGHT])
    trace = heat_map([HeatRow("A", cells)], ["1", "2", "3"], scale, style()).to_dict()["data"][0]
    assert trace["marker"]["pattern"]["shape"] == ["", HATCHES["missing"], HATCHES["broken"]]
    assert "#ffffff" not in trace["marker"]["color"]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@given(values=st.lists(st.floats(-0.2, 1.5), min_size=1, max_size=5), asked=st.floats(-0.3, 1.6))
def test_every_cell_can_be_read_whatever_its_value(palette, values, asked) -> None:
    for scale in (levels(values, palette), changes(values, palette)):
        colour = scale.colour(asked)
        assert contrast(colour, readable_on(colour)) >= 4.5


def test_a_rise_and_a_fall_have_hues_of_their_own(style) -> None:
    scale = changes([0.02, -0.02], style().palette)
    assert scale.colour(0.02) == style().palette.accent
    assert scale.colour(-0.02) == style().palette.target
    assert scale.colour(0.9) == scale.colour(0.02)


SPOTS = st.lists(
    st.builds(Spot, st.floats(0, 600), st.floats(0, 300), st.floats(20, 140)), max_size=38
)


@given(spots=SPOTS)
def test_no_label_lies_on_another_label_or_on_a_point(spots: Sequence[Spot]) -> None:
    found = label_places(spots, extent=(600, 300))
    assert len(found) == len(spots)
    boxes = [
        (index, _box(spot, place))
        for index, (spot, place) in enumerate(zip(spots, found, strict=True))
        if place
    ]
    for (_, one), (_, other) in combinations(boxes, 2):
        assert one.is_clear_of([other])
    for index, box in boxes:
        assert box.left >= 0
        assert box.right <= 600
        for place, spot in enumerate(spots):
            inside = box.left < spot.x < box.right and box.top < spot.y < box.bottom
            assert place == index or not inside


def test_a_lone_label_stands_right_of_its_point_and_left_at_the_edge() -> None:
    middle, edge = (label_places([Spot(x, 100, 80)], extent=(600, 300))[0] for x in (300, 590))
    assert middle is not None
    assert edge is not None
    assert (middle.xanchor, edge.xanchor) == ("left", "right")


@given(
    values=st.lists(st.floats(-5, 5) | st.floats(0, 1e8), min_size=1, max_size=9),
    most=st.integers(3, 9),
)
def test_round_steps_hold_all_values_in_at_most_so_many_steps(
    values: list[float], most: int
) -> None:
    found = round_steps(values, most=most)
    slack = 1e-9 * max(abs(value) for value in (*values, 1.0))
    assert found.values[0] <= min(values) + slack
    assert found.values[-1] >= max(values) - slack
    assert 2 <= len(found.values) <= most + 1
    texts = {f"{value * 100:.{found.places}f}" for value in found.values}
    assert len(texts) == len(found.values), "two ticks would read the same"


def test_two_years_are_named_at_their_ends_and_apart(style) -> None:
    same = [YearLine(str(year), [1.0, 2.0], ["h"] * 2) for year in (2025, 2024)]
    figure = year_lines(same[0], same[1], ["Jan"] * 12, ((0.0, 4.0), ("0", "4")), style())
    names = figure.to_dict()["layout"]["annotations"]
    assert [name["text"] for name in names] == ["<b>2025</b>", "<b>2024</b>"]
    assert names[0]["y"] != names[1]["y"]


def test_a_year_without_figures_is_not_named(style) -> None:
    lines = YearLine("2025", [1.0], ["h"]), YearLine("2024", [None], ["h"])
    figure = year_lines(*lines, ["Jan"] * 12, ((0.0, 4.0), ("0", "4")), style())
    assert len(figure.to_dict()["layout"]["annotations"]) == 1
