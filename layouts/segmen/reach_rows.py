"""Rows of registered workers out of all there are: the body of both cards of vulnerable workers."""

from collections.abc import Sequence

from cakupan.analytics.reach import Reached
from cakupan.charts import Figure
from cakupan.charts.row_chart import Bar, Row, Rules, row_chart
from cakupan.charts.row_chart import Column as RowColumn
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Measure
from cakupan.domain.plans import BarPlan
from cakupan.domain.shown import Behind
from cakupan.texts.number_format import count, percent
from layouts.columns_of import ColumnsOf
from layouts.segmen.records import SegmenView

Named = tuple[str, Reached]


def reach_chart(rows: Sequence[Named], segmen: SegmenView) -> Figure:
    """All workers above, the registered ones below, with share and gap beside."""
    words, style = segmen.words, segmen.view.style
    return row_chart(
        [_row(name, one, segmen) for name, one in rows],
        (
            RowColumn(words("segmen.column.share"), 72, narrow=56),
            RowColumn(words("segmen.column.registered"), 88, narrow=0),
            RowColumn(words("segmen.column.gap"), 96, narrow=84),
        ),
        Rules([], style.palette.muted),
        span=(0, max((one.workers or 0 for _, one in rows), default=0) * 1.03 or 1),
        style=style,
    )


def reach_columns(rows: Sequence[Named], first: str, segmen: SegmenView) -> tuple[Column, ...]:
    """The same as numbers; ``first`` is the key of what the rows are of."""
    columns = ColumnsOf(segmen.words, "segmen.column")
    reached = [one for _, one in rows]
    return (
        columns.text(first, (name for name, _ in rows)),
        columns.number("workers", ColumnKind.COUNT, (one.workers for one in reached)),
        columns.number("registered", ColumnKind.COUNT, (one.registered for one in reached)),
        columns.number("share", ColumnKind.SHARE, (one.share for one in reached)),
        columns.number("gap", ColumnKind.COUNT, (one.gap for one in reached)),
    )


def reach_plan(rows: Sequence[Named], first: str, segmen: SegmenView) -> BarPlan:
    """The registered and the others, together all there are."""
    name, _, registered, _, gap = reach_columns(rows, first, segmen)
    return BarPlan(name, (registered, gap), stacked=True)


def reach_behind(segmen: SegmenView) -> tuple[Behind, ...]:
    """Both counts of the year shown."""
    if segmen.vulnerable is None:
        return ()
    prefix, year = segmen.view.choices.region_prefix, segmen.vulnerable.year.text
    measures = (Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED)
    return tuple(Behind(measure, prefix, year) for measure in measures)


def _row(name: str, one: Reached, segmen: SegmenView) -> Row:
    language, palette = segmen.view.language, segmen.view.style.palette
    share, gap = percent(one.share, language, 0), count(one.gap, language)
    registered = count(one.registered, language)
    return Row(
        name=name,
        value=float(one.workers or 0),
        colour=palette.track,
        cells=(f"<b>{share}</b>", registered, f"<span style='color:{palette.muted}'>{gap}</span>"),
        hover=f"<b>{name}</b><br>{registered} / {count(one.workers, language)} · {share}",
        second=Bar(0, float(one.registered or 0), palette.accent),
    )
