"""Every part by itself: what its participants and what its workforce did to its coverage."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial

from dash.development.base_component import Component

from cakupan.analytics.comparison import Comparison, Count
from cakupan.charts import Figure
from cakupan.charts.decomposition import causes_by_part
from cakupan.charts.empty import empty_figure
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.number_writer import Number
from layouts import elements as html
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import PARTS
from layouts.pertumbuhan.compared import bounded, growth_of, points_of
from layouts.pertumbuhan.view import Page
from layouts.view import Changes


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
            plan=partial(_plan, moved, page),
            behind=page.behind,
            sample=page.sample,
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
    parts, view = page.ordered(page.movement.parts), page.view
    columns = _columns(parts, page)
    return FiguresTable.of(title, columns, view.language, written=bounded(parts, view))


def _columns(parts: Sequence[Comparison], page: Page) -> tuple[Column, ...]:
    columns = ColumnsOf(page.words, "pertumbuhan.column")
    before, after = [part.before for part in parts], [part.after for part in parts]

    def of_month(key: str, kind: ColumnKind, values: Iterable[Number | None]) -> Column:
        title = page.words(f"pertumbuhan.column.{key}", before=page.before, after=page.after)
        return columns.number(key, kind, values, title=title)

    return (
        columns.text("region", (page.name(part.region_code) for part in parts)),
        of_month("participants_before", ColumnKind.COUNT, map(_participants, before)),
        of_month("participants_after", ColumnKind.COUNT, map(_participants, after)),
        columns.number("growth", ColumnKind.GROWTH, map(growth_of, parts)),
        of_month("workers_before", ColumnKind.COUNT, map(_workers, before)),
        of_month("workers_after", ColumnKind.COUNT, map(_workers, after)),
        of_month("coverage_before", ColumnKind.SHARE, (month.coverage for month in before)),
        of_month("coverage_after", ColumnKind.SHARE, (month.coverage for month in after)),
        columns.number("points", ColumnKind.POINTS, map(points_of, parts)),
        *_causes(parts, columns),
        columns.text("remark", (_remark(part, page) for part in parts)),
    )


def _participants(month: Count) -> Fraction | None:
    return month.participants.exact if month.participants else None


def _workers(month: Count) -> Fraction | None:
    return month.workers.exact if month.workers else None


def _causes(parts: Sequence[Comparison], columns: ColumnsOf) -> tuple[Column, Column]:
    """What participants and what the workforce did, adding up to the change."""
    found = [part.points for part in parts]
    by_participants = (one.participants_part if one else None for one in found)
    by_workers = (one.workers_part if one else None for one in found)
    return (
        columns.number("by_participants", ColumnKind.POINTS, by_participants),
        columns.number("by_workers", ColumnKind.POINTS, by_workers),
    )


def _plan(moved: Sequence[Comparison], page: Page) -> BarPlan:
    """Two bars for each part: they may point to different sides, so they are not stacked."""
    columns = ColumnsOf(page.words, "pertumbuhan.column")
    names = columns.text("region", (page.name(part.region_code) for part in moved))
    return BarPlan(names, _causes(moved, columns))


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
