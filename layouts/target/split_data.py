"""The shares as data: a row for each part with its share by every rule, bars by the chosen one."""

from collections.abc import Sequence

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.number_format import count
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.target.asked import RULES
from layouts.target.phrases import ratio_text
from layouts.target.records import Answer, TargetView
from layouts.target.share_table import ShareRow


def split_table(rows: Sequence[ShareRow], target: TargetView, answer: Answer) -> FiguresTable:
    """A row for each part and, for the eye, the sum of each rule."""
    words, language = target.words, target.words.language
    sums = (count(sum(row.shares[rule] for row in rows), language) for rule in RULES.values())
    total = (words("target.needs.total"), "", "", *sums, "", "")
    columns = _columns(rows, target, answer)
    return FiguresTable.of(words("target.split.empty"), columns, language, closing=total)


def _columns(rows: Sequence[ShareRow], target: TargetView, answer: Answer) -> tuple[Column, ...]:
    columns = ColumnsOf(target.words, "target.split.column")
    ratio = ratio_text(answer.outcome.assumed.ratio, target.words)
    gap = target.words("target.split.column.gap", ratio=ratio)
    return (
        columns.text("region", (row.name for row in rows)),
        columns.number("coverage", ColumnKind.SHARE, (row.coverage for row in rows)),
        columns.number("gap", ColumnKind.COUNT, (row.gap for row in rows), title=gap),
        *(_shares(rows, name, columns) for name in RULES),
        columns.number("monthly", ColumnKind.COUNT, (row.monthly for row in rows)),
        columns.number("reaches", ColumnKind.SHARE, (row.reaches for row in rows)),
    )


def _shares(rows: Sequence[ShareRow], name: str, columns: ColumnsOf) -> Column:
    return columns.number(name, ColumnKind.COUNT, (row.shares[RULES[name]] for row in rows))


def split_plan(rows: Sequence[ShareRow], target: TargetView) -> BarPlan:
    """The shares by the rule chosen, the largest first."""
    columns = ColumnsOf(target.words, "target.split.column")
    ordered = largest_first(rows, target)
    chosen = next(name for name, rule in RULES.items() if rule is target.asked.rule)
    names = columns.text("region", (row.name for row in ordered))
    return BarPlan(names, (_shares(ordered, chosen, columns),))


def largest_first(rows: Sequence[ShareRow], target: TargetView) -> list[ShareRow]:
    """The parts by their share, by the rule chosen."""
    return sorted(rows, key=lambda row: -row.shares[target.asked.rule])
