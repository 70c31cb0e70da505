"""Scholarships by level: children, rupiah, rupiah a child."""

from collections.abc import Sequence

from cakupan.analytics.benefits import Paid, whole_of
from cakupan.analytics.tally import WHOLE
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.row_chart import Column as ChartColumn
from cakupan.charts.row_chart import Row, Rules, row_chart
from cakupan.domain.columns import Column
from cakupan.domain.plans import BarPlan
from cakupan.texts.column_text import column_texts
from cakupan.texts.number_format import count, rupiah
from layouts.card import ChartCard, Filling
from layouts.columns_of import ColumnsOf
from layouts.edition import edition_part
from layouts.figures_table import FiguresTable
from layouts.manfaat.paid_columns import TOPIC, grants_behind, paid_columns
from layouts.manfaat.records import Grants, ManfaatView
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes

CARD = ChartCard.around(Id.GRANTS, name="manfaat-grants", min_height=160)


def changes(manfaat: ManfaatView) -> Changes:
    """The card filled; without scholarships it says so."""
    words, language, grants = manfaat.words, manfaat.view.language, manfaat.grants
    title, subtitle, caption = words("manfaat.grants.plain"), words("manfaat.grants.none"), ""
    if grants:
        whole = whole_of(grants.kinds)
        title = words(
            "manfaat.grants.title",
            children=count(whole.cases, language),
            rupiah=rupiah(whole.rupiah, language, short=True),
            year=grants.year,
        )
        average = manfaat.average_text(whole)
        subtitle = words("manfaat.grants.subtitle", year=grants.year, average=average)
        told = [words("manfaat.grants.caption", year=grants.year)]
        told += [words("ringkasan.sample")] if grants.sample else []
        caption = " · ".join([*told, *edition_part(manfaat.view)])
    return CARD.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(manfaat),
            alt=words("manfaat.grants.alternative", message=title),
            caption=caption,
            table=_table(grants, manfaat, title),
            plan=_plan(grants, manfaat) if grants else None,
            behind=grants_behind(grants.year, manfaat) if grants else (),
            sample=bool(grants and grants.sample),
            empty=grants is None,
        ),
        words,
    )


def _figure(manfaat: ManfaatView) -> Figure:
    words, style, grants = manfaat.words, manfaat.view.style, manfaat.grants
    if grants is None:
        return empty_figure(words("manfaat.grants.none"), style)
    shown = [one for one in grants.kinds if one.kind != WHOLE and one.cases is not None]
    return row_chart(
        [_row(one, manfaat) for one in shown],
        (
            ChartColumn(words("manfaat.column.children"), 72, narrow=60),
            ChartColumn(words("manfaat.column.rupiah"), 118, narrow=112),
        ),
        Rules([], style.palette.muted),
        span=(0, max((one.cases or 0 for one in shown), default=0) * 1.03 or 1),
        style=style,
    )


def _row(one: Paid, manfaat: ManfaatView) -> Row:
    language, palette = manfaat.view.language, manfaat.view.style.palette
    children, amount = count(one.cases, language), rupiah(one.rupiah, language, short=True)
    return Row(
        name=manfaat.kind_name(one.kind),
        value=float(one.cases or 0),
        colour=palette.accent,
        cells=(f"<b>{children}</b>", amount),
        hover=f"<b>{manfaat.kind_name(one.kind)}</b><br>{children} · {amount}",
    )


def _table(grants: Grants | None, manfaat: ManfaatView, title: str) -> FiguresTable:
    """Each level, and all of them together for the eye."""
    language, kinds = manfaat.view.language, grants.kinds if grants else ()
    levels = [one for one in kinds if one.kind != WHOLE]
    whole = _paid([one for one in kinds if one.kind == WHOLE], manfaat)
    closing = [column_texts(column, language)[0] for column in whole if column.values]
    return FiguresTable.of(title, _paid(levels, manfaat), language, closing=closing)


def _paid(kinds: Sequence[Paid], manfaat: ManfaatView) -> tuple[Column, ...]:
    columns = ColumnsOf(manfaat.words, TOPIC)
    names = columns.text("level", (manfaat.kind_name(one.kind) for one in kinds))
    return (names, *paid_columns(kinds, manfaat, cases="children", average="a_child"))


def _plan(grants: Grants, manfaat: ManfaatView) -> BarPlan:
    known = [one for one in grants.kinds if one.kind != WHOLE and one.cases is not None]
    names, children, *_ = _paid(known, manfaat)
    return BarPlan(names, (children,))
