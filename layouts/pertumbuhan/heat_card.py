"""All parts month by month as a grid: coverage, or its change within a year."""

import math
from collections.abc import Callable, Sequence

from dash.development.base_component import Component

from cakupan.charts import Figure
from cakupan.charts.colour_scale import changes as change_scale
from cakupan.charts.colour_scale import levels
from cakupan.charts.empty import empty_figure
from cakupan.charts.heat_map import Cell, HeatRow, heat_map
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import TablePlan
from cakupan.texts.number_format import decimals, in_points, percents
from cakupan.texts.number_writer import Writer
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import coverage_behind, months_behind
from layouts.captions import ranked_caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import HEAT
from layouts.pertumbuhan.view import Page, month_of, month_text
from layouts.view import Changes

MONTHS, NARROW_MONTHS = 13, 6
"""How many months are drawn, up to the one shown, wide and narrow."""


def changes(page: Page) -> Changes:
    """The card filled."""
    known = _known(page)
    title = page.words(f"pertumbuhan.heat.{page.picks.grid}", parts=page.view.parts_word)
    subtitle = page.words(
        f"pertumbuhan.heat.subtitle_{page.picks.grid}",
        first=month_text(page.grid.months[0], page.view),
        last=month_text(page.grid.months[-1], page.view),
    )
    columns = _columns(page)
    return HEAT.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(known, page),
            alt=_alternative(known, title, page),
            caption=ranked_caption(page.view, page.part_codes),
            table=FiguresTable.of(subtitle, columns, page.view.language),
            plan=_plan(columns),
            behind=(
                *coverage_behind(page.view),
                *months_behind(page.view, map(month_of, page.grid.months[:-1])),
            ),
            sample=page.sample,
            key=_key(page) if known else [],
            empty=not known,
        ),
        page.words,
    )


def _known(page: Page) -> list[float]:
    return [ratio for ratio in page.grid.ratios.ravel().tolist() if not math.isnan(ratio)]


def _in_full(page: Page) -> Writer:
    language = page.view.language
    return percents(language) if page.picks.grid == "cakupan" else in_points(language)


def _figure(known: list[float], page: Page) -> Figure:
    if not known:
        return empty_figure(page.words("pertumbuhan.empty"), page.view.style)
    scale_of = levels if page.picks.grid == "cakupan" else change_scale
    months = [month_text(month, page.view) for month in page.grid.months]
    rows, write = [], _cells(page)
    for row, code in _rows(page):
        name = page.name(code)
        places = [f"<b>{name}</b><br>{month}" for month in months]
        cells = [write(row, column, place) for column, place in enumerate(places)]
        rows.append(HeatRow(name, cells))
    scale = scale_of(known, page.view.style.palette)
    return heat_map(rows, _titles(page), scale, page.view.style)


def _rows(page: Page) -> list[tuple[int, str]]:
    """The rows of the grid, each with its region's code, in the order picked."""
    places = {code: row for row, code in enumerate(page.grid.codes)}
    ordered = page.ordered(page.movement.parts)
    return [(places[part.region_code], part.region_code) for part in ordered]


def _cells(page: Page) -> Callable[[int, int, str], Cell]:
    """What makes one month of one region: hovering says its place and the number, or why not."""
    (_, width), broken = page.grid.ratios.shape, page.grid.broken
    ratios = page.grid.ratios.ravel().tolist()
    signed = page.picks.grid == "poin"
    short = decimals(page.view.language, 1, signed=signed).all([ratio * 100 for ratio in ratios])
    full = _in_full(page).all(ratios)

    def cell(row: int, column: int, place: str) -> Cell:
        at = row * width + column
        ratio = ratios[at]
        if math.isnan(ratio):
            why = "broken" if broken[row, column] else "missing"
            return Cell(ratio, "", f"{place}<br>{page.words(f'pertumbuhan.heat.{why}')}", why)
        return Cell(ratio, short[at], f"{place}<br>{full[at]}")

    return cell


def _titles(page: Page) -> list[str]:
    """Months over the columns; the year stands under the first one and each January."""
    titles = []
    for place, month in enumerate(page.grid.months):
        name, year = month_text(month, page.view).split(" ")
        first = place == 0 or month % 12 == 0
        titles.append(f"{name}<br><b>{year}</b>" if first else f"{name}<br> ")
    return titles


def _alternative(known: list[float], title: str, page: Page) -> str:
    if not known:
        return page.words("pertumbuhan.empty")
    return page.words(
        "pertumbuhan.heat.alternative",
        message=title,
        low=_in_full(page).one(min(known)),
        high=_in_full(page).one(max(known)),
    )


def _key(page: Page) -> list[Component]:
    """What hatched cells are, each with a sample; the numbers say what the colours mean."""
    kinds = ["missing", *(["broken"] if page.grid.broken.any() else [])]
    samples = [
        html.Span(
            [
                html.I(className=f"hatch {kind}", **aria(hidden="true")),
                page.words(f"pertumbuhan.heat.{kind}"),
            ]
        )
        for kind in kinds
    ]
    scale = html.Span(page.words(f"pertumbuhan.heat.scale_{page.picks.grid}"))
    return [html.P([scale, *samples], className="key")]


def _columns(page: Page) -> tuple[Column, ...]:
    """A row for each part, a column for each month."""
    columns, grid, rows = ColumnsOf(page.words, "pertumbuhan.column"), page.grid, _rows(page)
    by_month = grid.ratios[[row for row, _ in rows]].T.tolist()
    kind = ColumnKind.SHARE if page.picks.grid == "cakupan" else ColumnKind.POINTS
    return (
        columns.text("region", (page.name(code) for _, code in rows)),
        *(
            columns.number(
                month_of(month).text,
                kind,
                ratios,
                title=month_text(month, page.view),
            )
            for month, ratios in zip(grid.months, by_month, strict=True)
        ),
    )


def _plan(columns: Sequence[Column]) -> TablePlan:
    """The newest months: a slide has no room for all of them."""
    region, *months = columns
    return TablePlan((region, *months[-NARROW_MONTHS:]))
