"""What was stated of a nominee, item by item: now, before a load came, or by the load."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.juries import JuryFact, JuryItem, Nominee
from cakupan.domain.measures import OF_JURIES, Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.past import standing_before
from cakupan.storage.queries.selection import usable, usable_rows
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow

_FACTS = (
    select(
        *(FigureRow.__table__, OriginRow.citation),
        *(SeriesRow.measure, SeriesRow.publisher, SeriesRow.programme, SeriesRow.group_name),
        *(SeriesRow.aspect, SeriesRow.stage),
    )
    .join_from(FigureRow, SeriesRow)
    .join(OriginRow, OriginRow.id == FigureRow.origin_id)
    .where(SeriesRow.measure.in_([measure.value for measure in OF_JURIES]))
    .order_by(FigureRow.id)
)


def facts_of_nominee(reader: Reader, nominee: Nominee) -> list[JuryFact]:
    """What counts of a nominee."""
    rows = reader.execute(
        _FACTS.where(
            FigureRow.region_code == nominee.region_code,
            FigureRow.period == Period.of_year(nominee.award_year).text,
            SeriesRow.group_name == nominee.category,
            SeriesRow.programme == nominee.name,
            FigureRow.is_current,
            usable(FigureRow),
        )
    )
    return [_fact(row) for row in rows]


def facts_before(reader: Reader, about: Mapping[int, Nominee]) -> dict[int, list[JuryFact]]:
    """For each load what counted of a nominee when the load came."""
    nominees = set(about.values())
    found = standing_before(
        reader,
        _FACTS.where(
            FigureRow.region_code.in_({one.region_code for one in nominees}),
            FigureRow.period.in_({Period.of_year(one.award_year).text for one in nominees}),
            SeriesRow.group_name.in_({one.category for one in nominees}),
            SeriesRow.programme.in_({one.name for one in nominees}),
        ),
        about=about,
        thing_of=_nominee,
    )
    return {load_id: [_fact(row) for row in usable_rows(rows)] for load_id, rows in found.items()}


def facts_of_loads(reader: Reader, load_ids: Sequence[int]) -> dict[int, list[JuryFact]]:
    """What each of these loads states, current or not; None as the value of what it takes back."""
    found: dict[int, list[JuryFact]] = {}
    for row in reader.execute(_FACTS.where(FigureRow.load_id.in_(load_ids))):
        found.setdefault(row.load_id, []).append(_fact(row))
    return found


def _nominee(row: Row[*tuple[Any, ...]]) -> Nominee:
    return Nominee(Period(row.period).year, row.group_name, row.region_code, row.programme)


def _fact(row: Row[*tuple[Any, ...]]) -> JuryFact:
    measure = Measure(row.measure)
    retired = row.maturity == Maturity.RETIRED.value
    return JuryFact(
        nominee=_nominee(row),
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
