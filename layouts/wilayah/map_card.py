"""The map: areas or tiles, in the colours of what was chosen."""

from functools import partial

import pandas as pd
from dash.development.base_component import Component

from cakupan.charts import Figure
from cakupan.charts.area_map import Outlines, area_map
from cakupan.charts.map_messages import map_message
from cakupan.charts.map_scales import Coloured, Scale, scale_of
from cakupan.charts.theme import graph_config
from cakupan.charts.tile_map import Grid, tile_map
from cakupan.domain.boundaries import Box
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import coverage_behind
from layouts.captions import ranked_caption, short_period
from layouts.card import head, paper_picture, resting_graph
from layouts.card_menu import menu_button
from layouts.ids import WilayahId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot
from layouts.wilayah.legend import legend
from layouts.wilayah.map_data import map_columns, map_plan
from layouts.wilayah.map_frame import map_frame, what_it_shows, with_short
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
            menu_button("map", head=Id.MAP_HEAD),
            html.Header(id=Id.MAP_HEAD, className="card-head"),
            controls,
            html.Div(
                box,
                className="map-scroll",
                tabIndex=0,
                role="group",
                **aria(labelledby=Id.MAP_HEAD),
            ),
            paper_picture("map"),
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
        html.P(ranked_caption(view, set(regions.codes)), className="caption"),
    ]
    figure = _figure(regions, frame, scale)
    return {
        **as_data(Id.MAP, partial(_as_data, regions, frame, scale, title)),
        (Id.MAP_HEAD, "children"): head(title, _subtitle(regions)),
        (Id.MAP_BOX, "aria-label"): _alternative(regions, title),
        (Id.MAP_BOX, "data-shape"): options.map_kind.value if regions.is_nation else "fitting",
        # On paper too: there the figure does not hold its own room.
        (Id.MAP_BOX, "style"): {"minHeight": figure.layout["height"]},
        (Id.MAP, "figure"): figure,
        (Id.MAP, "config"): graph_config(view.language),
        (Id.MAP_FOOT, "children"): foot,
    }


def _as_data(regions: RegionsView, frame: pd.DataFrame, scale: Scale, title: str) -> Shown:
    return Shown(
        name="map",
        title=title,
        subtitle=_subtitle(regions),
        caption=ranked_caption(regions.view, set(regions.codes)),
        alt=_alternative(regions, title),
        columns=map_columns(regions, frame),
        plan=map_plan(regions, frame, scale),
        behind=coverage_behind(regions.view),
        sample=regions.has_sample,
        empty=bool(frame["value"].isna().all()),
    )


def _alternative(regions: RegionsView, title: str) -> str:
    number, what = len(regions.codes), what_it_shows(regions)
    return regions.view.words("wilayah.map.alternative", count=number, what=what, message=title)


def _figure(regions: RegionsView, frame: pd.DataFrame, scale: Scale) -> Figure:
    style, boxes = regions.view.style, regions.boundaries.boxes
    reach = [boxes[code] for code in regions.codes if code in boxes]
    least = _LEAST_NATION[regions.options.map_kind] if regions.is_nation else 0
    if regions.options.map_kind is MapKind.AREAS and reach:
        outlines = Outlines(regions.outlines_address, Box.around(reach), least)
        return area_map(frame, scale, outlines, style)
    return tile_map(with_short(frame, regions), scale, Grid(regions.tile_places, least), style)


def _subtitle(regions: RegionsView) -> str:
    view, known = regions.view, regions.known
    period = view.summary.headline.period
    when = short_period(period, view)
    if regions.options.coloured in {Coloured.GROWTH, Coloured.POINTS}:
        when = f"{short_period(period.same_month_last_year(), view)} → {when}"
    parts = [
        view.words(
            "wilayah.map.subtitle",
            what=what_it_shows(regions),
            region=view.region.name,
            period=when,
        )
    ]
    if known < len(regions.table):
        total = len(regions.table)
        parts.append(view.words("wilayah.map.incomplete", known=known, total=total))
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
