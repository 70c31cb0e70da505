"""Rows of registered workers out of all there are: the body of both cards of vulnerable workers."""

from collections.abc import Sequence

from cakupan.analytics.reach import Reached
from cakupan.charts import Figure
from cakupan.charts.row_chart import Bar, Column, Row, Rules, row_chart
from cakupan.texts.number_format import count, percent
from layouts.figures_table import FiguresTable
from layouts.segmen.records import SegmenView

Named = tuple[str, Reached]
_COLUMNS = ("workers", "registered", "share", "gap")


def reach_chart(rows: Sequence[Named], segmen: SegmenView) -> Figure:
    """All workers above, the registered ones below, with share and gap beside."""
    words, style = segmen.words, segmen.view.style
    return row_chart(
        [_row(name, one, segmen) for name, one in rows],
        (
            Column(words("segmen.column.share"), 72, narrow=56),
            Column(words("segmen.column.registered"), 88, narrow=0),
            Column(words("segmen.column.gap"), 96, narrow=84),
        ),
        Rules([], style.palette.muted),
        span=(0, max((one.workers or 0 for _, one in rows), default=0) * 1.03 or 1),
        style=style,
    )


def reach_table(rows: Sequence[Named], first: str, segmen: SegmenView, title: str) -> FiguresTable:
    """The same as a table; ``first`` is what the rows are of."""
    language = segmen.view.language
    heads = [first, *(segmen.words(f"segmen.column.{name}") for name in _COLUMNS)]
    return FiguresTable(
        title,
        heads,
        [
            (
                name,
                count(one.workers, language),
                count(one.registered, language),
                percent(one.share, language, 1),
                count(one.gap, language),
            )
            for name, one in rows
        ],
    )


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
