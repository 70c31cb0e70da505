"""Who is nominated, how far is each, and what did judges give?"""

from functools import lru_cache
from sys import intern
from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.awards import Stage
from cakupan.domain.juries import Dossier, Nominee, Score, State
from cakupan.domain.measures import OF_JURIES, Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, field
from cakupan.storage.queries.selection import usable
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, SeriesRow

# A few hundred scores and names are said thousands of times: each is kept once.
_given = lru_cache(maxsize=1024)(from_scaled)
_STAGES = frozenset(stage.value for stage in Stage)


class _Kept(Record):
    """What is collected of a nominee while rows are read."""

    stages: dict[Stage, State] = field(default_factory=dict)
    documents: dict[str, State] = field(default_factory=dict)
    scores: list[Score] = field(default_factory=list)
    sample: bool = False

    def add(self, row: Row[*tuple[Any, ...]]) -> None:
        value, aspect = _given(row.value, row.scale), intern(row.aspect)
        self.sample = self.sample or row.maturity == Maturity.SAMPLE.value
        if row.measure == Measure.AWARD_DOCUMENT.value:
            self.documents[aspect] = State(int(value))
        elif row.stage in _STAGES and row.measure == Measure.AWARD_STAGE.value:
            self.stages[Stage(row.stage)] = State(int(value))
        elif row.stage in _STAGES:
            self.scores.append(Score(intern(row.publisher), aspect, Stage(row.stage), value))


def dossiers(reader: Reader) -> list[Dossier]:
    """Every nominee with what is current of it: newest year first, then by region and name."""
    rows = reader.execute(
        select(
            *(FigureRow.region_code, FigureRow.period, FigureRow.value, FigureRow.scale),
            *(FigureRow.maturity, SeriesRow.measure, SeriesRow.publisher, SeriesRow.programme),
            *(SeriesRow.group_name, SeriesRow.aspect, SeriesRow.stage),
        )
        .join_from(FigureRow, SeriesRow)
        .where(
            FigureRow.is_current,
            SeriesRow.measure.in_([measure.value for measure in OF_JURIES]),
            usable(FigureRow),
        )
        .order_by(SeriesRow.stage, SeriesRow.aspect, SeriesRow.publisher)
    )
    kept: dict[Nominee, _Kept] = {}
    for row in rows:
        year = Period(row.period).year
        nominee = Nominee(year, row.group_name, row.region_code, row.programme)
        kept.setdefault(nominee, _Kept()).add(row)
    found = [
        Dossier(who, one.stages, one.documents, tuple(one.scores), one.sample)
        for who, one in kept.items()
    ]
    return sorted(
        found,
        key=lambda one: (
            *(-one.nominee.award_year, one.nominee.category),
            *(one.nominee.region_code, one.nominee.name),
        ),
    )
