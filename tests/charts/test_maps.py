"""Maps: every region in the colour of its class, no data hatched, labels that can be read."""

from collections.abc import Callable
from itertools import pairwise, product

import pandas as pd
import plotly.graph_objects as go
import pytest

from cakupan.charts.area_map import Outlines, area_map
from cakupan.charts.map_messages import map_message
from cakupan.charts.map_scales import BOUNDS, Coloured, ink_on, scale_of
from cakupan.charts.theme import PALETTES, Palette, Style, Theme
from cakupan.charts.tile_map import Grid, tile_map
from cakupan.domain.boundaries import Box
from cakupan.domain.language import Language
from cakupan.texts import words
from tests.charts.test_theme import contrast

NAN = float("nan")
CODES = ("36.01", "36.02", "36.03", "36.04")
OUTLINES = Outlines("/boundaries/x.geojson", Box(105, -7, 107, -5.8))
GRID = Grid({code: (place % 2, place // 2) for place, code in enumerate(CODES)})


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region_code": CODES,
            "name": ["Kab. A", "Kabupaten Kepulauan Panjang Sekali", "Kota C", "Kota D"],
            "value": [0.50, 0.4999, 1.2, NAN],
            "coverage": [0.50, 0.4999, 1.2, NAN],
            "points": [0.01, -0.02, NAN, NAN],
            "over": [False, False, True, False],
            "label": ["50,00%", "49,99%", "120,00%", ""],
            "short": ["50", "50", "120", ""],
            "hover": ["a", "b", "c", "d"],
        }
    )


LOOKS = list(product(Language, Theme, [False, True]))


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("coloured", Coloured)
def test_every_map_passes_the_checks_it_is_spared_while_serving(
    look: tuple[Language, Theme, bool],
    coloured: Coloured,
    frame: pd.DataFrame,
    style: Callable[..., Style],
) -> None:
    language, theme, compact = look
    chosen = style(language, theme, compact=compact)
    scale = scale_of(coloured, chosen.palette)
    for figure in (
        area_map(frame, scale, OUTLINES, chosen),
        tile_map(frame, scale, GRID, chosen),
        tile_map(frame.iloc[:0], scale, Grid({}), chosen),
    ):
        go.Figure(figure.to_dict())


def test_a_value_on_a_bound_belongs_to_the_upper_class(
    frame: pd.DataFrame, style: Callable[..., Style]
) -> None:
    scale = scale_of(Coloured.COVERAGE, style().palette)
    half = BOUNDS[Coloured.COVERAGE].index(0.5)
    assert scale.classes(frame["value"][:2]).tolist() == [half + 1, half]


def test_no_data_and_too_much_are_apart_from_every_class(
    frame: pd.DataFrame, style: Callable[..., Style]
) -> None:
    figure = area_map(frame, scale_of(Coloured.COVERAGE, style().palette), OUTLINES, style())
    drawn = {trace.get("meta"): trace["locations"] for trace in figure.to_dict()["data"]}
    assert drawn == {None: ["36.01", "36.02"], "over": ["36.03"], "missing": ["36.04"]}
    [tiles] = tile_map(frame, scale_of(Coloured.COVERAGE, style().palette), GRID, style()).data
    assert list(tiles["marker"]["pattern"]["shape"]) == ["", "", "x", "/"]


@pytest.mark.parametrize("coloured", Coloured)
@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_neighbouring_classes_differ_in_light_and_not_in_hue_alone(
    palette: Palette, coloured: Coloured
) -> None:
    colours = scale_of(coloured, palette).colours
    assert len(colours) == len(BOUNDS[coloured]) + 1
    for one, other in pairwise(colours):
        assert contrast(one, other) >= 1.15


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_labels_on_every_colour_can_be_read(palette: Palette) -> None:
    for colour in (*palette.sequence, *palette.diverging, palette.over, palette.track):
        assert contrast(ink_on(colour, palette), colour) >= 4.5, colour


def test_tiles_never_lie_on_each_other(frame: pd.DataFrame, style: Callable[..., Style]) -> None:
    [tiles] = tile_map(frame, scale_of(Coloured.COVERAGE, style().palette), GRID, style()).data
    places = list(zip(tiles["x"], tiles["base"], strict=True))
    assert len(set(places)) == len(CODES)
    assert tiles["width"] < 1
    assert all(height < 1 for height in tiles["y"])


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("coloured", Coloured)
def test_every_map_has_a_message_with_and_without_data(
    coloured: Coloured, language: Language, frame: pd.DataFrame
) -> None:
    for rows in (frame, frame.iloc[:0], frame.assign(value=NAN, coverage=NAN, points=NAN)):
        said = map_message(rows, coloured, gaps=(), aim=None, words=words(language))
        assert said
        assert "nan" not in said
