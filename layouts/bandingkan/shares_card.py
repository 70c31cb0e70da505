"""How the participants of each region split into segments, one bar a region."""

from collections.abc import Sequence

from cakupan.charts import Figure
from cakupan.charts.compared_shares import ComparedShares, compared_shares
from cakupan.charts.empty import empty_figure
from cakupan.domain.measures import Segment
from cakupan.texts.number_format import MISSING, percent
from layouts.bandingkan.cards import SHARES
from layouts.captions import participants_caption, short_period
from layouts.card import Filling
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
            table=_table(views),
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


def _table(views: Sequence[View]) -> FiguresTable:
    first = views[0]
    names = first.segment_names("name")
    stated = [shares(view) for view in views]
    listed = [segment for segment in names if any(segment in one for one in stated)]
    rows = [
        (
            names[segment],
            *(
                percent(one[segment], first.language) if segment in one else MISSING
                for one in stated
            ),
        )
        for segment in listed
    ]
    header = [first.words("ringkasan.column.segment"), *(one.region.short_name for one in views)]
    return FiguresTable(first.words("bandingkan.shares.title"), header, rows)
