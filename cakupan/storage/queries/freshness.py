"""How new is what is shown: the newest period of each measure and publisher, and its file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, case, func, select

from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.selection import within
from cakupan.storage.tables import FigureRow, LoadRow


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


def freshness(connection: Connection, *, region_prefix: str) -> list[Freshness]:
    """One row a measure and publisher with current figures, newest period first."""
    series = [FigureRow.measure, FigureRow.publisher]
    current = [FigureRow.is_current, within(region_prefix)]
    newest = (
        select(*series, func.max(FigureRow.period_end).label("period_end"))
        .where(*current)
        .group_by(*series)
        .subquery()
    )
    of_newest = and_(
        FigureRow.measure == newest.c.measure,
        FigureRow.publisher == newest.c.publisher,
        FigureRow.period_end == newest.c.period_end,
    )
    is_sample = case((FigureRow.maturity == Maturity.SAMPLE.value, 1), else_=0)
    latest = (
        select(
            *series,
            func.max(FigureRow.period).label("period"),
            func.max(is_sample).label("sample"),
            func.max(FigureRow.load_id).label("load_id"),
        )
        .join(newest, of_newest)
        .where(*current)
        .group_by(*series)
        .subquery()
    )
    rows = connection.execute(
        select(latest, LoadRow.file_name, LoadRow.loaded_at, LoadRow.loaded_by)
        .join(LoadRow, LoadRow.id == latest.c.load_id)
        .order_by(latest.c.period.desc(), latest.c.measure, latest.c.publisher)
    )
    return [_freshness(row) for row in rows]


def _freshness(row: Row[Any]) -> Freshness:
    return Freshness(
        measure=Measure(row.measure),
        publisher=row.publisher,
        period=Period(row.period),
        sample=bool(row.sample),
        file_name=row.file_name,
        loaded_at=row.loaded_at,
        loaded_by=row.loaded_by,
    )
