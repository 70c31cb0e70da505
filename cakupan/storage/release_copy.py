"""What a release takes of a database: everything a page can show, and nothing that is past.

Past are figures that count no more. Those of targets, the programme ledger and juries, and
those that a person corrected, come along nevertheless, with what happened to their loads: pages
tell what held before an edit.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, insert, or_, select, update
from sqlalchemy.orm import aliased

from cakupan.domain.measures import OF_JURIES, Measure
from cakupan.storage.bulk import fetch_rows, insert_rows
from cakupan.storage.queries.ledger import NUMBERS as LEDGER_NUMBERS
from cakupan.storage.queries.version import data_version
from cakupan.storage.reading import unscoped
from cakupan.storage.tables import (
    Base,
    DataVersionRow,
    FigureRow,
    FlagDecisionRow,
    LoadEventRow,
    LoadRow,
    OriginRow,
    RegionRow,
    SeriesRow,
    WeightVersionRow,
)
from cakupan.storage.winners import CORRECTIONS, same_key

_EDITED_ON_PAGES = [
    measure.value for measure in (Measure.TARGET_COVERAGE, *LEDGER_NUMBERS, *OF_JURIES)
]
_EDITED = select(SeriesRow.id).where(SeriesRow.measure.in_(_EDITED_ON_PAGES))
_BY_HAND = aliased(FigureRow)
_CORRECTED = exists().where(_BY_HAND.load_id.in_(CORRECTIONS), same_key(_BY_HAND, FigureRow))
_TAKEN = or_(FigureRow.is_current, FigureRow.series_id.in_(_EDITED), _CORRECTED)
_FIGURE_COLUMNS = tuple(column.name for column in FigureRow.__table__.columns)


def copy_figures(source: Connection, target: Connection) -> int:
    """Fill empty tables from one state of another database; the number of figures in force."""
    _copy(source, target, RegionRow)
    _copy(source, target, SeriesRow, SeriesRow.id.in_(_used(FigureRow.series_id)))
    _copy(source, target, OriginRow, OriginRow.id.in_(_used(FigureRow.origin_id)))
    loads = _used(FigureRow.load_id)
    _copy(source, target, LoadRow, LoadRow.id.in_(loads))
    _copy(source, target, LoadEventRow, LoadEventRow.load_id.in_(loads))
    _copy(source, target, FlagDecisionRow)
    _copy(source, target, WeightVersionRow)
    target.execute(update(DataVersionRow).values(version=data_version(unscoped(source))))
    figures = fetch_rows(source, select(FigureRow.__table__).where(_TAKEN).order_by(FigureRow.id))
    insert_rows(target, "figure", _FIGURE_COLUMNS, map(tuple, figures))
    place = _FIGURE_COLUMNS.index("is_current")
    return sum(bool(figure[place]) for figure in figures)


def _used(column: Any) -> Select[int]:
    """What the figures that are taken refer to."""
    return select(column).where(_TAKEN).distinct()


def _copy(
    source: Connection, target: Connection, table: type[Base], *which: ColumnElement[bool]
) -> None:
    rows: Sequence[Any] = source.execute(select(table.__table__).where(*which)).mappings().all()
    if rows:
        target.execute(insert(table), [dict(row) for row in rows])
