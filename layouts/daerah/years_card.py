"""The region year by year as a plain table, which is also what is printed."""

from collections.abc import Sequence

from dash.development.base_component import Component

from cakupan.analytics.kinds import Change
from cakupan.analytics.yearly import Year
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.shown import Shown
from cakupan.texts import date_format
from cakupan.texts.column_text import value_text
from cakupan.texts.number_format import MISSING, growth
from layouts import elements as html
from layouts.behind import coverage_behind, months_behind
from layouts.captions import caption, short_period
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.daerah.region_profile import Profile
from layouts.figures_table import FiguresTable
from layouts.page_ids.daerah import DaerahId as Id
from layouts.taken import as_data
from layouts.view import Changes, View

_MOST = 8
_REFUSED = "†"
"""Beside a missing change that is refused; a sentence under the table says why."""


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.YEARS, className="card years")


def changes(profile: Profile) -> Changes:
    """The card filled."""
    view = profile.view
    month = date_format.month_name(view.summary.headline.period.end.month, view.language)
    title = view.words("daerah.years.title", month=month)
    subtitle = view.words(
        "daerah.years.subtitle", region=view.region.name, denominator=view.denominator_name
    )
    shown = list(profile.years)[-_MOST:]
    return {
        **as_data(Id.YEARS, _as_data(shown, title, subtitle, view)),
        (Id.YEARS, "children"): [
            menu_of("years", title, view.words),
            html.Header(head(title, subtitle), className="card-head"),
            *_body(shown, subtitle, view),
            html.Footer(html.P(caption(view), className="caption"), className="card-foot"),
        ],
    }


def _body(shown: list[Year], subtitle: str, view: View) -> list[Component]:
    if not shown:
        return [html.P(view.words("ringkasan.trend.empty"), className="lead")]
    rows = shown[::-1]
    written = {
        "growth": [_refused(growth(year.growth, view.language), year) for year in rows],
        "points": [
            _refused(value_text(ColumnKind.POINTS, year.points, view.language), year)
            for year in rows
        ],
    }
    table = FiguresTable.of(subtitle, _columns(rows, view), view.language, written=written)
    broken = _broken(shown)
    notes = [html.P(_note(broken, view), className="caption")]
    return [table.scrolling(), *(notes if broken else [])]


def _refused(text: str, year: Year) -> str:
    """A missing change with its sign, where it is missing because it is refused."""
    return f"{text} {_REFUSED}" if year.changes and text == MISSING else text


def _columns(rows: Sequence[Year], view: View) -> tuple[Column, ...]:
    columns, moved = (ColumnsOf(view.words, f"{topic}.column") for topic in ("ringkasan", "daerah"))
    return (
        columns.text("month", (short_period(year.period, view) for year in rows)),
        columns.number("participants", ColumnKind.COUNT, (year.participants for year in rows)),
        moved.number("growth", ColumnKind.GROWTH, (year.growth for year in rows)),
        columns.number("workers", ColumnKind.COUNT, (year.workers for year in rows)),
        columns.number("coverage", ColumnKind.SHARE, (year.coverage for year in rows)),
        moved.number("points", ColumnKind.POINTS, (year.points for year in rows)),
    )


def _as_data(shown: list[Year], title: str, subtitle: str, view: View) -> Shown:
    """The newest year first; what is refused is said in the caption, as under the table."""
    broken = _broken(shown)
    told = [_note(broken, view)] if broken else []
    return Shown(
        name="years",
        title=title,
        subtitle=subtitle,
        caption=" ".join([*told, caption(view)]),
        alt=title,
        columns=_columns(shown[::-1], view),
        behind=(*coverage_behind(view), *months_behind(view, (it.period for it in shown[:-1]))),
        sample=view.summary.headline.sample,
        empty=not shown,
    )


def _broken(shown: list[Year]) -> list[Change]:
    return list(dict.fromkeys(change for year in shown for change in year.changes))


def _note(changes: list[Change], view: View) -> str:
    what = "; ".join(view.words(f"daerah.break.{change.value}") for change in changes)
    return view.words("daerah.years.refused", sign=_REFUSED, what=what)
