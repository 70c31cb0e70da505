"""How new is what is shown: the newest period of each measure and publisher, and its file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.as_of import standing
from cakupan.storage.queries.selection import within
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow, SeriesRow


@dataclass(frozen=True, slots=True)
class Freshness:
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
    stated = (
        select(
            FigureRow.series_id,
            FigureRow.period,
            FigureRow.load_id,
            (FigureRow.maturity == Maturity.SAMPLE.value).label("sample"),
        )
        .where(
            standing(FigureRow, as_of),
            within(region_prefix),
            # Says nothing but to the planner: the index leads with the series.
            FigureRow.series_id.in_(select(SeriesRow.id)),
        )
        .distinct()
        .subquery()
    )
    rows = reader.execute(
        select(stated, SeriesRow.measure, SeriesRow.publisher, LoadRow.__table__)
        .join(SeriesRow, SeriesRow.id == stated.c.series_id)
        .join(LoadRow, LoadRow.id == stated.c.load_id)
    )
    lines: defaultdict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in rows:
        lines[row.measure, row.publisher].append(row)
    found = [_newest(lines[line]) for line in sorted(lines)]
    found.sort(key=attrgetter("period"), reverse=True)
    # The year of a target says nothing of how new it is.
    return sorted(found, key=lambda item: item.measure is Measure.TARGET_COVERAGE)


def _newest(rows: Sequence[Row[Any]]) -> Freshness:
    ends = {text: Period(text).end for text in {row.period for row in rows}}
    end = max(ends.values())
    newest = [row for row in rows if ends[row.period] == end]
    latest = max(newest, key=attrgetter("load_id"))
    return Freshness(
        measure=Measure(latest.measure),
        publisher=latest.publisher,
        period=Period(max(row.period for row in newest)),
        sample=any(row.sample for row in newest),
        file_name=latest.file_name,
        loaded_at=latest.loaded_at,
        loaded_by=latest.loaded_by,
    )
