"""What was stated of a nominee, item by item: now, at a moment of the past, or by one load."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from cakupan.domain.juries import JuryFact, JuryItem, Nominee
from cakupan.domain.measures import OF_JURIES, Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.as_of import standing
from cakupan.storage.queries.selection import usable
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow

_FACTS = (
    select(
        *(FigureRow.region_code, FigureRow.period, FigureRow.value, FigureRow.scale),
        *(FigureRow.maturity, FigureRow.load_id, OriginRow.citation),
        *(SeriesRow.measure, SeriesRow.publisher, SeriesRow.programme, SeriesRow.group_name),
        *(SeriesRow.aspect, SeriesRow.stage),
    )
    .join_from(FigureRow, SeriesRow)
    .join(OriginRow, OriginRow.id == FigureRow.origin_id)
    .where(SeriesRow.measure.in_([measure.value for measure in OF_JURIES]))
    .order_by(FigureRow.id)
)


def facts_of_nominee(
    reader: Reader, nominee: Nominee, *, as_of: datetime | None = None
) -> list[JuryFact]:
    """What counts of a nominee, or counted at a moment of the past."""
    return _facts(
        reader,
        FigureRow.region_code == nominee.region_code,
        FigureRow.period == Period.of_year(nominee.award_year).text,
        SeriesRow.group_name == nominee.category,
        SeriesRow.programme == nominee.name,
        standing(FigureRow, as_of),
        usable(FigureRow),
    )


def facts_of_loads(reader: Reader, load_ids: Sequence[int]) -> dict[int, list[JuryFact]]:
    """What each of these loads states, current or not; None as the value of what it takes back."""
    found: dict[int, list[JuryFact]] = {}
    for row in reader.execute(_FACTS.where(FigureRow.load_id.in_(load_ids))):
        found.setdefault(row.load_id, []).append(_fact(row))
    return found


def _facts(reader: Reader, *conditions: ColumnElement[bool]) -> list[JuryFact]:
    return [_fact(row) for row in reader.execute(_FACTS.where(*conditions))]


def _fact(row: Row[*tuple[Any, ...]]) -> JuryFact:
    measure = Measure(row.measure)
    retired = row.maturity == Maturity.RETIRED.value
    return JuryFact(
        nominee=Nominee(Period(row.period).year, row.group_name, row.region_code, row.programme),
        item=JuryItem(
            measure,
            aspect=row.aspect,
            stage=row.stage,
            judge=row.publisher if measure is Measure.AWARD_SCORE else "",
        ),
        publisher=row.publisher,
        value=None if retired else from_scaled(row.value, row.scale),
        citation=row.citation,
    )
