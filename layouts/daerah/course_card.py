"""The segments over time."""

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.segment_lines import segment_lines
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.texts.number_format import count, short_count
from layouts.captions import participants_caption, short_period
from layouts.card import Filling
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
            table=_table(profile, subtitle),
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
    last = frame.iloc[-1]
    before = frame[frame["period"] == Period(str(last["period"])).same_month_last_year().text]
    names = view.segment_names("name")
    if before.empty or view.summary.year_on_year.participants_change is None:
        return view.words("daerah.course.plain", region=view.region.short_name)
    moved = {one: float(last[one.value] - before.iloc[0][one.value]) for one in listed(profile)}
    most = max(moved, key=lambda one: abs(moved[one]))
    if moved[most] == 0:
        return view.words("daerah.course.plain", region=view.region.short_name)
    key = "more" if moved[most] > 0 else "fewer"
    return view.words(
        f"daerah.course.{key}",
        segment=names[most],
        people=short_count(abs(moved[most]), view.language, 0),
    )


def _table(profile: Profile, title: str) -> FiguresTable:
    view = profile.view
    names = view.segment_names("short")
    segments = listed(profile)
    header = [view.words("ringkasan.column.month"), *(names[segment] for segment in segments)]
    columns = [profile.course[segment.value].tolist() for segment in segments]
    rows = [
        (
            short_period(Period(month), view),
            *(count(people, view.language) for people in counts),
        )
        for month, *counts in zip(profile.course["period"].tolist(), *columns, strict=True)
    ]
    return FiguresTable(title, header, rows[::-1])
