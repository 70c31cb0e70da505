"""What every figure keeps to: it is valid, formatted in the reader's language, and made of data."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from cakupan.analytics.summary import Summary
from cakupan.charts import Figure
from cakupan.charts.bullet import bullet
from cakupan.charts.empty import blank_figure, empty_figure
from cakupan.charts.movers import movers, strongest_movers
from cakupan.charts.ranking import drawn_marks, rank_change, ranking
from cakupan.charts.segments import segments
from cakupan.charts.shares import Share, shares
from cakupan.charts.target_marks import TargetMark, round_percent
from cakupan.charts.theme import PALETTES, Style, Theme
from cakupan.charts.trend import trend
from cakupan.domain.language import Language
from cakupan.domain.measures import Segment

NAN = float("nan")
SHORT = {Segment.PU: "PU", Segment.BPU: "BPU", Segment.JAKON: "Jakon", Segment.PMI: "PMI"}
AHEAD = pd.DataFrame(
    {"date": pd.to_datetime(["2025-10-31", "2030-12-31"]), "coverage": [0.4603, 0.5495]}
)
LOOKS = list(product(Language, Theme, [False, True]))


def texts(figure: Figure) -> list[str]:
    return [annotation["text"] for annotation in figure.to_dict()["layout"]["annotations"]]


def all_figures(summary: Summary, frame: Any, marks: Any, style: Style) -> list[Figure]:
    return [
        bullet(summary.headline.coverage or 0, marks, style),
        trend(summary.trend, summary.glide, summary.outlook, marks, style),
        trend(summary.trend, summary.glide, summary.outlook, marks, style, ahead=AHEAD, height=460),
        shares([Share("Kab. Lebak", 250_217, 4_036, 0.65), Share("Kota C", 0, None, 1.2)], style),
        ranking(frame, marks, style),
        movers(strongest_movers(frame), style),
        segments(summary.segments, SHORT, style),
        empty_figure("–", style),
    ]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_figure_passes_the_checks_it_is_spared_while_serving(
    look: tuple[Language, Theme, bool],
    summary: Summary,
    ranked: Any,
    marks: tuple[TargetMark, ...],
    style: Callable[..., Style],
) -> None:
    language, theme, compact = look
    chosen = style(language, theme, compact=compact)
    for figure in [*all_figures(summary, ranked, marks, chosen), blank_figure(height=90)]:
        go.Figure(figure.to_dict())


@pytest.mark.parametrize("language", Language)
def test_numbers_are_separated_as_the_language_does(
    language: Language, summary: Summary, ranked: Any, marks: Any, style: Callable[..., Style]
) -> None:
    expected = ",." if language is Language.ID else ".,"
    percentage = "46,03%" if language is Language.ID else "46.03%"
    figures = all_figures(summary, ranked, marks, style(language))
    assert {figure.to_dict()["layout"]["separators"] for figure in figures} == {expected}
    assert any(percentage in text for text in texts(figures[0]))
    assert any(percentage in text for text in texts(figures[1]))


@pytest.mark.parametrize("theme", Theme)
def test_a_figure_has_colours_of_its_theme_only(
    theme: Theme, summary: Summary, ranked: Any, marks: Any, style: Callable[..., Style]
) -> None:
    other = PALETTES[Theme.DARK if theme is Theme.LIGHT else Theme.LIGHT]
    strange = {other.accent, other.accent_quiet, other.target, other.muted}
    for figure in all_figures(summary, ranked, marks, style(theme=theme)):
        written = str(figure.to_dict())
        assert not [colour for colour in strange if colour in written]


def test_the_bullet_bar_is_the_coverage_and_begins_at_zero(
    summary: Summary, marks: tuple[TargetMark, ...], style: Callable[..., Style]
) -> None:
    figure = bullet(0.4603, marks, style()).to_dict()
    assert figure["data"][0]["x"] == [summary.headline.coverage]
    assert figure["layout"]["xaxis"]["range"] == [0, 1]


def test_the_bullet_says_how_many_people_are_missing_to_each_target(
    marks: tuple[TargetMark, ...], style: Callable[..., Style]
) -> None:
    written = texts(bullet(0.4603, marks, style()))
    assert "50% · kurang 235.200" in written
    assert "65% (2030) · kurang 1.123.860" in written


def test_a_coverage_above_one_hundred_percent_is_not_cut(style: Callable[..., Style]) -> None:
    figure = bullet(1.478, (), style()).to_dict()
    assert figure["data"][0]["x"] == [1.478]
    assert figure["layout"]["xaxis"]["range"][1] == 1.478
    assert "<b>147,80%</b>" in texts(bullet(1.478, (), style()))


def test_the_trend_draws_the_series_and_leaves_a_gap_for_a_month_without_data(
    summary: Summary, marks: tuple[TargetMark, ...], style: Callable[..., Style]
) -> None:
    frame = summary.trend.copy()
    frame.loc[4, "coverage"] = NAN
    figure = trend(frame, summary.glide, summary.outlook, marks, style()).to_dict()
    series = next(trace for trace in figure["data"] if trace.get("connectgaps") is False)
    expected = [None if value != value else value for value in frame["coverage"]]  # noqa: PLR0124  NaN differs from itself
    assert series["y"] == expected


def test_the_trend_reaches_the_target_year_and_shows_where_the_pace_leads(
    summary: Summary, marks: tuple[TargetMark, ...], style: Callable[..., Style]
) -> None:
    figure = trend(summary.trend, summary.glide, summary.outlook, marks, style())
    layout = figure.to_dict()["layout"]
    assert layout["xaxis"]["range"][1] == "2030-12-31"
    assert any("48–60%" in text for text in texts(figure))
    band = next(trace for trace in figure.to_dict()["data"] if trace.get("fill") == "toself")
    assert band["y"] == [0.4603, 0.60, 0.48]


def test_a_trend_of_one_month_without_targets_can_be_drawn(
    summary: Summary, style: Callable[..., Style]
) -> None:
    figure = trend(summary.trend.tail(1), summary.glide.head(0), None, (), style()).to_dict()
    low, high = figure["layout"]["yaxis"]["range"]
    assert low <= 0.4603 <= high


def test_the_ranking_draws_each_region_from_zero_with_its_numbers(
    ranked: Any, marks: tuple[TargetMark, ...], style: Callable[..., Style]
) -> None:
    figure = ranking(ranked, marks, style())
    data = figure.to_dict()["data"][0]
    assert data["x"] == ranked["coverage"].tolist()
    assert figure.to_dict()["layout"]["xaxis"]["range"][0] == 0
    assert {"<b>58,00%</b>", "<b>23,00%</b>"} <= set(texts(figure))
    assert any("+1,80" in text for text in texts(figure))


def test_regions_past_the_nearest_target_stand_out(
    ranked: Any, marks: tuple[TargetMark, ...], style: Callable[..., Style]
) -> None:
    palette = PALETTES[Theme.LIGHT]
    colours = ranking(ranked, marks, style()).to_dict()["data"][0]["marker"]["color"]
    assert colours == [palette.accent, palette.accent, palette.accent, palette.accent_quiet]


def test_a_target_far_out_of_reach_does_not_flatten_the_bars(
    ranked: Any, marks: tuple[TargetMark, ...]
) -> None:
    distant = TargetMark(ratio=0.995, name="RPJPN 2045", year=2045, people_needed=1)
    assert drawn_marks(ranked, [*marks, distant]) == list(marks)


@pytest.mark.parametrize(("change", "expected"), [(2.0, "▲2"), (-1.0, "▼1"), (0.0, "–"), (NAN, "")])
def test_a_change_of_rank_has_a_shape_and_not_only_a_colour(
    change: float, expected: str, style: Callable[..., Style]
) -> None:
    shown = rank_change(change, style())
    assert expected in shown
    assert bool(shown) is bool(expected)


def test_movers_are_the_largest_rises_and_the_deepest_falls(ranked: Any) -> None:
    assert strongest_movers(ranked, each_way=1)["region_code"].tolist() == ["36.72", "36.02"]
    assert len(strongest_movers(ranked)) == len(ranked)


def test_movers_are_drawn_on_both_sides_of_zero(ranked: Any, style: Callable[..., Style]) -> None:
    figure = movers(strongest_movers(ranked), style()).to_dict()
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < 0 < high
    assert figure["data"][0]["x"] == sorted(ranked["points"], reverse=True)


@pytest.mark.parametrize("compact", [False, True])
def test_a_long_name_on_a_narrow_screen_keeps_its_figure_but_loses_the_second(
    ranked: Any, style: Callable[..., Style], *, compact: bool
) -> None:
    long = ranked.assign(name="Kab. Penukal Abab Lematang Ilir")
    written = texts(movers(strongest_movers(long), style(compact=compact)))
    assert any("+3,10 poin" in text for text in written)
    assert any("+7,0%" in text for text in written) is not compact


def test_segments_fill_the_width_and_small_ones_are_labelled_outside(
    summary: Summary, style: Callable[..., Style]
) -> None:
    figure = segments(summary.segments, SHORT, style()).to_dict()
    assert [trace["x"] for trace in figure["data"]] == [[0.6577], [0.2119], [0.1121], [0.0183]]
    outside = [text for text in figure["layout"]["annotations"] if text["showarrow"]]
    assert "PMI 1,8%" in [text["text"] for text in outside]
    assert "<b>PU 65,8%</b>" in texts(segments(summary.segments, SHORT, style()))


def test_a_segment_without_participants_is_not_drawn(
    summary: Summary, style: Callable[..., Style]
) -> None:
    frame = summary.segments.copy()
    frame.loc[3, ["participants", "share"]] = 0.0
    assert len(segments(frame, SHORT, style()).to_dict()["data"]) == 3


def test_an_empty_figure_says_why(style: Callable[..., Style]) -> None:
    assert texts(empty_figure("Belum ada data", style())) == ["Belum ada data"]


@pytest.mark.parametrize(("ratio", "text"), [(0.65, "65%"), (0.6027, "60,27%"), (0.995, "99,50%")])
def test_a_stated_aim_is_not_given_false_digits(ratio: float, text: str) -> None:
    assert round_percent(ratio, Language.ID) == text


def test_an_assumed_way_is_drawn_dotted_and_told_year_by_year(
    summary: Summary, marks: Any, style: Callable[..., Style]
) -> None:
    chosen = style(Language.ID, Theme.LIGHT)
    plain = trend(summary.trend, summary.glide, None, marks, chosen)
    figure = trend(summary.trend, summary.glide, None, marks, chosen, ahead=AHEAD)
    assert any("54,95%" in text and "andaian" in text for text in texts(figure))
    assert not any("andaian" in text for text in texts(plain))
    [way] = [
        trace
        for trace in figure.to_dict()["data"]
        if trace.get("line", {}).get("dash") == "3px,4px"
    ]
    assert way["customdata"][-1] == "<b>54,95%</b>  31 Des 2030"


def test_a_share_is_a_bar_from_zero_with_its_people_and_where_they_lead(
    style: Callable[..., Style],
) -> None:
    figure = shares([Share("Kab. Lebak", 250_217, 4_036, 0.65)], style(Language.ID, Theme.LIGHT))
    assert {"<b>250.217</b>", "4.036", "65,00%"} <= set(texts(figure))
    assert figure.to_dict()["layout"]["xaxis"]["range"][0] == 0
