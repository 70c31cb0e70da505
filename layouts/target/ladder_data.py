"""The ladder as data: a row for each target with its distance, pace, status, base and source."""

from cakupan.analytics.ladder import Rung
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import TablePlan
from cakupan.domain.shown import Shown
from layouts.behind import coverage_behind
from layouts.captions import caption, region_and_period
from layouts.columns_of import ColumnsOf
from layouts.target.phrases import ratio_text
from layouts.target.records import TargetView

NAME = "target-ladder"
_ON_A_SLIDE = ("target", "region", "coverage", "gap", "a_month", "status")


def ladder_shown(target: TargetView) -> Shown:
    """All rungs; a slide has room for how far each is and how it stands."""
    view, columns = target.view, _columns(target)
    title = target.words("target.ladder.title", region=view.region.name)
    told = [column for key in _ON_A_SLIDE for column in columns if column.key == key]
    return Shown(
        name=NAME,
        title=title,
        subtitle=region_and_period(view),
        caption=caption(view),
        alt=title,
        columns=columns,
        plan=TablePlan(told),
        behind=coverage_behind(view),
        sample=view.summary.headline.sample,
        empty=not target.rungs,
    )


def _columns(target: TargetView) -> tuple[Column, ...]:
    columns, words, rungs = ColumnsOf(target.words, "target.ladder"), target.words, target.rungs
    gaps = [rung.gap for rung in rungs]
    stated = [gap.target for gap in gaps]
    return (
        columns.text("target", (_name(rung, target) for rung in rungs)),
        columns.text("region", (rung.region.name for rung in rungs)),
        columns.number("ratio", ColumnKind.SHARE, (one.ratio for one in stated)),
        columns.text("year", (str(one.year or "") for one in stated)),
        columns.number("coverage", ColumnKind.SHARE, (it.headline.coverage for it in rungs)),
        columns.number("distance", ColumnKind.POINTS, map(_distance, rungs)),
        columns.number("gap", ColumnKind.COUNT, (gap.people_needed for gap in gaps)),
        columns.number("months", ColumnKind.COUNT, (gap.months_left for gap in gaps)),
        columns.number("a_month", ColumnKind.COUNT, (gap.people_a_month for gap in gaps)),
        columns.number("pace", ColumnKind.SCORE, (gap.assessment.ratio for gap in gaps)),
        columns.text(
            "status", (words(f"ringkasan.status.{gap.assessment.status.value}") for gap in gaps)
        ),
        columns.text("base", (target.view.base_name(one.denominator) for one in stated)),
        columns.number("own_coverage", ColumnKind.SHARE, (it.own_coverage for it in rungs)),
        columns.number("own_gap", ColumnKind.COUNT, map(_own_gap, rungs)),
        columns.text("source", (one.citation for one in stated)),
        columns.text("loaded", map(target.loaded_note, stated)),
    )


def _name(rung: Rung, target: TargetView) -> str:
    stated = rung.gap.target
    return f"{ratio_text(stated.ratio, target.words)} {target.view.target_name(stated)}"


def _distance(rung: Rung) -> float | None:
    """Coverage above the target; below zero where it is missing."""
    coverage = rung.headline.coverage
    return None if coverage is None else coverage - float(rung.gap.target.ratio)


def _own_gap(rung: Rung) -> int | None:
    return rung.by_own_base.people_needed if rung.by_own_base else None
