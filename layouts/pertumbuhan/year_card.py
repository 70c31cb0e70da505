"""The year so far, month by month beside the same months of the base year."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from dash.development.base_component import Component

from cakupan.analytics.comparison import Count
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.round_steps import round_steps
from cakupan.charts.year_lines import YearLine, year_lines
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import LinePlan, PlanLine
from cakupan.domain.shown import Behind
from cakupan.texts.date_format import month_name
from cakupan.texts.number_format import count, growth, short_count
from layouts import elements as html
from layouts.behind import months_behind
from layouts.captions import participants_caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import YEAR
from layouts.pertumbuhan.compared import bounded, growth_of, points_of
from layouts.pertumbuhan.view import Page, month_of, month_text
from layouts.view import Changes


def months_in_words(page: Page) -> str:
    """Jan–Okt: the months of the year up to the one shown."""
    language, last = page.view.language, len(page.movement.year.months)
    first = month_name(1, language, short=True)
    return first if last == 1 else f"{first}–{month_name(last, language, short=True)}"


def changes(page: Page) -> Changes:
    """The card filled."""
    year = page.movement.year
    title = _title(page)
    subtitle = page.words(
        f"pertumbuhan.year.{'whole' if year.complete else 'part'}",
        year=year.year,
        base=year.base_year,
        stated=year.stated,
        compared=year.compared,
    )
    return YEAR.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(page),
            alt=page.words("pertumbuhan.year.alternative", message=title),
            caption=participants_caption(page.view),
            table=_table(subtitle, page),
            plan=partial(_plan, page),
            behind=_behind(page),
            sample=page.sample,
            key=_warning(page),
            empty=not year.stated,
        ),
        page.words,
    )


def _title(page: Page) -> str:
    year = page.movement.year
    if year.growth is None:
        return page.words("pertumbuhan.year.none", year=year.year, base=year.base_year)
    return page.words(
        "pertumbuhan.year.title",
        months=months_in_words(page),
        year=year.year,
        base=year.base_year,
        growth=growth(year.growth, page.view.language),
    )


def _warning(page: Page) -> list[Component]:
    """Two lines of different kinds stand in one figure: that they are not compared is said."""
    year = page.movement.year
    if all(month.counted_alike for month in year.months):
        return []
    sentence = page.words("pertumbuhan.year_break.note", year=year.year, base=year.base_year)
    return [html.P(sentence, className="key")]


def _figure(page: Page) -> Figure:
    year, language = page.movement.year, page.view.language
    if not year.stated:
        return empty_figure(page.words("pertumbuhan.empty"), page.view.style)
    lines = [
        YearLine(
            name=str(name),
            values=[None if figure is None else float(figure) for figure in figures],
            hovers=[
                f"<b>{month_text(number, page.view)}</b><br>{count(figure, language)}"
                for number, figure in zip(numbers, figures, strict=True)
            ],
        )
        for name, figures, numbers in _years(page)
    ]
    known = [value for line in lines for value in line.values if value is not None]
    steps = round_steps(known, most=5)
    texts = [short_count(value, language, 2) for value in steps.values]
    names = [month_name(month, language, short=True) for month in range(1, 13)]
    return year_lines(lines[0], lines[1], names, (steps.values, texts), page.view.style)


def _years(page: Page) -> list[tuple[int, list[Fraction | None], range]]:
    """This year and the base year: name, participants a month, and the numbers of the months."""
    year, after = page.movement.year, page.movement.after
    january = after - after % 12
    base = january - 12 * (year.year - year.base_year)
    sides = {
        year.year: ([month.after for month in year.months], january),
        year.base_year: ([month.before for month in year.months], base),
    }
    return [
        (
            name,
            [month.participants.exact if month.participants else None for month in months],
            range(start, start + len(months)),
        )
        for name, (months, start) in sides.items()
    ]


def _columns(page: Page) -> tuple[Column, ...]:
    """A row for each month of the year so far."""
    columns, year = ColumnsOf(page.words, "pertumbuhan.column"), page.movement.year
    months, language = year.months, page.view.language
    names = (month_name(number, language) for number in range(1, len(months) + 1))
    in_year = page.words("pertumbuhan.column.coverage_in", year=year.year)
    return (
        columns.text("month", names),
        _participants(year.base_year, [month.before for month in months], columns),
        _participants(year.year, [month.after for month in months], columns),
        columns.number("growth", ColumnKind.GROWTH, map(growth_of, months)),
        columns.number(
            "coverage", ColumnKind.SHARE, (it.after.coverage for it in months), title=in_year
        ),
        columns.number("points", ColumnKind.POINTS, map(points_of, months)),
    )


def _participants(year: int, months: Sequence[Count], columns: ColumnsOf) -> Column:
    title = columns.words("pertumbuhan.column.participants_in", year=year)
    people = (month.participants.exact if month.participants else None for month in months)
    return columns.number(f"participants-{year}", ColumnKind.COUNT, people, title=title)


def _table(title: str, page: Page) -> FiguresTable:
    months, view = page.movement.year.months, page.view
    return FiguresTable.of(title, _columns(page), view.language, written=bounded(months, view))


def _plan(page: Page) -> LinePlan:
    """This year, and below it the base year."""
    month, base, year, *_ = _columns(page)
    return LinePlan(month, (PlanLine(year), PlanLine(base)))


def _behind(page: Page) -> tuple[Behind, ...]:
    """The participants of every month that is stated, of both years."""
    numbers = [
        number
        for _, figures, months in _years(page)
        for number, figure in zip(months, figures, strict=True)
        if figure is not None
    ]
    return months_behind(page.view, map(month_of, numbers))
