"""A row of figures under the heading: the need, 50% and 65%, the arrival, and the status twice."""

from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.assessment import pace_status
from cakupan.analytics.gaps import people_needed
from cakupan.analytics.summary import Headline
from cakupan.texts.number_format import MISSING, count, decimal
from layouts.cards.indicators import indicator, status_mark
from layouts.reasons import reason_phrase
from layouts.target.phrases import end_of, month_text, ratio_text
from layouts.target.records import Answer, TargetView

MILESTONES = (Decimal("0.50"), Decimal("0.65"))


def figures_row(target: TargetView) -> list[Component]:
    """The row; without coverage there is none."""
    answer, headline = target.answer, target.view.summary.headline
    if answer is None:
        return []
    return [
        _need(target, answer),
        *(_milestone(ratio, headline, target) for ratio in MILESTONES),
        _arrival(target, answer),
        _status(target, answer),
    ]


def _need(target: TargetView, answer: Answer) -> html.Div:
    words, outcome = target.words, answer.outcome
    label = words("target.figure.need", due=end_of(outcome.assumed.year, words))
    if not outcome.needed:
        return indicator(label, count(0, words.language), words("target.figure.need_reached"))
    value = count(outcome.needed, words.language)
    if outcome.a_month is None:
        return indicator(label, value, words("target.figure.need_over"))
    monthly = count(outcome.a_month, words.language)
    note = words("target.figure.need_note", monthly=monthly, months=outcome.months)
    return indicator(label, value, note)


def _milestone(ratio: Decimal, headline: Headline, target: TargetView) -> html.Div:
    words = target.words
    people = people_needed(headline.participants or 0, headline.workers or 0, ratio=ratio)
    note = words("target.figure.to_note" if people else "target.figure.to_reached")
    label = words("target.figure.to", ratio=ratio_text(ratio, words))
    return indicator(label, count(people, words.language), note)


def _arrival(target: TargetView, answer: Answer) -> html.Div:
    words, found = target.words, answer.arrival
    ratio = ratio_text(answer.outcome.assumed.ratio, words)
    label = words("target.figure.arrival", ratio=ratio)
    if found is None:
        return indicator(label, MISSING, words("target.figure.arrival_single"))
    earliest, mean, latest = (
        words("target.figure.beyond")
        if month is None and pace > 0
        else month_text(month, words, short=True)
        for month, pace in (
            (found.earliest, found.best_pace),
            (found.mean, found.mean_pace),
            (found.latest, found.worst_pace),
        )
    )
    note = words("target.figure.arrival_range", earliest=earliest, latest=latest)
    return indicator(label, mean[:1].upper() + mean[1:], note)


def _status(target: TargetView, answer: Answer) -> html.Div:
    """The status on the linear pace, and beside it the second opinion by compound rates."""
    words, found = target.words, answer.assessment
    assumed = answer.outcome.assumed
    ratio = ratio_text(assumed.ratio, words)
    label = words("target.figure.status", ratio=ratio, year=assumed.year)
    if found.reason or found.ratio is None or found.cagr_ratio is None:
        note = reason_phrase(found.reason, words) if found.reason else ""
        return indicator(label, status_mark(found.status, words), note)
    second = words(f"ringkasan.status.{pace_status(found.cagr_ratio).value}")
    note = words(
        "target.figure.second",
        linear=decimal(found.ratio, words.language, 2),
        cagr=decimal(found.cagr_ratio, words.language, 2),
        opinion=second.lower(),
    )
    return indicator(label, status_mark(found.status, words), note)
