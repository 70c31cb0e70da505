"""The shares as a sheet to take along: title, what they rest on, the table, its sum."""

from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cakupan.domain.sheets import Cell, SampleSheet, SheetColumn
from cakupan.texts.number_format import count, percent
from layouts.captions import caption, short_period
from layouts.target.asked import RULES
from layouts.target.phrases import growth_phrase, ratio_text
from layouts.target.records import Answer, TargetView
from layouts.target.share_table import ShareRow, share_rows

_COLUMNS = (
    *(("code", 9), ("region", 30), ("participants", 17), ("workers", 17), ("coverage", 12)),
    *(("gap", 16), *((name, 18) for name in RULES), ("monthly", 13), ("reaches", 12)),
)
_RATIOS = {"coverage", "reaches"}


def letter(target: TargetView, *, made: datetime) -> SampleSheet | None:
    """The sheet; None where nothing can be shared out. ``made`` is told in the machine's zone."""
    answer, words = target.answer, target.words
    rows = share_rows(target, answer) if answer else []
    if answer is None or not rows:
        return None
    ratio = ratio_text(answer.outcome.assumed.ratio, words)
    columns = [
        SheetColumn(
            words(f"target.split.column.{name}", ratio=ratio) + (" (%)" if name in _RATIOS else ""),
            width,
        )
        for name, width in _COLUMNS
    ]
    mark = words("target.letter.mark") if target.view.summary.headline.sample else ""
    return SampleSheet(
        name=words("target.letter.sheet"),
        metadata=((title(target, answer), ""), *_lines(target, answer, made)),
        columns=tuple(columns),
        rows=(*(_cells(row) for row in rows), _sum(rows, target, answer)),
        total_rows=frozenset({len(rows)}),
        mark=mark,
    )


def title(target: TargetView, answer: Answer) -> str:
    """What the sheet is about."""
    assumed = answer.outcome.assumed
    return target.words(
        "target.letter.title",
        region=target.view.region.name,
        ratio=ratio_text(assumed.ratio, target.words),
        year=assumed.year,
    )


def file_stem(target: TargetView, answer: Answer) -> str:
    """What the file is called, without its ending."""
    region = target.view.region.name.lower().replace(" ", "_")
    return target.words("target.letter.file", region=region, year=answer.outcome.assumed.year)


def _lines(target: TargetView, answer: Answer, made: datetime) -> list[tuple[str, str]]:
    """What it rests on, the need, the rule, the source, and when it was made."""
    words, view, outcome = target.words, target.view, answer.outcome
    headline = view.summary.headline
    chosen = next(name for name, rule in RULES.items() if rule is target.asked.rule)
    texts = {
        "basis": words(
            "target.letter.basis_text",
            participants=count(headline.participants, view.language),
            workers=count(headline.workers, view.language),
            coverage=percent(headline.coverage, view.language),
            period=short_period(headline.period, view),
        ),
        "need": words(
            "target.letter.need_text",
            people=count(outcome.needed, view.language),
            months=outcome.months,
            monthly=count(outcome.a_month, view.language),
            growth=growth_phrase(outcome.assumed.growth, words),
        ),
        "rule": words(f"target.rule.{chosen}"),
        "note": caption(view),
        "made": words("target.letter.made_text", moment=view.moment(made)),
    }
    return [(words(f"target.letter.{name}"), text) for name, text in texts.items()]


def _cells(row: ShareRow) -> tuple[Cell, ...]:
    return (
        row.code,
        row.name,
        row.participants,
        row.workers,
        _hundredths(row.coverage),
        row.gap,
        *(row.shares[rule] for rule in RULES.values()),
        row.monthly,
        _hundredths(row.reaches),
    )


def _sum(rows: Sequence[ShareRow], target: TargetView, answer: Answer) -> tuple[Cell, ...]:
    """Sums of people; coverage is the ratio of sums."""
    participants = sum(row.participants for row in rows)
    workers = sum(row.workers for row in rows)
    goal = (participants + answer.outcome.needed) / answer.outcome.workers
    return (
        "",
        target.words("target.letter.total"),
        participants,
        workers,
        _hundredths(Fraction(participants, workers)),
        None,
        *(sum(row.shares[rule] for row in rows) for rule in RULES.values()),
        answer.outcome.a_month,
        _hundredths(goal),
    )


def _hundredths(ratio: Fraction) -> Decimal:
    """A ratio in percent, rounded half up to two decimals: 46.03."""
    return (Decimal(ratio.numerator * 100) / Decimal(ratio.denominator)).quantize(
        Decimal("0.01"), rounding=ROUND_HALF_UP
    )
