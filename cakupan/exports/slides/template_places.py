"""Where a template wants titles, figures and captions: its layouts, by name or by what they hold.

docs/templates.md tells offices the names. A layout of another name is taken where its placeholders
are of the kinds needed.
"""

from collections.abc import Iterable
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from cakupan.domain.records import Record
from cakupan.exports.slides.house_layouts import (
    AREA_IDX,
    CAPTION_IDX,
    COVER_LAYOUT,
    FIGURE_LAYOUT,
    SUBTITLE_IDX,
)

_TITLES = {KIND.TITLE, KIND.CENTER_TITLE}
_AREAS = {KIND.OBJECT, KIND.CHART, KIND.TABLE}
_TEXTS = {KIND.BODY, KIND.SUBTITLE}
_NAMED = {"cakupan area": "area", "cakupan subjudul": "subtitle", "cakupan sumber": "caption"}
_IDX = {AREA_IDX: "area", SUBTITLE_IDX: "subtitle", CAPTION_IDX: "caption"}


class LayoutPlaces(Record, frozen=True):
    """A layout with the idx of its placeholders; None for one it has not."""

    layout: Any
    title: int | None
    subtitle: int | None
    area: int | None
    caption: int | None


class TemplatePlaces(Record, frozen=True):
    """The two layouts a deck is made with."""

    cover: LayoutPlaces
    figure: LayoutPlaces


def find_places(deck: Any) -> tuple[TemplatePlaces | None, list[str]]:
    """The layouts of a presentation, and what is missing, each by the key of its sentence."""
    layouts = [one for master in deck.slide_masters for one in master.slide_layouts]
    missing = []
    cover = _cover(layouts)
    if cover is None:
        missing.append("no_cover")
    figure = _figure(layouts)
    if figure is None:
        missing.append("no_figure")
    elif figure.title is None:
        missing.append("no_title")
    elif figure.area is None:
        missing.append("no_area")
    if cover is None or figure is None or missing:
        return None, missing
    return TemplatePlaces(cover, figure), []


def _cover(layouts: Iterable[Any]) -> LayoutPlaces | None:
    """The layout of the name, else the first with a centred title, else the first with a title."""
    read = [_read(layout) for layout in layouts if not _is_turned(layout)]
    titled = [one for one in read if one.title is not None]
    named = [one for one in titled if one.layout.name.strip() == COVER_LAYOUT]
    centred = [one for one in titled if _kind(one.layout, one.title) is KIND.CENTER_TITLE]
    return next(iter([*named, *centred, *titled]), None)


def _figure(layouts: Iterable[Any]) -> LayoutPlaces | None:
    """The layout of the name, else the one with a title and the largest area."""
    read = [_read(layout) for layout in layouts if not _is_turned(layout)]
    named = [one for one in read if one.layout.name.strip() == FIGURE_LAYOUT]
    if named:
        return named[0]
    fitting = [one for one in read if one.title is not None and one.area is not None]
    for_content = [one for one in fitting if _kind(one.layout, one.area) in _AREAS]
    return max(for_content or fitting, key=_fitness, default=None)


def _read(layout: Any) -> LayoutPlaces:
    """The placeholders of a layout by their work: by name, by idx, by kind."""
    holders = list(layout.placeholders)
    found: dict[str, int] = {}
    for holder in holders:
        form = holder.placeholder_format
        if form.type in _TITLES:
            found.setdefault("title", form.idx)
    for holder in holders:
        form = holder.placeholder_format
        work = _NAMED.get(holder.name.strip().casefold()) or _IDX.get(form.idx)
        if work and form.type in _AREAS | _TEXTS:
            found.setdefault(work, form.idx)
    _guess(holders, found)
    return LayoutPlaces(
        layout,
        found.get("title"),
        found.get("subtitle"),
        found.get("area"),
        found.get("caption"),
    )


def _guess(holders: Iterable[Any], found: dict[str, int]) -> None:
    """The largest place for content is the area; a subtitle is one; a text below it a caption."""
    free = [one for one in holders if one.placeholder_format.idx not in found.values()]
    if "area" not in found:
        content = [one for one in free if one.placeholder_format.type in _AREAS]
        bodies = [one for one in free if one.placeholder_format.type is KIND.BODY]
        largest = max(content or bodies, key=lambda one: one.width * one.height, default=None)
        if largest is not None:
            found["area"] = largest.placeholder_format.idx
    for holder in free:
        form = holder.placeholder_format
        if form.type is KIND.SUBTITLE and form.idx not in found.values():
            found.setdefault("subtitle", form.idx)


def _is_turned(layout: Any) -> bool:
    """Whether texts stand upright in it, as in layouts that every office has and none uses."""
    return any(holder.element.ph.get("orient") == "vert" for holder in layout.placeholders)


def _kind(layout: Any, idx: int | None) -> object:
    return next(
        one.placeholder_format.type
        for one in layout.placeholders
        if one.placeholder_format.idx == idx
    )


def _fitness(places: LayoutPlaces) -> tuple[bool, bool, int]:
    """PowerPoint's own "Title and Content" first, then a title over its content, then the size."""
    holders = {one.placeholder_format.idx: one for one in places.layout.placeholders}
    area = holders[places.area]
    title = holders[places.title]
    over = int(title.width) >= int(area.width) and int(title.top) < int(area.top)
    return places.layout.element.get("type") == "obj", over, int(area.width) * int(area.height)
