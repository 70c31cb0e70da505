"""The first card as data: coverage with and without construction workers, and subsidies."""

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.domain.shown import Shown
from cakupan.texts.number_format import count, percent, points
from layouts.behind import coverage_behind
from layouts.captions import caption
from layouts.columns_of import ColumnsOf
from layouts.segmen.records import SegmenView

NAME = "segmen-head"


def head_shown(segmen: SegmenView, title: str, subtitle: str) -> Shown:
    """One row, and four numbers to be read from afar."""
    view = segmen.view
    tiles = head_tiles(segmen)
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=caption(view),
        alt="; ".join(f"{tile.label}: {tile.text}" for tile in tiles),
        columns=_columns(segmen),
        plan=None if segmen.missing else NumberPlan(tiles),
        behind=coverage_behind(view),
        sample=view.summary.headline.sample,
        empty=segmen.missing is not None,
    )


def head_tiles(segmen: SegmenView) -> tuple[NumberTile, ...]:
    """What the reader asked for first, the other count beside it, then subsidies."""
    words, language = segmen.words, segmen.view.language
    with_all, without = _coverages(segmen)
    pair = [_with(segmen, with_all), _without(segmen, with_all, without)]
    if not segmen.counting.construction:
        pair.reverse()
    return (
        *pair,
        NumberTile(
            words("segmen.figure.subsidised"),
            count(sum(share.workers for share in segmen.payers), language),
            words("segmen.figure.subsidised_note", payers=len(segmen.payers)),
        ),
        NumberTile(
            words("segmen.figure.lapsing"),
            count(_lapsing(segmen), language),
            words("segmen.figure.lapsing_note", lines=len(segmen.lapsing)),
        ),
    )


def _coverages(segmen: SegmenView) -> tuple[float | None, float | None]:
    without = segmen.coverage_without
    with_all = segmen.whole.summary.headline.coverage
    return with_all, None if without is None else float(without)


def _with(segmen: SegmenView, coverage: float | None) -> NumberTile:
    words, language = segmen.words, segmen.view.language
    people = count(segmen.whole.summary.headline.participants, language)
    return NumberTile(
        words("segmen.figure.with_jakon"),
        percent(coverage, language),
        words("segmen.figure.participants", people=people),
    )


def _without(segmen: SegmenView, with_all: float | None, without: float | None) -> NumberTile:
    words, language = segmen.words, segmen.view.language
    people = count(segmen.without_construction, language)
    note = words("segmen.figure.participants", people=people)
    if with_all is not None and without is not None:
        less = points(without - with_all, language)
        note = words("segmen.figure.less", people=people, points=less)
    return NumberTile(words("segmen.figure.without_jakon"), percent(without, language), note)


def _lapsing(segmen: SegmenView) -> int:
    return sum(one.line.workers or 0 for one in segmen.lapsing)


def _columns(segmen: SegmenView) -> tuple[Column, ...]:
    columns, view = ColumnsOf(segmen.words, "segmen.column"), segmen.view
    headline = segmen.whole.summary.headline
    with_all, without = _coverages(segmen)
    return (
        columns.text("region", [view.region.name]),
        columns.text("period", [headline.period.text]),
        columns.text("base", [view.denominator_name]),
        columns.number("participants_with", ColumnKind.COUNT, [headline.participants]),
        columns.number("participants_without", ColumnKind.COUNT, [segmen.without_construction]),
        columns.number("coverage_with", ColumnKind.SHARE, [with_all]),
        columns.number("coverage_without", ColumnKind.SHARE, [without]),
        columns.number(
            "subsidised", ColumnKind.COUNT, [sum(share.workers for share in segmen.payers)]
        ),
        columns.number("lapsing", ColumnKind.COUNT, [_lapsing(segmen)]),
    )
