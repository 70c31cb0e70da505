"""Which files were loaded, by whom and when, and which of them still count?"""

from sqlalchemy import Connection, select

from cakupan.domain.loads import Load, LoadState
from cakupan.storage.records import load_of
from cakupan.storage.tables import LoadRow

_LOADS = select(LoadRow.__table__)


def history(connection: Connection) -> list[Load]:
    """All loads, withdrawn ones too, newest first."""
    return [load_of(row) for row in connection.execute(_LOADS.order_by(LoadRow.id.desc()))]


def current_load(connection: Connection, sha256: str) -> Load | None:
    """The load these bytes are current in."""
    found = _LOADS.where(LoadRow.sha256 == sha256, LoadRow.state == LoadState.CURRENT.value)
    row = connection.execute(found).one_or_none()
    return None if row is None else load_of(row)


def load_by_id(connection: Connection, load_id: int) -> Load | None:
    """The load of this number, current or withdrawn."""
    row = connection.execute(_LOADS.where(LoadRow.id == load_id)).one_or_none()
    return None if row is None else load_of(row)
