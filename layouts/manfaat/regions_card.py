"""Where claims are many for the participants there are."""

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.row_chart import Column, Row, Rules, row_chart
from cakupan.texts.number_format import count, growth, rupiah
from layouts.card import ChartCard, Filling
from layouts.figures_table import FiguresTable
from layouts.manfaat.records import ManfaatView, PartPaid
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes

CARD = ChartCard.around(Id.REGIONS, name="manfaat-regions", min_height=300, scrolls=True)
_COLUMNS = ("region", "rate", "cases", "growth", "rupiah", "growth", "average")


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
            table=_table(manfaat, subtitle),
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
            Column(words("manfaat.column.rate"), 96, narrow=64),
            Column(words("manfaat.column.cases"), 84, narrow=72),
            Column(words("manfaat.column.rupiah"), 118, narrow=0),
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


def _table(manfaat: ManfaatView, title: str) -> FiguresTable:
    language = manfaat.view.language
    rows = [
        (
            part.region.short_name,
            manfaat.rate_text(part.per_thousand),
            count(part.whole.cases, language),
            growth(part.whole.cases_growth, language),
            rupiah(part.whole.rupiah, language),
            growth(part.whole.rupiah_growth, language),
            manfaat.average_text(part.whole),
        )
        for part in manfaat.parts
    ]
    return FiguresTable(title, [manfaat.words(f"manfaat.column.{name}") for name in _COLUMNS], rows)
