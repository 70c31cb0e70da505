"""Level against movement: which parts lead, catch up, slow down or lag, by name."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from dash.development.base_component import Component

from cakupan.analytics.quadrants import Quadrant, quadrants
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.quadrant import Axis, Placed, quadrant_chart
from cakupan.charts.round_steps import round_steps
from cakupan.domain.columns import Column, ColumnKind
from cakupan.texts.number_format import decimal, growth, percent, points
from layouts import elements as html
from layouts.captions import ranked_caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import QUADRANT
from layouts.pertumbuhan.view import Page
from layouts.view import Changes

Places = Mapping[str, tuple[Fraction, Fraction]]


def changes(page: Page) -> Changes:
    """The card filled."""
    places, usual = _places(page), _usual(page)
    found = quadrants(places, usual=usual) if places and usual else {}
    title = _title(found, page)
    subtitle = _subtitle(usual, page)
    return QUADRANT.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(places, usual, found, page),
            alt=page.words("pertumbuhan.quadrant.alternative", message=title),
            caption=ranked_caption(page.view, page.part_codes),
            table=FiguresTable.of(subtitle, _columns(places, found, page), page.view.language),
            behind=page.behind,
            sample=page.sample,
            key=_lists(found, page),
            empty=not found,
        ),
        page.words,
    )


def _places(page: Page) -> Places:
    """Level and change by code, of all parts that have both."""
    return {
        part.region_code: (part.after.coverage, change)
        for part in page.ordered(page.movement.parts)
        if part.after.coverage is not None
        and part.points is not None
        and (change := page.measured(part)) is not None
    }


def _usual(page: Page) -> tuple[Fraction, Fraction] | None:
    """Level and change of the whole; without it, of the parts taken together."""
    for whole in (page.movement.whole, page.movement.pooled):
        change = page.measured(whole) if whole and whole.points else None
        if whole and whole.after.coverage is not None and change is not None:
            return whole.after.coverage, change
    return None


def _change_text(change: Fraction, page: Page) -> str:
    say = points if page.picks.by_points else growth
    return say(change, page.view.language)


def _title(found: Mapping[Quadrant, Sequence[str]], page: Page) -> str:
    if not found:
        return page.words("charts.moves.none")
    fields = {quarter.value: len(codes) for quarter, codes in found.items()}
    return page.words("pertumbuhan.quadrant.title", parts=page.view.parts_word, **fields)


def _subtitle(usual: tuple[Fraction, Fraction] | None, page: Page) -> str:
    axes = page.words(f"pertumbuhan.quadrant.axes_{page.picks.measure}", span=page.span)
    if usual is None:
        return axes
    known = page.movement.whole.points is not None
    border = page.words(
        f"pertumbuhan.quadrant.{'whole' if known else 'pooled'}",
        region=page.view.region.name,
        level=percent(usual[0], page.view.language),
        change=_change_text(usual[1], page),
    )
    return f"{axes} {border}"


def _figure(
    places: Places,
    usual: tuple[Fraction, Fraction] | None,
    found: Mapping[Quadrant, Sequence[str]],
    page: Page,
) -> Figure:
    if not found or usual is None:
        return empty_figure(page.words("pertumbuhan.empty"), page.view.style)
    quarter_of = {code: quarter for quarter, codes in found.items() for code in codes}
    regions = [
        Placed(
            name=page.name(code),
            level=float(level),
            change=float(change),
            quadrant=quarter_of[code],
            hover=_hover(code, (level, change), quarter_of[code], page),
        )
        for code, (level, change) in places.items()
    ]
    middle = (float(usual[0]), float(usual[1]))
    return quadrant_chart(
        regions, usual=middle, axes=_axes(regions, middle, page), style=page.view.style
    )


def _hover(code: str, place: tuple[Fraction, Fraction], quarter: Quadrant, page: Page) -> str:
    level = percent(place[0], page.view.language)
    word = page.words(f"charts.quadrant.{quarter.value}")
    return f"<b>{page.name(code)}</b><br>{level} · {_change_text(place[1], page)}<br>{word}"


def _axes(regions: Sequence[Placed], middle: tuple[float, float], page: Page) -> tuple[Axis, Axis]:
    language = page.view.language
    most = 4 if page.view.style.compact else 7
    levels = round_steps([*(region.level for region in regions), middle[0]], most=most)
    moves = round_steps([*(region.change for region in regions), middle[1]], most=6)
    unit = "" if page.picks.by_points else "%"
    return (
        Axis(
            page.words("pertumbuhan.quadrant.level"),
            levels.values,
            [percent(value, language, levels.places) for value in levels.values],
        ),
        Axis(
            page.words(f"pertumbuhan.quadrant.{page.picks.measure}"),
            moves.values,
            [
                decimal(value * 100, language, moves.places, signed=True) + unit + " "
                for value in moves.values
            ],
        ),
    )


def _lists(found: Mapping[Quadrant, Sequence[str]], page: Page) -> list[Component]:
    """The four quarters in words, with all their names: the figure has no room for every one."""
    if not found:
        return []
    return [
        html.Dl(
            className="quarters",
            children=[
                html.Div(
                    [
                        html.Dt(
                            [
                                html.B(page.words(f"charts.quadrant.{quarter.value}")),
                                " ",
                                html.Span(page.words(f"pertumbuhan.quadrant.{quarter.value}")),
                            ]
                        ),
                        html.Dd(
                            page.names(codes, most=len(codes))
                            or page.words("pertumbuhan.quadrant.nobody")
                        ),
                    ]
                )
                for quarter, codes in found.items()
            ],
        )
    ]


def _columns(
    places: Places, found: Mapping[Quadrant, Sequence[str]], page: Page
) -> tuple[Column, ...]:
    """A row for each part, quarter by quarter; elsewhere the figure is this table."""
    columns = ColumnsOf(page.words, "pertumbuhan.column")
    rows = [(quarter, code) for quarter, codes in found.items() for code in codes]
    by_points = page.picks.by_points
    change = ("points", ColumnKind.POINTS) if by_points else ("growth", ColumnKind.GROWTH)
    quarters = (page.words(f"charts.quadrant.{quarter.value}") for quarter, _ in rows)
    return (
        columns.text("region", (page.name(code) for _, code in rows)),
        columns.text("quarter", quarters),
        columns.number("coverage", ColumnKind.SHARE, (places[code][0] for _, code in rows)),
        columns.number(*change, (places[code][1] for _, code in rows)),
    )
