"""What the signs of interruption in a line mean, one sentence a break."""

from collections.abc import Sequence
from datetime import date

from dash.development.base_component import Component

from cakupan.analytics.breaks import Break
from cakupan.analytics.kinds import Change
from cakupan.charts.trend import BREAK_SIGN
from cakupan.domain.periods import Period
from layouts import elements as html
from layouts.captions import short_period
from layouts.view import View

_MOST = 4


def first_month(found: Break) -> Period:
    """The first month of the new kind."""
    years, month = divmod(found.after, 12)
    return Period.of_month(1970 + years, month + 1)


def break_days(breaks: Sequence[Break]) -> list[date]:
    """Where a line is to be interrupted."""
    return [first_month(found).start for found in breaks]


def breaks_key(breaks: Sequence[Break], view: View) -> list[Component]:
    """The newest breaks in words, under what they forbid; nothing without any."""
    if not breaks:
        return []
    lines = [html.Li(_sentence(found, view)) for found in breaks[-_MOST:]]
    more = len(breaks) - len(lines)
    if more > 0:
        lines.insert(0, html.Li(view.words("daerah.breaks.more", count=more)))
    rule = html.P(view.words("daerah.breaks.rule", sign=BREAK_SIGN))
    return [html.Div([rule, html.Ul(lines)], className="breaks")]


def break_phrase(change: Change, found: Break, view: View) -> str:
    """What changed, with both publishers where each side has one."""
    publishers = found.publishers.get(change)
    if publishers is None:
        return view.words(f"daerah.break.{change.value}")
    before, after = (view.publisher_name(publisher) for publisher in publishers)
    return view.words(f"daerah.break.{change.value}_named", before=before, after=after)


def _sentence(found: Break, view: View) -> str:
    what = "; ".join(break_phrase(change, found, view) for change in found.changes)
    return f"{short_period(first_month(found), view)}: {what}"
