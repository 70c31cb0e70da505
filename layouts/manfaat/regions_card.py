"""Where claims are many for the participants there are."""

from collections.abc import Sequence

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.row_chart import Column as ChartColumn
from cakupan.charts.row_chart import Row, Rules, row_chart
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.number_format import count, rupiah
from layouts.behind import months_behind
from layouts.card import ChartCard, Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.manfaat.paid_columns import TOPIC, claims_behind, paid_columns
from layouts.manfaat.records import ManfaatView, PartPaid
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes

CARD = ChartCard.around(Id.REGIONS, name="manfaat-regions", min_height=300, scrolls=True)


def changes(manfaat: ManfaatView) -> Changes:
    """The card filled."""
    words = manfaat.words
    ranked = sorted(
        (part for part in manfaat.parts if part.per_thousand is not None),
        key=lambda part: -(part.per_thousand or 0),
    )
    title = words("manfaat.regions.plain")
    if ranked:
        first = ranked[0]
        title = words(
            "manfaat.regions.title",
            region=first.region.short_name,
            rate=manfaat.rate_text(first.per_thousand),
        )
    subtitle = words("manfaat.regions.subtitle", span=manfaat.span_name)
    return CARD.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(ranked, manfaat),
            alt=words("manfaat.regions.alternative", message=title, count=len(ranked)),
            caption=manfaat.caption,
            table=FiguresTable.of(
                subtitle, _columns(manfaat.parts, manfaat), manfaat.view.language
            ),
            plan=_plan(ranked, manfaat),
            behind=(
                *claims_behind(manfaat),
                *months_behind(manfaat.view, [manfaat.period]),
            ),
            sample=manfaat.sample,
            empty=not ranked,
        ),
        words,
    )


def _figure(ranked: list[PartPaid], manfaat: ManfaatView) -> Figure:
    words, style = manfaat.words, manfaat.view.style
    if not ranked:
        return empty_figure(words("manfaat.regions.empty"), style)
    return row_chart(
        [_row(part, manfaat) for part in ranked],
        (
            ChartColumn(words("manfaat.column.rate"), 96, narrow=64),
            ChartColumn(words("manfaat.column.cases"), 84, narrow=72),
            ChartColumn(words("manfaat.column.rupiah"), 118, narrow=0),
        ),
        Rules([], style.palette.muted),
        span=(0, float(ranked[0].per_thousand or 1) * 1.03),
        style=style,
    )


def _row(part: PartPaid, manfaat: ManfaatView) -> Row:
    language, palette = manfaat.view.language, manfaat.view.style.palette
    rate, cases = manfaat.rate_text(part.per_thousand), count(part.whole.cases, language)
    amount = rupiah(part.whole.rupiah, language, short=True)
    return Row(
        name=part.region.short_name,
        value=float(part.per_thousand or 0),
        colour=palette.accent,
        cells=(f"<b>{rate}</b>", cases, f"<span style='color:{palette.muted}'>{amount}</span>"),
        hover=f"<b>{part.region.name}</b><br>{rate} · {cases} · {amount}",
    )


def _columns(parts: Sequence[PartPaid], manfaat: ManfaatView) -> tuple[Column, ...]:
    columns = ColumnsOf(manfaat.words, TOPIC)
    return (
        columns.text("region", (part.region.short_name for part in parts)),
        columns.number("rate", ColumnKind.RATE, (part.per_thousand for part in parts)),
        *paid_columns([part.whole for part in parts], manfaat),
    )


def _plan(ranked: Sequence[PartPaid], manfaat: ManfaatView) -> BarPlan:
    region, rate, *_ = _columns(ranked, manfaat)
    return BarPlan(region, (rate,))
