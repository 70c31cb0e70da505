"""Scores and the sheet behind them as data: unrounded, from the raw value to what it adds."""

from collections.abc import Iterator, Sequence

from cakupan.analytics.contest import Criterion
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from layouts.columns_of import ColumnsOf
from layouts.paritrana.records import ParitranaView

_RAW = {Criterion.PARTICIPANTS: ColumnKind.COUNT, Criterion.POINTS: ColumnKind.POINTS}
_SURE = ("low", "high", "best", "worst")


def score_columns(page: ParitranaView) -> tuple[Column, ...]:
    """Ranks and how sure they are, best first, and every point that the scores are made of."""
    columns = ColumnsOf(page.words, "paritrana.column")
    found = [page.standings[code] for code in page.ranked]
    return (
        columns.text("region", map(page.name, page.ranked)),
        columns.number("rank", ColumnKind.RANK, (one.rank for one in found)),
        columns.number("score", ColumnKind.SCORE, (one.score for one in found)),
        columns.number("kept", ColumnKind.SHARE, (one.kept for one in found)),
        *(
            columns.number(key, ColumnKind.RANK, (getattr(one, key) for one in found))
            for key in _SURE
        ),
        *step_columns(page, page.ranked),
    )


def score_plan(page: ParitranaView) -> BarPlan:
    """A bar for each region, made of what each criterion adds."""
    columns = ColumnsOf(page.words, "paritrana.column")
    names = columns.text("region", map(page.name, page.ranked))
    parts = (
        columns.number(
            criterion.value,
            ColumnKind.SCORE,
            (page.standings[code].steps[place].part for code in page.ranked),
            title=page.short_name(criterion),
        )
        for place, criterion in enumerate(page.contest.weights)
    )
    return BarPlan(names, tuple(parts), stacked=True)


def sheet_columns(page: ParitranaView, codes: Sequence[str]) -> tuple[Column, ...]:
    """Three columns for each criterion; who is not compared has raw values alone."""
    columns = ColumnsOf(page.words, "paritrana.column")
    found = [page.standings[code] for code in codes]
    return (
        columns.text("region", map(page.name, codes)),
        columns.number("rank", ColumnKind.RANK, (one.rank for one in found)),
        *step_columns(page, codes),
        columns.number("score", ColumnKind.SCORE, (one.score for one in found)),
    )


def step_columns(page: ParitranaView, codes: Sequence[str]) -> tuple[Column, ...]:
    """From the raw value to what it adds: the last of each three sum to the score."""
    return tuple(
        column
        for place, criterion in enumerate(page.contest.weights)
        for column in _steps(page, codes, place, criterion)
    )


def _steps(
    page: ParitranaView, codes: Sequence[str], place: int, criterion: Criterion
) -> Iterator[Column]:
    columns, name = ColumnsOf(page.words, "paritrana.step"), page.short_name(criterion)
    steps = [page.standings[code].steps[place] for code in codes]
    fit = [code not in page.contest.unfit for code in codes]
    raw = _RAW.get(criterion, ColumnKind.SHARE)
    yield columns.number(
        f"{criterion.value}-raw",
        raw,
        (one.raw for one in steps),
        title=page.words(f"paritrana.step.{raw.value}", name=name),
    )
    for key in ("points", "part"):
        values = (
            getattr(one, key) if is_fit else None for one, is_fit in zip(steps, fit, strict=True)
        )
        yield columns.number(
            f"{criterion.value}-{key}",
            ColumnKind.SCORE,
            values,
            title=page.words(
                f"paritrana.step.of_{key}",
                name=name,
                share=page.share_text(criterion),
                **page.scale_texts(criterion),
            ),
        )
