"""The region year by year as a plain table, which is also what is printed."""

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.kinds import Change
from cakupan.analytics.yearly import Year
from cakupan.texts import date_format
from cakupan.texts.number_format import count, growth, percent, points
from layouts.captions import caption, short_period
from layouts.card import head
from layouts.daerah.region_profile import Profile
from layouts.figures_table import FiguresTable
from layouts.page_ids.daerah import DaerahId as Id
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
        (Id.YEARS, "children"): [
            html.Header(head(title, subtitle), className="card-head"),
            *_body(shown, subtitle, view),
            html.Footer(html.P(caption(view), className="caption"), className="card-foot"),
        ]
    }


def _body(shown: list[Year], subtitle: str, view: View) -> list[Component]:
    if not shown:
        return [html.P(view.words("ringkasan.trend.empty"), className="lead")]
    columns = (
        *("ringkasan.column.month", "ringkasan.column.participants", "daerah.column.growth"),
        *("ringkasan.column.workers", "ringkasan.column.coverage", "daerah.column.points"),
    )
    table = FiguresTable(
        subtitle,
        [view.words(key) for key in columns],
        [_row(year, view) for year in reversed(shown)],
    )
    broken = [change for year in shown for change in year.changes]
    notes = [html.P(_note(list(dict.fromkeys(broken)), view), className="caption")]
    return [table.scrolling(), *(notes if broken else [])]


def _row(year: Year, view: View) -> tuple[str, ...]:
    language = view.language
    mark = f" {_REFUSED}" if year.changes else ""
    grown = growth(year.growth, language)
    return (
        short_period(year.period, view),
        count(year.participants, language),
        grown + (mark if year.growth is None else ""),
        count(year.workers, language),
        percent(year.coverage, language),
        points(year.points, language) + (mark if year.points is None else ""),
    )


def _note(changes: list[Change], view: View) -> str:
    what = "; ".join(view.words(f"daerah.break.{change.value}") for change in changes)
    return view.words("daerah.years.refused", sign=_REFUSED, what=what)
