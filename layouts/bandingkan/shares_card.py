"""How the participants of each region split into segments, one bar a region."""

from collections.abc import Sequence

from cakupan.charts import Figure
from cakupan.charts.compared_shares import ComparedShares, compared_shares
from cakupan.charts.empty import empty_figure
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Segment
from cakupan.domain.plans import BarPlan
from layouts.bandingkan.cards import SHARES
from layouts.behind import participants_behind
from layouts.captions import participants_caption, short_period
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.view import Changes, View


def changes(views: Sequence[View]) -> Changes:
    """The card filled."""
    first = views[0]
    words = first.words
    known = [view for view in views if not view.summary.segments.empty]
    period = short_period(first.summary.headline.period, first)
    title = words("bandingkan.shares.title") if known else words("ringkasan.segments.empty")
    return SHARES.changes(
        Filling(
            title=title,
            subtitle=words("ringkasan.segments.subtitle", period=period),
            figure=_figure(known, first),
            alt=words("bandingkan.shares.alternative"),
            caption=participants_caption(first),
            empty=not known,
            table=FiguresTable.of(
                words("bandingkan.shares.title"), _columns(views), first.language
            ),
            plan=_plan(known) if known else None,
            behind=tuple(one for view in views for one in participants_behind(view)),
            sample=any(view.summary.headline.sample for view in views),
        ),
        words,
    )


def shares(view: View) -> dict[Segment, float]:
    """The share of each segment that is stated."""
    rows = view.summary.segments.to_dict("records")
    return {Segment(row["segment"]): float(row["share"]) for row in rows}


def _figure(known: Sequence[View], first: View) -> Figure:
    if not known:
        return empty_figure(first.words("ringkasan.segments.empty"), first.style)
    rows = [ComparedShares(view.region.short_name, shares(view)) for view in known]
    return compared_shares(rows, first.segment_names("short"), first.style)


def _columns(views: Sequence[View]) -> tuple[Column, ...]:
    """A row for each segment that any region states, a column for each region."""
    columns = ColumnsOf(views[0].words, "ringkasan.column")
    names, stated = views[0].segment_names("name"), [shares(view) for view in views]
    listed = [segment for segment in names if any(segment in one for one in stated)]
    return (
        columns.text("segment", (names[segment] for segment in listed)),
        *(
            columns.number(
                view.region.code,
                ColumnKind.SHARE,
                (one.get(segment) for segment in listed),
                title=view.region.short_name,
            )
            for view, one in zip(views, stated, strict=True)
        ),
    )


def _plan(known: Sequence[View]) -> BarPlan:
    """A whole bar for each region, made of its segments."""
    columns = ColumnsOf(known[0].words, "ringkasan.column")
    names, stated = known[0].segment_names("short"), [shares(view) for view in known]
    parts = (
        columns.number(
            segment.value,
            ColumnKind.SHARE,
            (one.get(segment) for one in stated),
            title=name,
        )
        for segment, name in names.items()
        if any(segment in one for one in stated)
    )
    regions = columns.text("region", (view.region.short_name for view in known))
    return BarPlan(regions, tuple(parts), stacked=True)
