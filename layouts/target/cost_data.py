"""What closing the gap costs, as data: one row that can be reckoned again."""

from cakupan.analytics.cost import cost_to_close
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.domain.shown import Shown
from cakupan.texts.column_text import column_texts
from cakupan.texts.number_format import count, rupiah
from layouts.behind import coverage_behind
from layouts.captions import caption
from layouts.columns_of import ColumnsOf
from layouts.target.records import TargetView

NAME = "target-cost"
_AMOUNTS = ("amount", "a_month", "a_year")


def cost_shown(target: TargetView, people: int, title: str, assumption: str) -> Shown:
    """The amount for so many people; what is assumed stands before the source."""
    formula = cost_formula(target, people)
    columns = _columns(target, people)
    amounts = [column for column in columns if column.key in _AMOUNTS]
    return Shown(
        name=NAME,
        title=title,
        subtitle=target.words("target.cost.subtitle"),
        caption=f"{assumption} {caption(target.view)}",
        alt=f"{title}: {formula}",
        columns=columns,
        plan=NumberPlan(
            tuple(
                NumberTile(
                    column.title,
                    column_texts(column, target.words.language)[0],
                    formula if column.key == "amount" else "",
                )
                for column in amounts
            )
        ),
        behind=coverage_behind(target.view),
        sample=target.view.summary.headline.sample,
    )


def cost_formula(target: TargetView, people: int) -> str:
    """1.123.860 pekerja × Rp16.800 × 12 bulan."""
    language = target.words.language
    return target.words(
        "target.cost.formula",
        people=count(people, language),
        contribution=rupiah(target.asked.contribution, language),
        months=target.asked.months,
    )


def _columns(target: TargetView, people: int) -> tuple[Column, ...]:
    columns, asked = ColumnsOf(target.words, "target.cost_column"), target.asked
    monthly = cost_to_close(people, contribution=asked.contribution, months=1)
    return (
        columns.text("region", [target.view.region.name]),
        columns.number("people", ColumnKind.COUNT, [people]),
        columns.number("contribution", ColumnKind.RUPIAH, [asked.contribution]),
        columns.number("months", ColumnKind.COUNT, [asked.months]),
        columns.number("amount", ColumnKind.RUPIAH, [monthly * asked.months]),
        columns.number("a_month", ColumnKind.RUPIAH, [monthly]),
        columns.number("a_year", ColumnKind.RUPIAH, [monthly * 12]),
    )
