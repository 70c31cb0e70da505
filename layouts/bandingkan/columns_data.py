"""The regions side by side as data: a number to be read from afar for each, a row for each."""

from collections.abc import Sequence

from cakupan.analytics.summary import TargetGap
from cakupan.charts.messages import goal
from cakupan.charts.target_marks import round_percent
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.domain.shown import Shown
from cakupan.texts.number_format import percent
from layouts.behind import coverage_behind
from layouts.captions import caption, short_period
from layouts.columns_of import ColumnsOf
from layouts.view import View

NAME = "paired-regions"


def columns_shown(views: Sequence[View], notes: Sequence[str]) -> Shown:
    """The columns in the order asked for; ``notes`` are what stands below each big number."""
    first = views[0]
    names = ", ".join(view.region.short_name for view in views)
    written = [percent(view.summary.headline.coverage, first.language) for view in views]
    numbers = zip(views, written, notes, strict=True)
    said = (f"{view.region.name}: {text}" for view, text in zip(views, written, strict=True))
    return Shown(
        name=NAME,
        title=first.words("bandingkan.columns.title", names=names),
        subtitle=short_period(first.summary.headline.period, first),
        caption=caption(first),
        alt="; ".join(said),
        columns=_columns(views),
        plan=NumberPlan(tuple(NumberTile(view.region.name, *rest) for view, *rest in numbers)),
        behind=tuple(one for view in views for one in coverage_behind(view)),
        sample=any(view.summary.headline.sample for view in views),
        empty=all(view.summary.headline.coverage is None for view in views),
    )


def _columns(views: Sequence[View]) -> tuple[Column, ...]:
    """A region's furthest target, and what is missing to it."""
    columns = ColumnsOf(views[0].words, "bandingkan.columns")
    headlines = [view.summary.headline for view in views]
    changes = [view.summary.year_on_year for view in views]
    aims = [goal(view.summary.gaps) for view in views]
    targets = [aim_name(aim, view) for aim, view in zip(aims, views, strict=True)]
    return (
        columns.text("region", (view.region.name for view in views)),
        columns.number("coverage", ColumnKind.SHARE, (one.coverage for one in headlines)),
        columns.number("points", ColumnKind.POINTS, (one.points for one in changes)),
        columns.number("growth", ColumnKind.GROWTH, (one.participants_growth for one in changes)),
        columns.text("target", targets),
        columns.number(
            "gap", ColumnKind.COUNT, (aim.people_needed if aim else None for aim in aims)
        ),
        columns.number(
            "monthly", ColumnKind.COUNT, (aim.people_a_month if aim else None for aim in aims)
        ),
        columns.text("status", (_status(aim, view) for aim, view in zip(aims, views, strict=True))),
    )


def aim_name(aim: TargetGap | None, view: View) -> str:
    """65% RPJMD 2030; nothing where a region has no target with a year."""
    if aim is None:
        return ""
    ratio = round_percent(float(aim.target.ratio), view.language)
    return f"{ratio} {view.target_name(aim.target)}"


def _status(aim: TargetGap | None, view: View) -> str:
    return view.words(f"ringkasan.status.{aim.assessment.status.value}") if aim else ""
