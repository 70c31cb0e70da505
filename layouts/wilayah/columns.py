"""The columns of the table of regions: for the page, and with more beside them for a file."""

from collections.abc import Iterator, Sequence
from itertools import compress

import numpy as np
import pandas as pd

from cakupan.analytics.grades import grade
from cakupan.analytics.months import month_texts
from cakupan.analytics.quality import Mark
from cakupan.charts.target_marks import round_percent
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.texts import Words, date_format
from layouts.captions import ruled_of
from layouts.columns_of import ColumnsOf
from layouts.corrections import corrected_by
from layouts.wilayah.regions_view import RegionsView

SEPARATOR = "; "
_OF_TABLE = (
    ("participants", ColumnKind.COUNT),
    ("workers", ColumnKind.COUNT),
    ("coverage", ColumnKind.SHARE),
    ("rank", ColumnKind.RANK),
    ("rank_change", ColumnKind.CLIMB),
    ("growth", ColumnKind.GROWTH),
    ("points", ColumnKind.POINTS),
)


def page_columns(regions: RegionsView) -> list[Column]:
    """What the page shows of every region, in order; the first one names it."""
    return [
        _text(regions, "name", regions.names),
        *([_provinces(regions)] if regions.is_nation else []),
        *_numbers(regions),
        _text(regions, "files", [regions.files.get(code, "") for code in regions.codes]),
    ]


def file_columns(regions: RegionsView) -> list[Column]:
    """What a file has of every region: the same, with codes, quality, periods and sources."""
    codes, directory = regions.codes, regions.view.reference.directory
    return [
        _text(regions, "code", codes),
        _text(regions, "full_name", [directory[code].name for code in codes]),
        _provinces(regions),
        *_numbers(regions),
        _text(regions, "period", [regions.view.summary.headline.period.text] * len(codes)),
        _text(regions, "denominator", [regions.view.denominator_name] * len(codes)),
        _text(regions, "workers_since", _workers_since(regions)),
        _text(regions, "files", [regions.files.get(code, "") for code in codes]),
    ]


def quality_words(regions: RegionsView) -> list[list[str]]:
    """For each row its grade, then the marks of quality in words, the weightiest first.

    A row without participants now says which month it has the newest of.
    """
    rows = zip(
        _marked(regions.table, regions.view.words),
        _last_months(regions),
        _ruled(regions),
        strict=True,
    )
    return [[*marked, *since, *said] for marked, since, said in rows]


def _marked(table: pd.DataFrame, words: Words) -> list[list[str]]:
    """For each row its grade and its marks. Few rows are marked as no other is."""
    found = [tuple(row) for row in table[list(Mark)].to_numpy(dtype="bool").tolist()]
    phrases = {row: _phrases(list(compress(Mark, row)), words) for row in set(found)}
    return [phrases[row] for row in found]


def _phrases(marks: Sequence[Mark], words: Words) -> list[str]:
    name = grade(marks).value
    graded = words("grade.cell", grade=name, word=words(f"grade.word.{name}"))
    return [graded, *(words(f"wilayah.mark.{mark}") for mark in marks)]


def _ruled(regions: RegionsView) -> list[list[str]]:
    """For each row what a person decided about its rank, and who corrected its figures."""
    view = regions.view
    said: dict[str, list[str]] = {code: [] for code in regions.codes}
    for one in ruled_of(view, said):
        said[one.flag.region_code].append(view.words(f"mutu.mark.{one.verdict.value}", who=one.by))
    for code, who in corrected_by(view.corrections):
        if code in said:
            said[code].append(view.words("mutu.mark.corrected", who=who))
    return list(said.values())


def target_name(regions: RegionsView, target: Target) -> str:
    """65% RPJMD 2030."""
    ratio = round_percent(float(target.ratio), regions.view.language)
    return f"{ratio} {regions.view.target_name(target)}"


def _last_months(regions: RegionsView) -> list[list[str]]:
    """For rows without participants now: the newest month they have some of, else nothing."""
    words = regions.view.words
    table, language = regions.table, regions.view.language
    asked = (table[Mark.NO_DATA] & table["last_counted"].notna()).to_numpy()
    months = month_texts(pd.Index(table["last_counted"][asked].astype("int64")))
    said: list[list[str]] = [[] for _ in asked]
    for row, text in zip(np.flatnonzero(asked), months, strict=True):
        month = date_format.period(Period(text), language, short=True)
        said[row] = [words("wilayah.mark_since", month=month)]
    return said


def _numbers(regions: RegionsView) -> Iterator[Column]:
    for key, kind in _OF_TABLE:
        yield _number(regions, key, kind, regions.table[key])
    yield from _gaps(regions)
    yield _text(regions, "quality", [SEPARATOR.join(said) for said in quality_words(regions)])
    yield from _own_gap(regions)


def _gaps(regions: RegionsView) -> Iterator[Column]:
    """To each target of the region shown."""
    words = regions.view.words
    for gap in regions.view.summary.gaps:
        title = words("wilayah.column.gap", target=target_name(regions, gap.target))
        yield _columns(regions).number(
            f"gap-{gap.target.id}", ColumnKind.COUNT, regions.needed[gap.target.id], title=title
        )


def _own_gap(regions: RegionsView) -> Iterator[Column]:
    """To the rows' own targets, where there are any."""
    if regions.own:
        yield _number(regions, "own_gap", ColumnKind.COUNT, regions.own_people)
        own = regions.own
        # A province's target is that of all its parts.
        targets = {one.id: one for one in own.values()}
        names = {name: target_name(regions, target) for name, target in targets.items()}
        yield _text(
            regions,
            "own_target",
            [names[own[code].id] if code in own else "" for code in regions.codes],
        )


def _number(regions: RegionsView, key: str, kind: ColumnKind, values: pd.Series) -> Column:
    return _columns(regions).number(key, kind, values)


def _text(regions: RegionsView, key: str, values: Sequence[str]) -> Column:
    return _columns(regions).text(key, values)


def _columns(regions: RegionsView) -> ColumnsOf:
    return ColumnsOf(regions.view.words, "wilayah.column")


def _provinces(regions: RegionsView) -> Column:
    directory = regions.view.reference.directory
    return _text(regions, "province", [directory[code[:2]].name for code in regions.codes])


def _workers_since(regions: RegionsView) -> list[str]:
    """The first month of the workforce paired with each row."""
    months = pd.to_datetime(regions.table["workers_newest"])
    return ["" if pd.isna(month) else f"{month:%Y-%m}" for month in months]
