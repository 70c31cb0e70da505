"""Rupiah month by month, this year beside the last."""

from math import ceil, log10

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.year_lines import YearLine, year_lines
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import LinePlan, PlanLine
from cakupan.texts import date_format
from cakupan.texts.number_format import growth, rupiah
from layouts.card import ChartCard, Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.manfaat.paid_columns import course_behind
from layouts.manfaat.records import ManfaatView
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes

CARD = ChartCard.around(Id.COURSE, name="manfaat-course", min_height=250)
_STEPS = 4


def changes(manfaat: ManfaatView) -> Changes:
    """The card filled."""
    words, language, course = manfaat.words, manfaat.view.language, manfaat.course
    place = manfaat.period.end.month - 1
    now, before = course.now[place], course.before[place]
    change = None if now is None or not before else (now - before) / before
    month = date_format.month_name(place + 1, language)
    title = words(
        "manfaat.course.title",
        month=month,
        year=course.year,
        before=course.year - 1,
        growth=growth(change, language),
    )
    if change is None:
        title = words("manfaat.course.plain")
    subtitle = words("manfaat.course.subtitle", year=course.year, before=course.year - 1)
    return CARD.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(manfaat),
            alt=words("manfaat.course.alternative", message=title),
            caption=manfaat.caption,
            table=FiguresTable.of(subtitle, _columns(manfaat), language),
            plan=_plan(manfaat),
            behind=course_behind(manfaat),
            sample=manfaat.sample,
        ),
        words,
    )


def _figure(manfaat: ManfaatView) -> Figure:
    course, language, style = manfaat.course, manfaat.view.language, manfaat.view.style
    known = [value for value in (*course.now, *course.before) if value is not None]
    if not known:
        return empty_figure(manfaat.words("manfaat.course.empty"), style)
    names = [date_format.month_name(month, language, short=True) for month in range(1, 13)]
    ticks = _ticks(max(known))

    def line(year: int, values: tuple[int | None, ...]) -> YearLine:
        hovers = [
            f"<b>{name} {year}</b><br>{rupiah(value, language)}"
            for name, value in zip(names, values, strict=True)
        ]
        shown = [None if value is None else float(value) for value in values]
        return YearLine(str(year), shown, hovers)

    return year_lines(
        line(course.year, course.now),
        line(course.year - 1, course.before),
        names,
        (ticks, [rupiah(tick, language, short=True) if tick else "0" for tick in ticks]),
        style,
    )


def _ticks(most: int) -> list[float]:
    """From zero in round steps to just above the largest value."""
    size = 10 ** (ceil(log10(max(most, 1))) - 1)
    step = max(size // 2, ceil(most / _STEPS / (size / 2)) * size // 2)
    return [float(step * number) for number in range(ceil(most / step) + 1)]


def _columns(manfaat: ManfaatView) -> tuple[Column, Column, Column]:
    """Twelve months: the year before, and this one."""
    columns, course = ColumnsOf(manfaat.words, "ringkasan.column"), manfaat.course
    names = (date_format.month_name(month, manfaat.view.language) for month in range(1, 13))

    def year(number: int, values: tuple[int | None, ...]) -> Column:
        return columns.number(str(number), ColumnKind.RUPIAH, values, title=str(number))

    return (
        columns.text("month", names),
        year(course.year - 1, course.before),
        year(course.year, course.now),
    )


def _plan(manfaat: ManfaatView) -> LinePlan:
    """This year, and below it the year before."""
    months, before, now = _columns(manfaat)
    return LinePlan(months, (PlanLine(now), PlanLine(before)))
