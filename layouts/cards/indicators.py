"""Four figures under the headline: need per month, growth, change in points, and status."""

from dash.development.base_component import Component

from cakupan.analytics.summary import Status, TargetGap
from cakupan.charts.messages import goal
from cakupan.charts.target_marks import round_percent
from cakupan.domain.periods import Period
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import (
    MISSING,
    count,
    decimal,
    growth,
    points,
    short_count,
)
from layouts import elements as html
from layouts.attributes import aria
from layouts.reasons import reason_phrase
from layouts.view import View


def indicators(view: View) -> list[Component]:
    """The row of four."""
    aim = goal(view.summary.gaps)
    return [
        _need(aim, view),
        _participants(view),
        _points(view),
        _status(aim, view),
    ]


def indicator(label: str, value: Component | str, note: str) -> html.Div:
    """A figure with what it is above and what it means below."""
    return html.Div(
        className="indicator",
        children=[
            html.P(label, className="label"),
            html.P(value, className="value"),
            html.P(note, className="note"),
        ],
    )


def _need(aim: TargetGap | None, view: View) -> html.Div:
    words = view.words
    if aim is None or aim.target.year is None:
        return indicator(words("ringkasan.need.title"), MISSING, words("ringkasan.need.no_year"))
    due = date_format.period(Period.of_month(aim.target.year, 12), view.language, short=True)
    value = count(aim.people_a_month, view.language)
    missing = view.summary.headline.reason
    if missing:
        note = reason_phrase(missing, words)
    elif aim.people_needed == 0:
        note = words("ringkasan.need.reached")
    elif aim.months_left == 0:
        note = words("ringkasan.need.over")
    else:
        note = words("ringkasan.need.note")
    return indicator(words("ringkasan.need.until", due=due), value, note)


def _span(view: View) -> str:
    """Okt 2024 → Okt 2025."""
    change = view.summary.year_on_year
    return " → ".join(
        date_format.period(period, view.language, short=True)
        for period in (change.from_period, change.to_period)
    )


def _participants(view: View) -> html.Div:
    change = view.summary.year_on_year
    label = view.words("ringkasan.growth.title", span=_span(view))
    if change.participants_change is None:
        return indicator(label, MISSING, _no_change(view))
    people = short_count(abs(change.participants_change), view.language, 0)
    sign = "more" if change.participants_change >= 0 else "fewer"
    note = view.words(f"ringkasan.growth.{sign}", people=people)
    return indicator(label, growth(change.participants_growth, view.language), note)


def _points(view: View) -> html.Div:
    change = view.summary.year_on_year
    label = view.words("ringkasan.points.title", span=_span(view))
    if change.points is None:
        return indicator(label, MISSING, _no_change(view))
    note = view.words(
        "ringkasan.points.parts",
        participants=_signed(change.participants_part, view),
        workers=_signed(change.workers_part, view),
    )
    return indicator(label, points(change.points, view.language), note)


def _signed(part: float | None, view: View) -> str:
    return MISSING if part is None else decimal(part * 100, view.language, 2, signed=True)


def _no_change(view: View) -> str:
    reason = view.summary.year_on_year.reason
    return reason_phrase(reason, view.words) if reason else ""


def status_mark(status: Status, words: Words) -> html.Span:
    """The word of a status with its sign: colour alone says nothing."""
    sign = html.Span(className=f"status-icon {status.value}", **aria(hidden="true"))
    word = words(f"ringkasan.status.{status.value}")
    return html.Span([sign, word], className=f"status {status.value}")


def _status(aim: TargetGap | None, view: View) -> html.Div:
    words = view.words
    status = aim.assessment.status if aim else Status.NOT_ASSESSED
    word = status_mark(status, words)
    if aim is None:
        return indicator(words("ringkasan.status.title"), word, words("ringkasan.need.no_year"))
    target = round_percent(float(aim.target.ratio), view.language)
    label = words("ringkasan.status.toward", target=target)
    return indicator(label, word, _status_note(aim, view))


def _status_note(aim: TargetGap, view: View) -> str:
    assessment = aim.assessment
    if assessment.reason:
        return reason_phrase(assessment.reason, view.words)
    if assessment.ratio is None:
        return ""
    ratio = decimal(assessment.ratio, view.language, 2)
    return view.words("ringkasan.status.ratio", ratio=ratio)
