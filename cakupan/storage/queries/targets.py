"""Which targets were loaded, for which region, and what do they rest on?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.domain.periods import Period, Precision
from cakupan.domain.records import Record
from cakupan.storage.queries.past import standing_before
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, LoadRow, OriginRow, SeriesRow

_BESIDE = (
    *(SeriesRow.group_name, SeriesRow.programme, SeriesRow.publisher),
    *(OriginRow.sheet, OriginRow.citation, OriginRow.note),
    *(LoadRow.file_name, LoadRow.family, LoadRow.loaded_by, LoadRow.loaded_at),
)
_TARGETS = (
    select(FigureRow.__table__, *_BESIDE)
    .join_from(FigureRow, SeriesRow)
    .join(OriginRow, OriginRow.id == FigureRow.origin_id)
    .join(LoadRow, LoadRow.id == FigureRow.load_id)
    .where(
        SeriesRow.measure == Measure.TARGET_COVERAGE.value,
        SeriesRow.segment == Segment.TOTAL.value,
    )
)


class LoadedTarget(Record, frozen=True):
    """A target as loaded; ``ratio`` is 0.65 for 65%.

    ``period`` is the year it is to be reached in, or the day it was stated on where no year was
    named. A retired or disputed target is among them and says so in ``maturity``.
    """

    region_code: str
    framework: str
    denominator: str
    period: Period
    ratio: Decimal
    publisher: str
    citation: str
    note: str
    maturity: Maturity
    load_id: int
    file_name: str
    family: str
    sheet: str
    cell: str
    loaded_by: str
    loaded_at: datetime

    @property
    def year(self) -> int | None:
        """The year it is to be reached in; none for "dalam waktu dekat"."""
        return self.period.year if self.period.precision is Precision.YEAR else None


def loaded_targets(reader: Reader) -> list[LoadedTarget]:
    """Current targets for all segments together, in order of region, framework and period."""
    return _in_order(reader.execute(_TARGETS.where(FigureRow.is_current)))


def targets_before(reader: Reader, about: Mapping[int, str]) -> dict[int, list[LoadedTarget]]:
    """For each load the targets of a region, given by its code, that counted when the load came.

    In the order of ``loaded_targets``.
    """
    found = standing_before(
        reader,
        _TARGETS.where(FigureRow.region_code.in_(set(about.values()))),
        about=about,
        thing_of=lambda row: row.region_code,
    )
    return {load_id: _in_order(rows) for load_id, rows in found.items()}


def _in_order(rows: Iterable[Row[Any]]) -> list[LoadedTarget]:
    def place(one: LoadedTarget) -> tuple[str, ...]:
        key = (one.region_code, one.framework, one.period.text)
        return (*key, one.denominator, one.publisher)

    return sorted((_target(row) for row in rows), key=place)


def _target(row: Row[Any]) -> LoadedTarget:
    return LoadedTarget(
        region_code=row.region_code,
        framework=row.group_name,
        denominator=row.programme,
        period=Period(row.period),
        ratio=from_scaled(row.value, row.scale),
        publisher=row.publisher,
        citation=row.citation,
        note=row.note,
        maturity=Maturity(row.maturity),
        load_id=row.load_id,
        file_name=row.file_name,
        family=row.family,
        sheet=row.sheet,
        cell=row.cell,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
    )


def targets_of_loads(
    reader: Reader, load_ids: Sequence[int]
) -> dict[int, tuple[LoadedTarget, ...]]:
    """Every target that these loads state, current or not, by the load's number."""
    rows = reader.execute(_TARGETS.where(FigureRow.load_id.in_(load_ids)).order_by(FigureRow.id))
    stated: dict[int, list[LoadedTarget]] = {}
    for row in rows:
        stated.setdefault(row.load_id, []).append(_target(row))
    return {load_id: tuple(targets) for load_id, targets in stated.items()}
