"""What each year asks for: target, workforce, participants needed, additions in all and a month."""

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.behind import coverage_behind
from layouts.captions import caption, short_period
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.ids import TargetId as Id
from layouts.taken import as_data
from layouts.target.phrases import growth_phrase, ratio_text
from layouts.target.records import Answer, TargetView
from layouts.view import Changes, Slot

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
    title, columns = _title(answer, words), _columns(target, answer)
    table = FiguresTable.of(subtitle, columns, words.language, closing=_sums(answer, words))
    shown = Shown(
        name="target-needs",
        title=title,
        subtitle=subtitle,
        caption=caption(target.view),
        alt=title,
        columns=columns,
        behind=coverage_behind(target.view),
        sample=target.view.summary.headline.sample,
    )
    return {
        **as_data(Id.NEEDS, shown),
        (Id.NEEDS, "children"): [
            menu_of(shown.name, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            *([table.scrolling()] if answer.needs else []),
            html.P(caption(target.view), className="caption"),
        ],
    }


def _columns(target: TargetView, answer: Answer) -> tuple[Column, ...]:
    """Where the region stands, and each year's step."""
    columns, headline = ColumnsOf(target.words, "target.needs.column"), target.view.summary.headline
    needs, asked = answer.needs, [need.participants for need in answer.needs]
    now = target.words("target.needs.now", period=short_period(headline.period, target.view))
    numbers = (
        ("coverage", ColumnKind.SHARE, headline.coverage, [need.coverage for need in needs]),
        ("workers", ColumnKind.COUNT, headline.workers, [need.workers for need in needs]),
        ("participants", ColumnKind.COUNT, headline.participants, asked),
        ("additions", ColumnKind.CHANGE, None, [need.additions for need in needs]),
        ("months", ColumnKind.COUNT, None, [need.months for need in needs]),
        ("a_month", ColumnKind.COUNT, None, [need.a_month for need in needs]),
    )
    return (
        columns.text("year", [now, *(str(need.year) for need in needs)]),
        *(columns.number(key, kind, [first, *rest]) for key, kind, first, rest in numbers),
    )


def _sums(answer: Answer, words: Words) -> tuple[str, ...]:
    language, outcome = words.language, answer.outcome
    return (
        words("target.needs.total"),
        *("",) * 3,
        count(sum(need.additions for need in answer.needs), language, signed=True),
        count(outcome.months, language),
        count(outcome.a_month, language),
    )


def _title(answer: Answer, words: Words) -> str:
    outcome = answer.outcome
    if not outcome.needed:
        return words("target.needs.title_none", year=outcome.assumed.year)
    if outcome.a_month is None:
        return words("target.needs.title_over")
    monthly = count(outcome.a_month, words.language)
    return words("target.needs.title_pace", monthly=monthly, months=outcome.months)
