"""The peers as data: a row for each group, and the nearest group as bars with the region strong."""

from collections.abc import Iterator, Sequence
from statistics import median

from cakupan.charts.peers import Dot, DotLine
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.number_format import MISSING, percent
from layouts.columns_of import ColumnsOf
from layouts.daerah.region_profile import Profile
from layouts.figures_table import FiguresTable
from layouts.plan_marks import plan_marks
from layouts.view import View


def peers_table(profile: Profile, lines: Sequence[DotLine]) -> FiguresTable:
    """A row for each group; its ends are read by name and number, and taken away as both."""
    view = profile.view
    columns, found = (
        ColumnsOf(view.words, "daerah.column"),
        [g.position for g in profile.peers.groups],
    )
    known = [[dot.coverage for dot in line.dots] for line in lines]
    below = columns.number("below", ColumnKind.SHARE, (one.below for one in found))
    told = (
        columns.text("group", (line.title for line in lines)),
        columns.number("rank", ColumnKind.RANK, (one.rank for one in found)),
        columns.number("ranked", ColumnKind.COUNT, (one.ranked for one in found)),
        columns.number("members", ColumnKind.COUNT, (one.members for one in found)),
        below,
        columns.number("median", ColumnKind.SHARE, (median(it) if it else None for it in known)),
        *(_end(key, lines, columns) for key in _ENDS),
    )
    written = {
        "below": [percent(one.below, view.language, 0) for one in found],
        **{key: _end_texts(key, lines, view) for key in _ENDS},
    }
    names = _end_names(lines, columns)
    caption = view.words("daerah.peers.table")
    return FiguresTable.of(caption, told, view.language, written=written, beside=tuple(names))


def peers_plan(profile: Profile) -> BarPlan | None:
    """The regions of the first group with data, the highest on top."""
    view, code = profile.view, profile.view.region.code
    for group in profile.peers.groups:
        known = group.members[group.members["coverage"].notna()]
        if known.empty:
            continue
        ordered = known.sort_values("coverage", ascending=False, kind="stable")
        columns = ColumnsOf(view.words, "ringkasan.column")
        directory = view.reference.directory
        names = columns.text("region", (directory[str(one)].short_name for one in ordered.index))
        coverage = columns.number("coverage", ColumnKind.SHARE, ordered["coverage"])
        own = frozenset(place for place, one in enumerate(ordered.index) if one == code)
        return BarPlan(names, (coverage,), plan_marks(view.marks, view.language), strong=own)
    return None


def capital(text: str) -> str:
    """With its first letter large."""
    return text[:1].upper() + text[1:]


_ENDS = {"highest": max, "lowest": min}


def _dot(key: str, line: DotLine) -> Dot | None:
    return _ENDS[key](line.dots, key=lambda dot: dot.coverage) if line.dots else None


def _end(key: str, lines: Sequence[DotLine], columns: ColumnsOf) -> Column:
    found = (_dot(key, line) for line in lines)
    return columns.number(key, ColumnKind.SHARE, (dot.coverage if dot else None for dot in found))


def _end_texts(key: str, lines: Sequence[DotLine], view: View) -> list[str]:
    found = (_dot(key, line) for line in lines)
    return [
        f"{dot.name} {percent(dot.coverage, view.language)}" if dot else MISSING for dot in found
    ]


def _end_names(lines: Sequence[DotLine], columns: ColumnsOf) -> Iterator[Column]:
    for key in _ENDS:
        found = (_dot(key, line) for line in lines)
        yield columns.text(f"{key}_name", (dot.name if dot else "" for dot in found))
