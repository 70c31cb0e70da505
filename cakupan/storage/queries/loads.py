"""Which files were loaded, by whom and when, which of them still count, and what befell them?"""

from datetime import datetime

from sqlalchemy import select

from cakupan.domain.loads import Load, LoadEvent, LoadState
from cakupan.storage.queries.as_of import in_force
from cakupan.storage.reading import Reader
from cakupan.storage.records import event_of, load_of
from cakupan.storage.tables import LoadEventRow, LoadRow

_LOADS = select(LoadRow.__table__)


def history(reader: Reader) -> list[Load]:
    """All loads, withdrawn ones too, newest first."""
    return [load_of(row) for row in reader.execute(_LOADS.order_by(LoadRow.id.desc()))]


def loads_in_force(reader: Reader, as_of: datetime | None = None) -> list[Load]:
    """The loads that count now, or counted at a moment of the past; newest first.

    Their state is that of today: a load that was withdrawn since is among them.
    """
    counting = _LOADS.where(LoadRow.id.in_(in_force(as_of))).order_by(LoadRow.id.desc())
    return [load_of(row) for row in reader.execute(counting)]


def current_load(reader: Reader, sha256: str) -> Load | None:
    """The load these bytes are current in."""
    found = _LOADS.where(LoadRow.sha256 == sha256, LoadRow.state == LoadState.CURRENT.value)
    row = reader.execute(found).one_or_none()
    return None if row is None else load_of(row)


def newest_load(reader: Reader, sha256: str) -> Load | None:
    """The load these bytes came in with last: the current one, or one that was withdrawn."""
    found = _LOADS.where(LoadRow.sha256 == sha256).order_by(LoadRow.state, LoadRow.id.desc())
    row = reader.execute(found.limit(1)).one_or_none()
    return None if row is None else load_of(row)


def loads_of_family(reader: Reader, family: str, *, most: int) -> list[Load]:
    """The newest ``most`` loads of a family, withdrawn ones too."""
    found = _LOADS.where(LoadRow.family == family).order_by(LoadRow.id.desc()).limit(most)
    return [load_of(row) for row in reader.execute(found)]


def load_by_id(reader: Reader, load_id: int) -> Load | None:
    """The load of this number, current or withdrawn."""
    row = reader.execute(_LOADS.where(LoadRow.id == load_id)).one_or_none()
    return None if row is None else load_of(row)


def load_events(reader: Reader) -> list[LoadEvent]:
    """Everything that happened to any load, newest first."""
    events = select(LoadEventRow.__table__).order_by(LoadEventRow.id.desc())
    return [event_of(row) for row in reader.execute(events)]
