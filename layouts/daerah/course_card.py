"""The segments over time."""

from functools import partial

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.segment_lines import segment_lines
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.domain.plans import LinePlan, PlanLine
from cakupan.texts.date_format import short_period
from cakupan.texts.number_format import short_count
from layouts.behind import months_behind
from layouts.captions import participants_caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.daerah.cards import COURSE
from layouts.daerah.region_profile import Profile
from layouts.figures_table import FiguresTable
from layouts.view import Changes


def changes(profile: Profile) -> Changes:
    """The card filled."""
    view, frame = profile.view, profile.course
    subtitle = view.words("daerah.course.subtitle", region=view.region.name)
    title = _title(profile)
    return COURSE.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(profile),
            alt=view.words("daerah.course.alternative", message=title),
            caption=participants_caption(view),
            empty=frame.empty,
            table=FiguresTable.of(subtitle, _columns(profile, frame.iloc[::-1]), view.language),
            plan=partial(_plan, profile),
            behind=months_behind(view, map(Period, frame["period"])),
            sample=view.summary.headline.sample,
        ),
        view.words,
    )


def listed(profile: Profile) -> list[Segment]:
    """Segments anybody listed, in their order."""
    return [segment for segment in Segment if segment.value in profile.course]


def _figure(profile: Profile) -> Figure:
    view = profile.view
    if profile.course.empty or not listed(profile):
        return empty_figure(view.words("ringkasan.segments.empty"), view.style)
    return segment_lines(profile.course, view.segment_names("short"), view.style)


def _title(profile: Profile) -> str:
    """Which segment gained or lost most in the year, where both years state segments."""
    view, frame = profile.view, profile.course
    if len(frame) == 0:
        return view.words("ringkasan.segments.empty")
    months = frame["period"].tolist()
    before = Period(months[-1]).same_month_last_year().text
    names = view.segment_names("name")
    if before not in months or view.summary.year_on_year.participants_change is None:
        return view.words("daerah.course.plain", region=view.region.short_name)
    people = {one: frame[one.value].tolist() for one in listed(profile)}
    moved = {one: counts[-1] - counts[months.index(before)] for one, counts in people.items()}
    most = max(moved, key=lambda one: abs(moved[one]))
    if moved[most] == 0:
        return view.words("daerah.course.plain", region=view.region.short_name)
    key = "more" if moved[most] > 0 else "fewer"
    return view.words(
        f"daerah.course.{key}",
        segment=names[most],
        people=short_count(abs(moved[most]), view.language, 0),
    )


def _columns(profile: Profile, frame: pd.DataFrame) -> tuple[Column, ...]:
    """A column for each segment, in the order of the frame's months."""
    view = profile.view
    columns, names = ColumnsOf(view.words, "ringkasan.column"), view.segment_names("short")
    return (
        columns.text("month", (short_period(month, view.language) for month in frame["period"])),
        *(
            columns.number(
                segment.value, ColumnKind.COUNT, frame[segment.value], title=names[segment]
            )
            for segment in listed(profile)
        ),
    )


def _plan(profile: Profile) -> LinePlan:
    moments, *lines = _columns(profile, profile.course)
    days = tuple(Period(month).end for month in profile.course["period"])
    return LinePlan(moments, tuple(PlanLine(line) for line in lines), days=days)
