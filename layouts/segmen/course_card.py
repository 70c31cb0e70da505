"""The segments over time."""

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.segment_lines import segment_lines
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.texts.number_format import count, percent
from layouts.captions import counted, participants_caption, short_period
from layouts.card import Filling
from layouts.figures_table import FiguresTable
from layouts.segmen.cards import COURSE
from layouts.segmen.records import SegmenView
from layouts.view import Changes


def changes(segmen: SegmenView) -> Changes:
    """The card filled."""
    view, words = segmen.view, segmen.words
    subtitle = ", ".join([words("segmen.course.subtitle", region=view.region.name), *counted(view)])
    return COURSE.changes(
        Filling(
            title=_title(segmen),
            subtitle=subtitle,
            figure=_figure(segmen),
            alt=words("segmen.course.alternative", message=_title(segmen)),
            caption=participants_caption(view),
            empty=segmen.course.empty,
            table=_table(segmen, subtitle),
        ),
        words,
    )


def _listed(segmen: SegmenView) -> list[Segment]:
    return [segment for segment in Segment if segment.value in segmen.course]


def _title(segmen: SegmenView) -> str:
    """How the share of those who pay for themselves moved."""
    words, language, frame = segmen.words, segmen.view.language, segmen.course
    if frame.empty or Segment.BPU.value not in frame:
        return words("segmen.course.plain")
    columns = [segment.value for segment in _listed(segmen)]
    shares = frame[Segment.BPU.value] / frame[columns].sum(axis=1)
    return words(
        "segmen.course.title",
        first=percent(shares.iloc[0], language, 0),
        last=percent(shares.iloc[-1], language, 0),
        since=short_period(Period(str(frame["period"].iloc[0])), segmen.view),
    )


def _figure(segmen: SegmenView) -> Figure:
    view = segmen.view
    if segmen.course.empty or not _listed(segmen):
        return empty_figure(segmen.words("ringkasan.segments.empty"), view.style)
    return segment_lines(segmen.course, view.segment_names("short"), view.style)


def _table(segmen: SegmenView, title: str) -> FiguresTable:
    view, listed = segmen.view, _listed(segmen)
    names = view.segment_names("short")
    header = [segmen.words("ringkasan.column.month"), *(names[segment] for segment in listed)]
    rows = [
        (
            short_period(Period(str(record["period"])), view),
            *(count(record[segment.value], view.language) for segment in listed),
        )
        for record in segmen.course.iloc[::-1].to_dict("records")
    ]
    return FiguresTable(title, header, rows)
