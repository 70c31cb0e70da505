"""The what-if summed up in sentences, and in the one that stands over the figure."""

from cakupan.texts.number_format import count, percent
from layouts.target.phrases import apart, growth_phrase, month_text, ratio_text
from layouts.target.records import Answer, TargetView


def message(target: TargetView, answer: Answer) -> str:
    """When the goal is reached with the additions assumed, in a title's length."""
    words, outcome = target.words, answer.outcome
    ratio = ratio_text(outcome.assumed.ratio, words)
    if outcome.arrives is not None and outcome.arrives == _now(target):
        return words("target.way.title_reached", region=target.view.region.name, ratio=ratio)
    monthly = count(outcome.assumed.a_month, words.language)
    if outcome.arrives is None:
        key = "title_never" if outcome.assumed.a_month else "title_nobody"
        return words(f"target.way.{key}", monthly=monthly, ratio=ratio)
    late = _months_apart(target, answer) > 0
    return words(
        f"target.way.title_{'late' if late else 'early'}",
        monthly=monthly,
        ratio=ratio,
        month=month_text(outcome.arrives, words),
    )


def summed_up(target: TargetView, answer: Answer) -> list[str]:
    """What happens, what would be needed, and where it stands at the end of the year."""
    return [_what_happens(target, answer), _what_is_needed(target, answer), *_then(target, answer)]


def _what_happens(target: TargetView, answer: Answer) -> str:
    words, outcome = target.words, answer.outcome
    if outcome.arrives == _now(target):
        key = "reached_now"
    elif outcome.arrives is None:
        key = "never" if outcome.assumed.a_month else "nobody"
    else:
        months = _months_apart(target, answer)
        key = "arrives_late" if months > 0 else "arrives_early" if months < 0 else "arrives_then"
    return words(
        f"target.said.{key}",
        monthly=count(outcome.assumed.a_month, words.language),
        growth=growth_phrase(outcome.assumed.growth, words),
        region=target.view.region.name,
        ratio=ratio_text(outcome.assumed.ratio, words),
        month=month_text(outcome.arrives, words),
        year=outcome.assumed.year,
        apart=apart(_months_apart(target, answer), words),
    )


def _what_is_needed(target: TargetView, answer: Answer) -> str:
    words, outcome = target.words, answer.outcome
    key = "need_over" if outcome.a_month is None else "need"
    if not outcome.needed:
        key = "need_none"
    return words(
        f"target.said.{key}",
        year=outcome.assumed.year,
        people=count(outcome.needed, words.language),
        needed=count(outcome.a_month, words.language),
    )


def _then(target: TargetView, answer: Answer) -> list[str]:
    words, outcome = target.words, answer.outcome
    if not outcome.months:
        return []
    key = "short" if outcome.short > 0 else "spare" if outcome.short < 0 else "exact"
    short = words(f"target.said.{key}", people=count(abs(outcome.short), words.language))
    coverage = percent(outcome.coverage, words.language)
    year = outcome.assumed.year
    return [words("target.said.then", year=year, coverage=coverage, short=short)]


def _now(target: TargetView) -> object:
    """The month shown, as arrivals are written."""
    period = target.view.summary.headline.period
    return period.of_month(period.year, period.end.month)


def _months_apart(target: TargetView, answer: Answer) -> int:
    """Months from the end of the assumed year to the arrival; below zero when it is earlier."""
    arrives, year = answer.outcome.arrives, answer.outcome.assumed.year
    if arrives is None:
        return 0
    period = target.view.summary.headline.period
    until_arrival = (arrives.year - period.year) * 12 + arrives.end.month - period.end.month
    until_due = (year - period.year) * 12 + 12 - period.end.month
    return until_arrival - until_due
