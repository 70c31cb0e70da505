"""The map: areas or tiles, in the colours of what was chosen."""

from functools import reduce

import pandas as pd
from dash import html
from dash.development.base_component import Component

from cakupan.charts import Figure
from cakupan.charts.area_map import Outlines, area_map
from cakupan.charts.map_messages import map_message
from cakupan.charts.map_scales import Coloured, Scale, scale_of
from cakupan.charts.theme import graph_config
from cakupan.charts.tile_map import Grid, tile_map
from cakupan.domain.boundaries import Box
from cakupan.texts import Words
from cakupan.texts.number_format import count, decimal, growth, percent, points
from layouts.attributes import aria
from layouts.captions import caption, short_period
from layouts.card import head, resting_graph
from layouts.ids import WilayahId as Id
from layouts.view import Changes, Slot
from layouts.wilayah.columns import target_name
from layouts.wilayah.legend import legend
from layouts.wilayah.options import MapKind
from layouts.wilayah.regions_view import RegionsView

_HEIGHT = 420
_LEAST_NATION = {MapKind.AREAS: 640, MapKind.TILES: 930}
"""Pixels that the nation needs to be read; a narrower screen scrolls. As assets/15-wilayah.css."""

SLOTS: tuple[Slot, ...] = (
    (Id.MAP_HEAD, "children"),
    (Id.MAP_BOX, "aria-label"),
    (Id.MAP_BOX, "data-shape"),
    (Id.MAP_BOX, "style"),
    (Id.MAP, "figure"),
    (Id.MAP, "config"),
    (Id.MAP_FOOT, "children"),
)


def at_rest(words: Words, controls: Component) -> html.Article:
    """The card before any number has come."""
    box = html.Div(
        id=Id.MAP_BOX,
        className="plot",
        role="img",
        style={"minHeight": _HEIGHT},
        children=resting_graph(Id.MAP, words, height=_HEIGHT),
        **aria(label=words("shell.card.loading")),
    )
    return html.Article(
        className="card map",
        children=[
            html.Header(id=Id.MAP_HEAD, className="card-head"),
            controls,
            html.Div(
                box,
                className="map-scroll",
                tabIndex=0,
                role="group",
                **aria(labelledby=Id.MAP_HEAD),
            ),
            html.Footer(id=Id.MAP_FOOT, className="card-foot"),
        ],
    )


def changes(regions: RegionsView) -> Changes:
    """The card filled."""
    view, options = regions.view, regions.options
    frame, scale = map_frame(regions), scale_of(options.coloured, view.style.palette)
    gaps, words = view.summary.gaps, view.words
    title = map_message(frame, options.coloured, gaps=gaps, aim=options.aim, words=words)
    foot = [
        *legend(frame, options.coloured, scale, view.style),
        *(html.P(note, className="regions-note") for note in _notes(regions)),
        html.P(caption(view), className="caption"),
    ]
    alternative = words(
        "wilayah.map.alternative", count=len(frame), what=_what(regions), message=title
    )
    figure = _figure(regions, frame, scale)
    return {
        (Id.MAP_HEAD, "children"): head(title, _subtitle(regions)),
        (Id.MAP_BOX, "aria-label"): alternative,
        (Id.MAP_BOX, "data-shape"): options.map_kind.value if regions.is_nation else "fitting",
        # On paper too: there the figure does not hold its own room.
        (Id.MAP_BOX, "style"): {"minHeight": figure.layout["height"]},
        (Id.MAP, "figure"): figure,
        (Id.MAP, "config"): graph_config(view.language),
        (Id.MAP_FOOT, "children"): foot,
    }


def map_frame(regions: RegionsView) -> pd.DataFrame:
    """region_code · name · value · over · label · short · hover, and the table's own columns."""
    coverage = regions.options.coloured is Coloured.COVERAGE
    frame = regions.table.assign(value=regions.coloured_values)
    labels = [_label(value, regions) for value in frame["value"]]
    return frame.assign(
        over=(frame["coverage"] > 1) if coverage else False,
        label=labels,
        short=[_short(value, regions) for value in frame["value"]],
        hover=_hovers(frame, labels, regions),
    )


def _figure(regions: RegionsView, frame: pd.DataFrame, scale: Scale) -> Figure:
    style, boxes = regions.view.style, regions.boundaries.boxes
    reach = [boxes[code] for code in regions.codes if code in boxes]
    least = _LEAST_NATION[regions.options.map_kind] if regions.is_nation else 0
    if regions.options.map_kind is MapKind.AREAS and reach:
        outlines = Outlines(regions.outlines_address, reduce(Box.joined, reach), least)
        return area_map(frame, scale, outlines, style)
    tiles = regions.view.reference.tiles
    places = {
        code: tiles[code].in_nation if regions.is_nation else tiles[code].in_province
        for code in regions.codes
    }
    return tile_map(frame, scale, Grid(places, least), style)


def _label(value: float, regions: RegionsView) -> str:
    language = regions.view.language
    if pd.isna(value):
        return ""
    match regions.options.coloured:
        case Coloured.COVERAGE:
            return percent(value, language)
        case Coloured.GAP:
            return count(value, language)
        case Coloured.GROWTH:
            return growth(value, language)
        case Coloured.POINTS:
            return points(value, language)


def _short(value: float, regions: RegionsView) -> str:
    """What fits into a small tile: whole percent or points, thousands of people."""
    if pd.isna(value):
        return ""
    language, coloured = regions.view.language, regions.options.coloured
    if coloured is Coloured.GAP:
        return decimal(value / 1000, language, 0)
    signed = coloured is not Coloured.COVERAGE
    return decimal(value * 100, language, 0, signed=signed)


def _hovers(frame: pd.DataFrame, labels: list[str], regions: RegionsView) -> list[str]:
    words, language = regions.view.words, regions.view.language
    what = _what(regions)
    rows = frame[["coverage", "participants", "workers"]].to_numpy().tolist()
    lines = []
    for name, (coverage, participants, workers), label in zip(
        regions.names, rows, labels, strict=True
    ):
        of = words(
            "wilayah.map.of",
            coverage=percent(coverage, language),
            participants=count(participants, language),
            workers=count(workers, language),
        )
        own = "" if regions.options.coloured is Coloured.COVERAGE else f"{what}: {label}<br>"
        lines.append(f"<b>{name}</b><br>{own}{of}")
    return lines


def _what(regions: RegionsView) -> str:
    """What the map is coloured by, in words."""
    options, words = regions.options, regions.view.words
    if options.coloured is Coloured.GAP and options.aim:
        target = target_name(regions, options.aim.target)
        return words("wilayah.what.gap", target=target)
    return words(f"wilayah.what.{options.coloured.value}")


def _subtitle(regions: RegionsView) -> str:
    view, known = regions.view, regions.known
    period = view.summary.headline.period
    when = short_period(period, view)
    if regions.options.coloured in {Coloured.GROWTH, Coloured.POINTS}:
        when = f"{short_period(period.same_month_last_year(), view)} → {when}"
    parts = [
        view.words(
            "wilayah.map.subtitle", what=_what(regions), region=view.region.name, period=when
        )
    ]
    if len(known) < len(regions.table):
        total = len(regions.table)
        parts.append(view.words("wilayah.map.incomplete", known=len(known), total=total))
    if regions.options.map_kind is MapKind.TILES and regions.is_nation:
        parts.append(view.words(f"wilayah.map.tiles_in.{regions.options.coloured.value}"))
    return "; ".join(parts)


def _notes(regions: RegionsView) -> list[str]:
    """Whose outlines these are, and which regions have none."""
    if regions.options.map_kind is MapKind.TILES:
        return [regions.view.words("wilayah.map.tiles")]
    shown = {code[:2] for code in regions.codes}
    official = sorted(shown & regions.boundaries.official)
    directory, words = regions.view.reference.directory, regions.view.words
    names = ", ".join(directory[code].name for code in official)
    kind = "approximate" if not official else "official" if len(official) == len(shown) else "mixed"
    notes = [words(f"wilayah.map.outlines.{kind}", provinces=names)]
    undrawn = [
        name
        for code, name in zip(regions.codes, regions.names, strict=True)
        if code not in regions.boundaries.boxes
    ]
    if undrawn:
        notes.append(words("wilayah.map.undrawn", names=", ".join(undrawn)))
    return notes
