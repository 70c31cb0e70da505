"""The row of figures as data: one row with the need, the milestones, the arrival and the pace."""

from decimal import Decimal

from cakupan.analytics.gaps import people_needed
from cakupan.charts.messages import gap_message
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import NumberPlan
from cakupan.domain.shown import Shown
from layouts.behind import coverage_behind
from layouts.captions import caption, region_and_period
from layouts.columns_of import ColumnsOf
from layouts.target.figures_row import MILESTONES, figure_tiles
from layouts.target.phrases import month_text, ratio_text
from layouts.target.records import Answer, TargetView

NAME = "target-figures"


def figures_shown(target: TargetView, answer: Answer) -> Shown:
    """The row, under what the region is missing to its targets."""
    view = target.view
    tiles = figure_tiles(target, answer)
    return Shown(
        name=NAME,
        title=gap_message(view.summary.gaps, region=view.region.name, words=view.words),
        subtitle=region_and_period(view),
        caption=caption(view),
        alt="; ".join(f"{tile.label}: {tile.text}" for tile in tiles),
        columns=_columns(target, answer),
        plan=NumberPlan(tiles),
        behind=coverage_behind(view),
        sample=view.summary.headline.sample,
    )


def _columns(target: TargetView, answer: Answer) -> tuple[Column, ...]:
    columns, headline = ColumnsOf(target.words, "target.figures"), target.view.summary.headline
    outcome, judged = answer.outcome, answer.assessment
    return (
        columns.text("region", [target.view.region.name]),
        columns.number("coverage", ColumnKind.SHARE, [headline.coverage]),
        columns.number("participants", ColumnKind.COUNT, [headline.participants]),
        columns.number("workers", ColumnKind.COUNT, [headline.workers]),
        columns.number("ratio", ColumnKind.SHARE, [outcome.assumed.ratio]),
        columns.text("year", [str(outcome.assumed.year)]),
        columns.number("needed", ColumnKind.COUNT, [outcome.needed]),
        columns.number("months", ColumnKind.COUNT, [outcome.months]),
        columns.number("a_month", ColumnKind.COUNT, [outcome.a_month]),
        *(_milestone(ratio, target, columns) for ratio in MILESTONES),
        columns.text("arrival", [_arrival(target, answer)]),
        columns.number("pace", ColumnKind.SCORE, [judged.ratio]),
        columns.number("cagr", ColumnKind.SCORE, [judged.cagr_ratio]),
        columns.text("status", [target.words(f"ringkasan.status.{judged.status.value}")]),
    )


def _milestone(ratio: Decimal, target: TargetView, columns: ColumnsOf) -> Column:
    headline = target.view.summary.headline
    people = people_needed(headline.participants or 0, headline.workers or 0, ratio=ratio)
    title = target.words("ringkasan.column.gap", target=ratio_text(ratio, target.words))
    return columns.number(f"to-{ratio}".replace(".", ""), ColumnKind.COUNT, [people], title=title)


def _arrival(target: TargetView, answer: Answer) -> str:
    return month_text(answer.arrival.mean, target.words, short=True) if answer.arrival else ""
