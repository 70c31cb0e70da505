"""Scholarships by level: children, rupiah, rupiah a child."""

from cakupan.analytics.benefits import Paid, whole_of
from cakupan.analytics.tally import WHOLE
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.row_chart import Column, Row, Rules, row_chart
from cakupan.texts.number_format import count, growth, rupiah
from layouts.card import ChartCard, Filling
from layouts.edition import edition_part
from layouts.figures_table import FiguresTable
from layouts.manfaat.records import Grants, ManfaatView
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes

CARD = ChartCard.around(Id.GRANTS, name="manfaat-grants", min_height=160)
_COLUMNS = ("level", "children", "growth", "rupiah", "growth", "a_child")


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
            Column(words("manfaat.column.children"), 72, narrow=60),
            Column(words("manfaat.column.rupiah"), 118, narrow=112),
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
    language = manfaat.view.language
    rows = [
        (
            manfaat.kind_name(one.kind),
            count(one.cases, language),
            growth(one.cases_growth, language),
            rupiah(one.rupiah, language),
            growth(one.rupiah_growth, language),
            manfaat.average_text(one),
        )
        for one in (grants.kinds if grants else ())
    ]
    return FiguresTable(title, [manfaat.words(f"manfaat.column.{name}") for name in _COLUMNS], rows)
