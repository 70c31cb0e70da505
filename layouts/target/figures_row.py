"""A row of figures under the heading: the need, 50% and 65%, the arrival, and the status twice."""

from decimal import Decimal

from dash.development.base_component import Component

from cakupan.analytics.assessment import pace_status
from cakupan.analytics.gaps import people_needed
from cakupan.analytics.summary import Headline
from cakupan.domain.plans import NumberTile
from cakupan.texts.number_format import MISSING, count, decimal
from layouts.cards.indicators import indicator, status_mark
from layouts.reasons import reason_phrase
from layouts.target.phrases import end_of, month_text, ratio_text
from layouts.target.records import Answer, TargetView

MILESTONES = (Decimal("0.50"), Decimal("0.65"))


def figures_row(target: TargetView) -> list[Component]:
    """The row; without coverage there is none."""
    answer = target.answer
    if answer is None:
        return []
    *numbers, status = figure_tiles(target, answer)
    mark = status_mark(answer.assessment.status, target.words)
    return [
        *(indicator(one.label, one.text, one.note) for one in numbers),
        indicator(status.label, mark, status.note),
    ]


def figure_tiles(target: TargetView, answer: Answer) -> tuple[NumberTile, ...]:
    """The row as numbers to be read from afar; the last one is the status."""
    headline = target.view.summary.headline
    return (
        _need(target, answer),
        *(_milestone(ratio, headline, target) for ratio in MILESTONES),
        _arrival(target, answer),
        _status(target, answer),
    )


def _need(target: TargetView, answer: Answer) -> NumberTile:
    words, outcome = target.words, answer.outcome
    label = words("target.figure.need", due=end_of(outcome.assumed.year, words))
    if not outcome.needed:
        return NumberTile(label, count(0, words.language), words("target.figure.need_reached"))
    value = count(outcome.needed, words.language)
    if outcome.a_month is None:
        return NumberTile(label, value, words("target.figure.need_over"))
    monthly = count(outcome.a_month, words.language)
    note = words("target.figure.need_note", monthly=monthly, months=outcome.months)
    return NumberTile(label, value, note)


def _milestone(ratio: Decimal, headline: Headline, target: TargetView) -> NumberTile:
    words = target.words
    people = people_needed(headline.participants or 0, headline.workers or 0, ratio=ratio)
    note = words("target.figure.to_note" if people else "target.figure.to_reached")
    label = words("target.figure.to", ratio=ratio_text(ratio, words))
    return NumberTile(label, count(people, words.language), note)


def _arrival(target: TargetView, answer: Answer) -> NumberTile:
    words, found = target.words, answer.arrival
    ratio = ratio_text(answer.outcome.assumed.ratio, words)
    label = words("target.figure.arrival", ratio=ratio)
    if found is None:
        return NumberTile(label, MISSING, words("target.figure.arrival_single"))
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
    return NumberTile(label, mean[:1].upper() + mean[1:], note)


def _status(target: TargetView, answer: Answer) -> NumberTile:
    """The status on the linear pace, and beside it the second opinion by compound rates."""
    words, found = target.words, answer.assessment
    assumed = answer.outcome.assumed
    ratio = ratio_text(assumed.ratio, words)
    label = words("target.figure.status", ratio=ratio, year=assumed.year)
    status = words(f"ringkasan.status.{found.status.value}")
    if found.reason or found.ratio is None or found.cagr_ratio is None:
        note = reason_phrase(found.reason, words) if found.reason else ""
        return NumberTile(label, status, note)
    second = words(f"ringkasan.status.{pace_status(found.cagr_ratio).value}")
    note = words(
        "target.figure.second",
        linear=decimal(found.ratio, words.language, 2),
        cagr=decimal(found.cagr_ratio, words.language, 2),
        opinion=second.lower(),
    )
    return NumberTile(label, status, note)
