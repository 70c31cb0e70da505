"""The segments over time."""

from collections.abc import Mapping

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.segment_lines import segment_lines
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.domain.plans import LinePlan, PlanLine
from cakupan.domain.records import replace
from cakupan.texts.number_format import percent
from layouts.behind import participants_behind
from layouts.captions import counted, participants_caption, short_period
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.segmen.cards import COURSE
from layouts.segmen.records import SegmenView
from layouts.view import Changes


def changes(segmen: SegmenView) -> Changes:
    """The card filled."""
    view, words = segmen.view, segmen.words
    subtitle = ", ".join([words("segmen.course.subtitle", region=view.region.name), *counted(view)])
    title, columns = _title(segmen), _columns(segmen)
    return COURSE.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(segmen),
            alt=words("segmen.course.alternative", message=title),
            caption=participants_caption(view),
            empty=segmen.course.empty,
            table=FiguresTable.of(subtitle, _newest_first(columns), view.language),
            plan=LinePlan(columns[0], tuple(PlanLine(column) for column in columns[1:])),
            behind=participants_behind(view),
            sample=view.summary.headline.sample,
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
    listed = [segment.value for segment in _listed(segmen)]
    # Only the ends are told: a frame would divide every month.
    first, last = (
        _share({name: float(frame[name].to_numpy()[place]) for name in listed}) for place in (0, -1)
    )
    return words(
        "segmen.course.title",
        first=percent(first, language, 0),
        last=percent(last, language, 0),
        since=short_period(Period(str(frame["period"].iloc[0])), segmen.view),
    )


def _share(people: Mapping[str, float]) -> float | None:
    """Of those who pay for themselves; None of nobody."""
    whole = sum(people.values())
    return people[Segment.BPU.value] / whole if whole else None


def _figure(segmen: SegmenView) -> Figure:
    view = segmen.view
    if segmen.course.empty or not _listed(segmen):
        return empty_figure(segmen.words("ringkasan.segments.empty"), view.style)
    return segment_lines(segmen.course, view.segment_names("short"), view.style)


def _columns(segmen: SegmenView) -> tuple[Column, ...]:
    """Month by month, oldest first."""
    view, frame, names = segmen.view, segmen.course, segmen.view.segment_names("short")
    columns = ColumnsOf(segmen.words, "ringkasan.column")
    return (
        columns.text("month", (short_period(Period(text), view) for text in frame["period"])),
        *(
            columns.number(
                segment.value, ColumnKind.COUNT, frame[segment.value], title=names[segment]
            )
            for segment in _listed(segmen)
        ),
    )


def _newest_first(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(replace(column, values=tuple(reversed(column.values))) for column in columns)
