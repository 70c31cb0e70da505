"""Every part by itself: what its participants and what its workforce did to its coverage."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.comparison import Comparison
from cakupan.charts import Figure
from cakupan.charts.decomposition import causes_by_part
from cakupan.charts.empty import empty_figure
from cakupan.texts.number_format import count, percent, points
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import Filling
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import PARTS
from layouts.pertumbuhan.view import Page, growth_text, points_text
from layouts.view import Changes

_COLUMNS = (
    *("region", "participants_before", "participants_after", "growth"),
    *("workers_before", "workers_after", "coverage_before", "coverage_after", "points"),
    *("by_participants", "by_workers", "remark"),
)


def changes(page: Page) -> Changes:
    """The card filled; its table has every part, also those that are not compared, with why."""
    moved = page.moved()
    subtitle = page.words("pertumbuhan.parts.subtitle", span=page.span)
    title = _title(moved, page)
    return PARTS.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(moved, page),
            alt=page.words("pertumbuhan.parts.alternative", message=title),
            caption=caption(page.view),
            table=_table(subtitle, page),
            key=_key(page) if moved else [],
            empty=not moved,
        ),
        page.words,
    )


def _title(moved: Sequence[Comparison], page: Page) -> str:
    if not moved:
        return page.words("charts.moves.none")
    up = sum(part.points is not None and part.points.points > 0 for part in moved)
    fields = {"up": up, "total": len(moved), "parts": page.view.parts_word}
    return page.words("pertumbuhan.parts.title", **fields)


def _figure(moved: Sequence[Comparison], page: Page) -> Figure:
    if not moved:
        return empty_figure(page.words("pertumbuhan.empty"), page.view.style)
    named = [(page.name(part.region_code), part.points) for part in moved if part.points]
    return causes_by_part(named, page.view.style)


def _key(page: Page) -> list[Component]:
    """What the two bars of a row are, each with a sample of it."""
    names = ("participants", "workers")
    samples = [
        html.Span(
            [
                html.I(className=f"bar-sample {name}", **aria(hidden="true")),
                page.words(f"pertumbuhan.parts.{name}"),
            ]
        )
        for name in names
    ]
    return [html.P(samples, className="key")]


def _table(title: str, page: Page) -> FiguresTable:
    header = [
        page.words(f"pertumbuhan.column.{name}", before=page.before, after=page.after)
        for name in _COLUMNS
    ]
    return FiguresTable(
        title, header, [_row(part, page) for part in page.ordered(page.movement.parts)]
    )


def _row(part: Comparison, page: Page) -> tuple[str, ...]:
    language, view = page.view.language, page.view
    counts = [
        count(figure.value if figure else None, language)
        for figure in (
            part.before.participants,
            part.after.participants,
            part.before.workers,
            part.after.workers,
        )
    ]
    return (
        page.name(part.region_code),
        *counts[:2],
        growth_text(part, view),
        *counts[2:],
        percent(part.before.coverage, language),
        percent(part.after.coverage, language),
        points_text(part, view),
        points(part.points.participants_part if part.points else None, language),
        points(part.points.workers_part if part.points else None, language),
        _remark(part, page),
    )


def _remark(part: Comparison, page: Page) -> str:
    """Above 100%, or why nothing is compared; empty where all is well."""
    words = page.words
    if part.changes:
        return words(f"pertumbuhan.remark.{part.changes[0].value}")
    if part.after.coverage is not None and part.after.coverage > 1:
        return words("pertumbuhan.above.badge")
    for month, name in ((part.after, page.after), (part.before, page.before)):
        if month.participants is None:
            return words("pertumbuhan.remark.no_participants", month=name)
        if month.workers is None:
            return words("pertumbuhan.remark.no_workers", month=name)
    return ""
