"""What PowerPoint is given: real charts with their workbooks, titles, words for who cannot see."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx.chart.chart import Chart

from cakupan.domain.plans import BarPlan, LinePlan, PartPlan
from cakupan.domain.shown import Shown
from cakupan.exports.slides.chart_labels import label_texts
from tests.exports.slides import conftest as given


def slide_of(whole: bytes, make: Any) -> Any:
    """The slide of one kind: after the first slide they stand in the order of the cards."""
    return given.opened(whole).slides[1 + given.EVERY_KIND.index(make)]


def chart_of(whole: bytes, make: Any) -> Chart:
    [frame] = given.charts_in(slide_of(whole, make))
    return frame.chart


def workbook_of(chart: Chart) -> list[tuple[Any, ...]]:
    blob = chart.part.chart_workbook.xlsx_part.blob
    return list(load_workbook(BytesIO(blob)).active.iter_rows(values_only=True))


def columns_of(shown: Shown) -> list[list[float | None]]:
    plan = shown.plan
    if isinstance(plan, LinePlan):
        return [list(line.values.values) for line in plan.lines]
    if isinstance(plan, BarPlan):
        return [list(column.values) for column in plan.values]
    assert isinstance(plan, PartPlan)
    return [list(plan.values.values)]


@pytest.mark.parametrize("make", [given.trend, given.ranking, given.years, given.segments])
def test_a_chart_and_its_workbook_hold_the_numbers_of_the_card(whole: bytes, make: Any) -> None:
    chart = chart_of(whole, make)
    drawn = [list(series.values) for plot in chart.plots for series in plot.series]
    rows = workbook_of(chart)[1:]
    in_workbook = [list(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    wanted = columns_of(make())
    assert drawn[: len(wanted)] == wanted
    assert in_workbook[: len(wanted)] == wanted


def test_every_chart_part_has_a_workbook_and_there_is_no_picture(whole: bytes) -> None:
    names = ZipFile(BytesIO(whole)).namelist()
    charts = [name for name in names if name.startswith("ppt/charts/chart")]
    books = [name for name in names if name.startswith("ppt/embeddings/")]
    assert len(charts) == len(books) == 4
    assert not [name for name in names if name.endswith((".png", ".jpeg", ".jpg", ".emf", ".svg"))]


def test_labels_are_texts_that_no_machine_writes_differently(whole: bytes) -> None:
    [series] = chart_of(whole, given.ranking).element.chart.plotArea.sers
    assert label_texts(series) == {0: "58,37%", 1: "50,87%", 2: "46,03%", 3: "23,43%"}
    line = chart_of(whole, given.trend).element.chart.plotArea.sers[0]
    assert label_texts(line) == {2: "46,03%"}


def test_a_name_that_looks_like_a_formula_stays_a_text(whole: bytes) -> None:
    blob = chart_of(whole, given.ranking).part.chart_workbook.xlsx_part.blob
    cell = load_workbook(BytesIO(blob)).active["A4"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_target_over_columns_is_a_line_in_the_same_chart(whole: bytes) -> None:
    chart = chart_of(whole, given.years)
    kinds = [type(plot).__name__ for plot in chart.plots]
    assert kinds == ["BarPlot", "LinePlot"]
    [line] = chart.plots[1].series
    assert (line.name, list(line.values)) == ("50% RPJMD", [0.5, 0.5, 0.5])


def test_targets_stand_across_a_ranking_at_their_values(whole: bytes) -> None:
    slide = slide_of(whole, given.ranking)
    [frame] = given.charts_in(slide)
    lines = [one for one in given.shapes_in(slide.shapes) if one.name.startswith("Garis sasaran")]
    axis = frame.chart.value_axis
    plot = frame.chart.element.xpath(".//c:plotArea/c:layout/c:manualLayout")[0]
    left, width = (float(plot.xpath(f"./c:{side}/@val")[0]) * frame.width for side in ("x", "w"))
    for line, value in zip(lines, (0.5, 0.65), strict=True):
        part = (line.begin_x - frame.left - left) / width
        assert part * axis.maximum_scale == pytest.approx(value, abs=1e-4)


def test_a_gap_in_a_line_stays_a_gap(whole: bytes) -> None:
    chart = chart_of(whole, given.trend)
    assert chart.element.xpath("./c:chart/c:dispBlanksAs/@val") == ["gap"]
    assert chart.plots[0].series[0].values[1] is None


def test_every_slide_has_a_title_and_words_to_say(whole: bytes) -> None:
    slides = list(given.opened(whole).slides)
    titles = [slide.shapes.title.text for slide in slides]
    cards = [make().title for make in given.EVERY_KIND]
    assert titles == ["Cakupan Banten", *cards, "Sumber dan definisi"]
    for slide in slides[1:]:
        assert slide.notes_slide.notes_text_frame.text.strip()
    notes = slides[1].notes_slide.notes_text_frame.text
    assert "Katakan: Pesan hero." in notes
    assert "Peserta aktif: Peserta yang iurannya sedang dibayar" in notes


def test_every_figure_says_what_it_shows(whole: bytes) -> None:
    for slide, make in zip(list(given.opened(whole).slides)[1:], given.EVERY_KIND, strict=False):
        [figure] = [one for one in slide.shapes if one.name.startswith("Cakupan ")]
        assert figure.element.xpath("./*[1]/p:cNvPr/@descr") == [make().alt]


def test_sample_figures_are_marked_and_the_caption_names_the_release(whole: bytes) -> None:
    for slide in list(given.opened(whole).slides)[1:-1]:
        texts = [one.text_frame.text for one in given.shapes_in(slide.shapes) if one.has_text_frame]
        assert "DATA CONTOH" in texts
        assert any(text.endswith("rilis R-7") for text in texts)


def test_tiles_are_shapes_of_their_own_named_by_region(whole: bytes) -> None:
    named = {one.name: one for one in given.shapes_in(slide_of(whole, given.tiles).shapes)}
    assert "58,37%" in named["36.74 Kota Tangerang Selatan"].text_frame.text
    assert named["36.02 Kab. Lebak"].fill.fore_color.theme_color is not None


def test_a_long_table_goes_over_several_slides_and_says_which_rows() -> None:
    slides = list(given.opened(given.make_deck([given.table(30)])).slides)[1:-1]
    assert len(slides) == 3
    subtitles = [slide.placeholders[11].text_frame.text for slide in slides]
    assert subtitles[0] == "Banten, Oktober 2025 (baris 1–10 dari 30)"
    tables = [one.table for slide in slides for one in slide.shapes if one.has_table]
    assert [len(one.rows) - 1 for one in tables] == [10, 10, 10]


def test_slides_are_wide_and_nothing_stands_outside(whole: bytes) -> None:
    deck = given.opened(whole)
    assert deck.slide_width * 9 == pytest.approx(deck.slide_height * 16, rel=1e-6)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_a_title_typed_by_hand_is_the_title() -> None:
    content = given.make_deck([given.hero()], titles=["Kita baru separuh jalan"])
    assert given.opened(content).slides[1].shapes.title.text == "Kita baru separuh jalan"
