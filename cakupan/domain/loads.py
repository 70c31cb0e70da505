"""A load: one file that entered whole, who brought it, and whether it still counts."""

from datetime import datetime
from enum import StrEnum

from cakupan.domain.records import Record


class LoadState(StrEnum):
    """A withdrawn load keeps its rows but none of them is current."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"


class LoadCounts(Record, frozen=True):
    """What a load does to the figures that were current before it."""

    figures: int
    new: int
    changed: int
    unchanged: int


class NewLoad(Record, frozen=True):
    """What is known of a file before it is written."""

    file_name: str
    sha256: str
    family: str
    loaded_by: str
    loaded_at: datetime


class Load(Record, frozen=True):
    """A load as kept. Times are UTC."""

    id: int
    file_name: str
    sha256: str
    family: str
    loaded_by: str
    loaded_at: datetime
    counts: LoadCounts
    state: LoadState
    withdrawn_by: str | None
    withdrawn_at: datetime | None


class LoadEventKind(StrEnum):
    """What can happen to a load. ``RESTORED`` undoes a withdrawal."""

    LOADED = "loaded"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


class LoadEvent(Record, frozen=True):
    """One thing that happened to a load. Events are only ever added."""

    load_id: int
    kind: LoadEventKind
    by: str
    at: datetime
