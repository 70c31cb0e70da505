"""A load: one file that entered whole, who brought it, and whether it still counts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LoadState(StrEnum):
    """A withdrawn load keeps its rows but none of them is current."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """What a load does to the figures that were current before it."""

    figures: int
    new: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class NewLoad:
    """What is known of a file before it is written."""

    file_name: str
    sha256: str
    family: str
    loaded_by: str
    loaded_at: datetime


@dataclass(frozen=True, slots=True)
class Load:
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


@dataclass(frozen=True, slots=True)
class LoadEvent:
    """One thing that happened to a load. Events are only ever added."""

    load_id: int
    kind: LoadEventKind
    by: str
    at: datetime
