"""Which loads came, went or came back since, and what do they speak of?"""

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import select

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadEventRow, SeriesRow


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


def measures_of(reader: Reader, load_ids: Collection[int]) -> set[Measure]:
    """All that these loads state figures of."""
    spoken = select(SeriesRow.measure).join(FigureRow).where(FigureRow.load_id.in_(load_ids))
    return set(map(Measure, reader.execute(spoken.distinct()).scalars()))
