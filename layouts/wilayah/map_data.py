"""The map as data: a tile for each region with its step of colour, and a row for each region."""

from collections.abc import Iterator

import pandas as pd

from cakupan.charts.map_scales import Coloured, Scale
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import Tile, TilePlan
from layouts.columns_of import ColumnsOf
from layouts.wilayah.legend import class_phrases
from layouts.wilayah.map_frame import what_it_shows, with_short
from layouts.wilayah.regions_view import RegionsView

_KINDS = {
    Coloured.GAP: ColumnKind.COUNT,
    Coloured.GROWTH: ColumnKind.GROWTH,
    Coloured.POINTS: ColumnKind.POINTS,
}


def map_columns(regions: RegionsView, frame: pd.DataFrame) -> tuple[Column, ...]:
    """A row for each region, with its code; the last column is what the map is coloured by."""
    columns = ColumnsOf(regions.view.words, "wilayah.column")
    return (
        columns.text("name", regions.names),
        columns.text("code", regions.codes),
        columns.number("participants", ColumnKind.COUNT, frame["participants"]),
        columns.number("workers", ColumnKind.COUNT, frame["workers"]),
        columns.number("coverage", ColumnKind.SHARE, frame["coverage"]),
        *_coloured_by(regions, frame, columns),
    )


def map_plan(regions: RegionsView, frame: pd.DataFrame, scale: Scale) -> TilePlan:
    """Tiles as the page lays them, whichever way it draws the map; above 100% is a step beyond."""
    words = regions.view.words
    steps = class_phrases(regions.options.coloured, scale, words)
    beyond = [words("wilayah.legend.over")] if frame["over"].any() else []
    return TilePlan(tuple(_tiles(regions, frame, scale)), (*steps, *beyond))


def _coloured_by(regions: RegionsView, frame: pd.DataFrame, columns: ColumnsOf) -> Iterator[Column]:
    kind = _KINDS.get(regions.options.coloured)
    if kind:
        yield columns.number("value", kind, frame["value"], title=what_it_shows(regions))


def _tiles(regions: RegionsView, frame: pd.DataFrame, scale: Scale) -> Iterator[Tile]:
    """In the nation there is room for short numbers only."""
    places = regions.tile_places
    written = with_short(frame, regions)["short"] if regions.is_nation else frame["label"]
    classes = scale.classes(frame["value"].fillna(0)).tolist()
    rows = zip(
        regions.codes, regions.names, frame["value"], frame["over"], written, classes, strict=True
    )
    for code, name, value, over, text, place in rows:
        known = not pd.isna(value)
        column, row = places[code]
        yield Tile(
            code=code,
            name=name,
            row=row,
            column=column,
            value=value if known else None,
            text=text,
            step=(len(scale.colours) if over else place) if known else None,
        )
