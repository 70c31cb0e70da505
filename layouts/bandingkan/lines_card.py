"""The coverage of all regions over time in one figure."""

from collections.abc import Mapping, Sequence
from functools import partial

from cakupan.charts import Figure
from cakupan.charts.compared_lines import ComparedLine, compared_lines
from cakupan.charts.empty import empty_figure
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.periods import Period
from cakupan.domain.plans import LinePlan, PlanLine
from cakupan.texts.number_format import percent
from layouts import elements as html
from layouts.attributes import aria
from layouts.bandingkan.cards import LINES
from layouts.behind import coverage_behind
from layouts.captions import caption, short_period
from layouts.card import Filling
from layouts.cards.breaks_key import break_days, breaks_key
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.view import Changes, View


def changes(views: Sequence[View]) -> Changes:
    """The card filled."""
    first = views[0]
    placed = {
        place: view
        for place, view in enumerate(views)
        if view.summary.trend["coverage"].notna().any()
    }
    known = list(placed.values())
    title = _title(known, first)
    return LINES.changes(
        Filling(
            title=title,
            subtitle=first.words("bandingkan.lines.subtitle", denominator=first.denominator_name),
            figure=_figure(placed, first),
            alt=first.words("bandingkan.lines.alternative", message=title),
            caption=caption(next(iter(known), first)),
            empty=not known,
            table=FiguresTable.of(
                first.words("bandingkan.lines.plain"), _columns(views), first.language
            ),
            plan=partial(_plan, views),
            behind=tuple(one for view in views for one in coverage_behind(view)),
            sample=any(view.summary.headline.sample for view in views),
            key=[
                _key(placed),
                *(part for view in known for part in breaks_key(view.summary.breaks, view)),
            ],
        ),
        first.words,
    )


def _figure(placed: Mapping[int, View], first: View) -> Figure:
    if not placed:
        return empty_figure(first.words("ringkasan.trend.empty"), first.style)
    lines = [
        ComparedLine(
            place=place,
            name=view.region.short_name,
            frame=view.summary.trend,
            breaks=tuple(break_days(view.summary.breaks)),
        )
        for place, view in placed.items()
    ]
    return compared_lines(lines, first.style)


def _key(placed: Mapping[int, View]) -> html.P:
    """Each region with a sample of its stroke: on a narrow screen the lines bear numbers alone."""
    return html.P(
        [
            html.Span(
                [
                    html.I(className=f"stroke line-{place}", **aria(hidden="true")),
                    view.region.short_name,
                ]
            )
            for place, view in placed.items()
        ],
        className="key",
    )


def _title(known: Sequence[View], first: View) -> str:
    """The highest and the lowest now, and how far they are apart."""
    now = [view for view in known if view.summary.headline.coverage is not None]
    if len(now) < 2:
        return first.words("bandingkan.lines.plain")
    ordered = sorted(now, key=lambda view: view.summary.headline.coverage or 0)
    low, high = ordered[0], ordered[-1]
    apart = (high.summary.headline.coverage or 0) - (low.summary.headline.coverage or 0)
    return first.words(
        "bandingkan.lines.title",
        high=high.region.short_name,
        low=low.region.short_name,
        points=percent(apart, first.language).removesuffix("%"),
    )


def _columns(views: Sequence[View]) -> tuple[Column, ...]:
    """The newest month first."""
    return _of_months(views, _months(views)[::-1])


def _plan(views: Sequence[View]) -> LinePlan:
    months = _months(views)
    moments, *lines = _of_months(views, months)
    days = tuple(Period(month).end for month in months)
    return LinePlan(moments, tuple(PlanLine(line) for line in lines), days=days)


def _months(views: Sequence[View]) -> list[str]:
    """Every month that some region has, the oldest first."""
    return sorted({str(month) for view in views for month in view.summary.trend["period"]})


def _of_months(views: Sequence[View], months: list[str]) -> tuple[Column, ...]:
    """A column of coverage for each region, None where it has no such month."""
    first = views[0]
    columns = ColumnsOf(first.words, "ringkasan.column")
    return (
        columns.text("month", (short_period(Period(month), first) for month in months)),
        *(
            columns.number(
                view.region.code,
                ColumnKind.SHARE,
                view.summary.trend.set_index("period")["coverage"].reindex(months),
                title=view.region.short_name,
            )
            for view in views
        ),
    )
