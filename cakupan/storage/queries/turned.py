"""What has happened since: which loads came, went or came back, what was decided and weighted?"""

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.storage.reading import Reader
from cakupan.storage.tables import (
    FigureRow,
    FlagDecisionRow,
    LoadEventRow,
    SeriesRow,
    WeightVersionRow,
)


class Turn(Record, frozen=True):
    """A load that came, went or came back; ``id`` counts up."""

    id: int
    load_id: int
    at: datetime


BEGINNING = Turn(0, 0, datetime.min.replace(tzinfo=UTC))
"""Before there was any load."""


def turns_since(reader: Reader, turn: Turn) -> list[Turn] | None:
    """What happened to loads after ``turn``, oldest first; None where that is not known here.

    So it is where a database was put in the place of another.
    """
    columns = (LoadEventRow.id, LoadEventRow.load_id, LoadEventRow.done_at)
    asked = select(*columns).where(LoadEventRow.id >= turn.id).order_by(LoadEventRow.id)
    found = [BEGINNING, *(Turn(*row) for row in reader.execute(asked))]
    return found[found.index(turn) + 1 :] if turn in found else None


def decisions_since(reader: Reader, last: int) -> list[int]:
    """Numbers of the decisions about flags after that one, oldest first."""
    return _numbers_since(reader, FlagDecisionRow.id, last)


def weights_since(reader: Reader, last: int) -> list[int]:
    """The same of versions of weights."""
    return _numbers_since(reader, WeightVersionRow.id, last)


def _numbers_since(reader: Reader, number: InstrumentedAttribute[int], last: int) -> list[int]:
    return list(reader.execute(select(number).where(number > last).order_by(number)).scalars())


def measures_of(reader: Reader, load_ids: Collection[int]) -> set[Measure]:
    """All that these loads state figures of."""
    spoken = select(SeriesRow.measure).join(FigureRow).where(FigureRow.load_id.in_(load_ids))
    return set(map(Measure, reader.execute(spoken.distinct()).scalars()))
