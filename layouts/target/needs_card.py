"""What each year asks for: target, workforce, participants needed, additions in all and a month."""

from dash import html

from cakupan.analytics.needs import YearNeed
from cakupan.texts import Words
from cakupan.texts.number_format import MISSING, count, percent
from layouts.captions import caption, short_period
from layouts.card import head
from layouts.figures_table import FiguresTable
from layouts.ids import TargetId as Id
from layouts.target.phrases import growth_phrase, ratio_text
from layouts.target.records import Answer, TargetView
from layouts.view import Changes, Slot

_COLUMNS = ("year", "coverage", "workers", "participants", "additions", "months", "a_month")
SLOTS: tuple[Slot, ...] = ((Id.NEEDS, "children"),)


def at_rest() -> html.Section:
    """The card before any number has come."""
    return html.Section(id=Id.NEEDS, className="card target-needs")


def changes(target: TargetView) -> Changes:
    """The card filled."""
    words, answer = target.words, target.answer
    if answer is None:
        children = head(words("target.needs.title"), words("target.nothing_to_reckon"))
        return {(Id.NEEDS, "children"): [html.Header(children, className="card-head")]}
    subtitle = words(
        "target.needs.subtitle",
        ratio=ratio_text(answer.outcome.assumed.ratio, words),
        year=answer.outcome.assumed.year,
        growth=growth_phrase(answer.outcome.assumed.growth, words),
        period=short_period(target.view.summary.headline.period, target.view),
        first=target.view.summary.headline.period.year,
    )
    table = needs_table(target, answer, subtitle).scrolling()
    return {
        (Id.NEEDS, "children"): [
            html.Header(head(_title(answer, words), subtitle), className="card-head"),
            *([table] if answer.needs else []),
            html.P(caption(target.view), className="caption"),
        ]
    }


def needs_table(target: TargetView, answer: Answer, title: str) -> FiguresTable:
    """Where the region stands, each year's step, and their sum."""
    words, language = target.words, target.words.language
    headline = target.view.summary.headline
    now = words("target.needs.now", period=short_period(headline.period, target.view))
    total = sum(need.additions for need in answer.needs)
    rows = [
        (
            now,
            percent(headline.coverage, language),
            count(headline.workers, language),
            count(headline.participants, language),
            *(MISSING,) * 3,
        ),
        *(_row(need, words) for need in answer.needs),
        (
            words("target.needs.total"),
            *("",) * 3,
            count(total, language, signed=True),
            count(answer.outcome.months, language),
            count(answer.outcome.a_month, language),
        ),
    ]
    return FiguresTable(title, [words(f"target.needs.column.{name}") for name in _COLUMNS], rows)


def _row(need: YearNeed, words: Words) -> tuple[str, ...]:
    language = words.language
    return (
        str(need.year),
        percent(need.coverage, language),
        count(need.workers, language),
        count(need.participants, language),
        count(need.additions, language, signed=True),
        count(need.months, language),
        count(need.a_month, language),
    )


def _title(answer: Answer, words: Words) -> str:
    outcome = answer.outcome
    if not outcome.needed:
        return words("target.needs.title_none", year=outcome.assumed.year)
    if outcome.a_month is None:
        return words("target.needs.title_over")
    monthly = count(outcome.a_month, words.language)
    return words("target.needs.title_pace", monthly=monthly, months=outcome.months)
