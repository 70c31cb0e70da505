"""Which current figures are there, all that they say, and the cells they were read from?"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from cakupan.domain.figures import Figure
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.records import Record
from cakupan.storage.queries.figures import figure_of, whole_figures
from cakupan.storage.queries.selection import within
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow, SeriesRow

_FIRST_DAY = "-01-01"


class Wanted(Record, frozen=True):
    """Which figures: an empty part means all. A period counts by its first day."""

    region_codes: Sequence[str] = ()
    region_prefix: str = ""
    measure: Measure | None = None
    segment: Segment | None = None
    publisher: str = ""
    since: date | None = None
    until: date | None = None


class ListedFigure(Record, frozen=True):
    """A figure, and the load that brought it."""

    figure: Figure
    file_name: str
    loaded_by: str
    loaded_at: datetime


def count_figures(reader: Reader, wanted: Wanted) -> int:
    """How many current figures there are of this kind."""
    counted = select(func.count()).select_from(FigureRow).join(SeriesRow)
    return reader.execute(counted.where(*_conditions(wanted))).scalar_one()


def listed_figures(
    reader: Reader, wanted: Wanted, *, limit: int, offset: int
) -> list[ListedFigure]:
    """Current figures by series, region and period, of every maturity."""
    # The order is that of the index of current figures: a page of many is not sorted anew.
    rows = reader.execute(
        whole_figures()
        .join(LoadRow, LoadRow.id == FigureRow.load_id)
        .add_columns(LoadRow.file_name, LoadRow.loaded_by, LoadRow.loaded_at)
        .where(*_conditions(wanted))
        .order_by(FigureRow.series_id, FigureRow.region_code, FigureRow.period)
        .limit(limit)
        .offset(offset)
    )
    return [_listed(row) for row in rows]


def _listed(row: Row[Any]) -> ListedFigure:
    return ListedFigure(figure_of(row), row.file_name, row.loaded_by, row.loaded_at)


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield FigureRow.is_current.is_(other=True)
    if wanted.region_codes:
        yield FigureRow.region_code.in_(wanted.region_codes)
    if wanted.region_prefix:
        yield within(wanted.region_prefix)
    if wanted.measure is not None:
        yield SeriesRow.measure == wanted.measure.value
    if wanted.segment is not None:
        yield SeriesRow.segment == wanted.segment.value
    if wanted.publisher:
        yield SeriesRow.publisher == wanted.publisher
    first_day = func.substr(FigureRow.period + _FIRST_DAY, 1, 10)
    if wanted.since is not None:
        yield first_day >= wanted.since.isoformat()
    if wanted.until is not None:
        yield first_day <= wanted.until.isoformat()
