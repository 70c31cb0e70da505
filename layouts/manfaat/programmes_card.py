"""What each programme paid: bars of rupiah, with cases and growth beside."""

from cakupan.analytics.benefits import Paid
from cakupan.analytics.tally import WHOLE
from cakupan.charts.row_chart import Column, Row, Rules, row_chart
from cakupan.domain.columns import ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.column_text import column_texts
from cakupan.texts.number_format import count, growth, percent, rupiah
from layouts.card import ChartCard, Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.manfaat.paid_columns import TOPIC, claims_behind, paid_columns
from layouts.manfaat.records import ManfaatView
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes

CARD = ChartCard.around(Id.PROGRAMMES, name="manfaat-programmes", min_height=200)


def changes(manfaat: ManfaatView) -> Changes:
    """The card filled."""
    words, language = manfaat.words, manfaat.view.language
    shown = [one for one in manfaat.kinds if one.kind != WHOLE and one.rupiah is not None]
    most = max(shown, key=lambda one: one.rupiah or 0, default=None)
    total = manfaat.whole.rupiah
    title = words("manfaat.programmes.plain")
    if most and total:
        share = percent((most.rupiah or 0) / total, language, 0)
        title = words("manfaat.programmes.title", programme=most.kind, share=share)
    subtitle = words("manfaat.programmes.subtitle", span=manfaat.span_name)
    return CARD.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=row_chart(
                [_row(one, manfaat) for one in shown],
                (
                    Column(words("manfaat.column.rupiah"), 118, narrow=112),
                    Column(words("manfaat.column.growth"), 84, narrow=0),
                    Column(words("manfaat.column.cases"), 84, narrow=0),
                ),
                Rules([], manfaat.view.style.palette.muted),
                span=(0, max((one.rupiah or 0 for one in shown), default=0) * 1.03 or 1),
                style=manfaat.view.style,
            ),
            alt=words("manfaat.programmes.alternative", message=title),
            caption=manfaat.caption,
            table=_table(manfaat, subtitle),
            plan=_plan(shown, manfaat),
            behind=claims_behind(manfaat),
            sample=manfaat.sample,
        ),
        words,
    )


def _row(one: Paid, manfaat: ManfaatView) -> Row:
    language, palette = manfaat.view.language, manfaat.view.style.palette
    amount = rupiah(one.rupiah, language, short=True)
    grown = growth(one.rupiah_growth, language)
    cases = count(one.cases, language)
    quiet = "<span style='color:{colour}'>{text}</span>"
    return Row(
        name=one.kind,
        value=float(one.rupiah or 0),
        colour=palette.accent,
        cells=(
            f"<b>{amount}</b>",
            quiet.format(colour=palette.muted, text=grown),
            cases,
        ),
        hover=f"<b>{manfaat.kind_full_name(one.kind)}</b><br>{amount} · {cases} · {grown}",
    )


def _table(manfaat: ManfaatView, title: str) -> FiguresTable:
    """Each programme by its full name, and all of them together for the eye."""
    columns = ColumnsOf(manfaat.words, TOPIC)
    kinds, language = [one for one in manfaat.kinds if one.kind != WHOLE], manfaat.view.language
    names = columns.text("kind", (manfaat.kind_full_name(one.kind) for one in kinds))
    whole = (column_texts(column, language)[0] for column in paid_columns([manfaat.whole], manfaat))
    return FiguresTable.of(
        title,
        (names, *paid_columns(kinds, manfaat)),
        language,
        closing=(manfaat.kind_name(WHOLE), *whole),
    )


def _plan(shown: list[Paid], manfaat: ManfaatView) -> BarPlan:
    columns = ColumnsOf(manfaat.words, TOPIC)
    amounts = columns.number("rupiah", ColumnKind.RUPIAH, (one.rupiah for one in shown))
    return BarPlan(columns.text("kind", (one.kind for one in shown)), (amounts,))
