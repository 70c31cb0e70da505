"""How new is what is shown: the newest period of each measure and publisher, and its file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.queries.as_of import standing, stated
from cakupan.storage.queries.selection import within
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow, SeriesRow

Line = tuple[Measure, str]
"""A measure and its publisher."""


class Freshness(Record, frozen=True):
    """The newest period of a measure from one publisher, and the newest load that brought it.

    ``sample`` is true as soon as one figure of that period is a sample.
    """

    measure: Measure
    publisher: str
    period: Period
    sample: bool
    file_name: str
    loaded_at: datetime
    loaded_by: str


def freshness(
    reader: Reader, *, region_prefix: str, as_of: datetime | None = None
) -> list[Freshness]:
    """One row a measure and publisher with current figures, newest period first, targets last."""
    known = reader.execute(select(SeriesRow.id, SeriesRow.measure, SeriesRow.publisher))
    lines: dict[int, Line] = {row.id: (Measure(row.measure), row.publisher) for row in known}
    newest = _newest_rows(reader, lines, region_prefix, as_of)
    named = {row.load_id for rows in newest.values() for row in rows}
    told = reader.execute(select(LoadRow.__table__).where(LoadRow.id.in_(named)))
    loads = {row.id: row for row in told}
    found = [_freshness(line, newest[line], loads) for line in sorted(newest)]
    found.sort(key=attrgetter("period"), reverse=True)
    # The year of a target says nothing of how new it is.
    return sorted(found, key=lambda item: item.measure is Measure.TARGET_COVERAGE)


def _newest_rows(
    reader: Reader, lines: Mapping[int, Line], region_prefix: str, as_of: datetime | None
) -> Mapping[Line, Sequence[Row[int, str, int, bool]]]:
    """Series, period, load and whether a sample, of the newest period of each line.

    Which periods there are is told without holding figures against each other: only those of the
    newest are.
    """
    here = (
        within(region_prefix),
        # Says nothing but to the planner: the index leads with the series.
        FigureRow.series_id.in_(select(SeriesRow.id)),
    )
    periods: defaultdict[Line, set[str]] = defaultdict(set)
    for series, period in reader.execute(
        select(FigureRow.series_id, FigureRow.period)
        .where(stated(FigureRow, as_of), *here)
        .distinct()
    ):
        periods[lines[series]].add(period)
    newest = {line: _newest(texts) for line, texts in periods.items()}
    rows: defaultdict[Line, list[Row[int, str, int, bool]]] = defaultdict(list)
    sample = (FigureRow.maturity == Maturity.SAMPLE.value).label("sample")
    asked = select(FigureRow.series_id, FigureRow.period, FigureRow.load_id, sample)
    named = FigureRow.period.in_(frozenset().union(*newest.values()))
    for row in reader.execute(asked.where(standing(FigureRow, as_of), *here, named).distinct()):
        line = lines[row.series_id]
        if row.period in newest[line]:
            rows[line].append(row)
    return rows


def _newest(periods: Iterable[str]) -> frozenset[str]:
    """Those of the periods that end last: a year and its December end together."""
    ends = {text: Period(text).end for text in periods}
    last = max(ends.values())
    return frozenset(text for text, end in ends.items() if end == last)


def _freshness(
    line: Line, rows: Sequence[Row[int, str, int, bool]], loads: Mapping[int, Row[Any]]
) -> Freshness:
    measure, publisher = line
    latest = loads[max(row.load_id for row in rows)]
    return Freshness(
        measure=measure,
        publisher=publisher,
        period=Period(max(row.period for row in rows)),
        sample=any(row.sample for row in rows),
        file_name=latest.file_name,
        loaded_at=latest.loaded_at,
        loaded_by=latest.loaded_by,
    )
