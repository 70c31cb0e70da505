"""Participants by segment."""

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.messages import segment_message
from cakupan.charts.segments import segments
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Segment
from cakupan.domain.plans import PartPlan
from cakupan.texts.number_format import count, percent
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import participants_behind
from layouts.captions import counted, participants_caption, short_period
from layouts.card import ChartCard, Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.view import Changes, View


def changes(card: ChartCard, view: View) -> Changes:
    """The card filled."""
    words = view.words
    title = segment_message(view.summary.segments, view.segment_names("name"), words=words)
    when = short_period(view.summary.headline.period, view)
    subtitle = ", ".join([words("ringkasan.segments.subtitle", period=when), *counted(view)])
    columns = _columns(view)
    return card.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(view),
            alt=words("ringkasan.segments.alternative", message=title),
            caption=participants_caption(view),
            empty=view.summary.segments.empty,
            table=FiguresTable.of(subtitle, columns, view.language),
            plan=PartPlan(*columns[:2]),
            behind=participants_behind(view),
            sample=view.summary.headline.sample,
            key=[html.Dl([_part(row, view) for row in _rows(view)], className="parts")],
        ),
        words,
    )


def _figure(view: View) -> Figure:
    frame = view.summary.segments
    if frame.empty:
        return empty_figure(view.words("ringkasan.segments.empty"), view.style)
    return segments(frame, view.segment_names("short"), view.style)


def _rows(view: View) -> list[tuple[Segment, str, str]]:
    """Segment, participants and share, formatted."""
    frame = view.summary.segments
    columns = (frame[name].tolist() for name in ("segment", "participants", "share"))
    return [
        (Segment(one), count(people, view.language), percent(share, view.language))
        for one, people, share in zip(*columns, strict=True)
    ]


def _part(row: tuple[Segment, str, str], view: View) -> html.Div:
    """A segment by its full name, with the colour it has in the figure."""
    segment, participants, share = row
    return html.Div(
        [
            html.I(className=f"swatch {segment.value}", **aria(hidden="true")),
            html.Dt(view.segment_names("name")[segment]),
            html.Dd(participants),
            html.Dd(share),
        ]
    )


def _columns(view: View) -> tuple[Column, ...]:
    names, frame = view.segment_names("name"), view.summary.segments
    columns = ColumnsOf(view.words, "ringkasan.column")
    return (
        columns.text("segment", (names[Segment(one)] for one in frame["segment"])),
        columns.number("participants", ColumnKind.COUNT, frame["participants"]),
        columns.number("share", ColumnKind.SHARE, frame["share"]),
    )
