"""Releases: figures frozen under an id, who froze them, and from when on everybody may see them."""

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from cakupan.domain.records import Record

ID_FORM = re.compile(r"R-\d{4}-\d{2}-\d{2}-\d{1,6}")
LONGEST_NAME, LONGEST_NOTE = 80, 500


class ReleaseFault(StrEnum):
    """Why a release cannot be made as it was asked for; each has a sentence in texts/."""

    NAME_MISSING = "name_missing"
    NAME_LONG = "name_long"
    NOTE_LONG = "note_long"
    EMBARGO_PAST = "embargo_past"


class NewRelease(Record, frozen=True):
    """A release to be made; moments have a zone."""

    by: str
    at: datetime
    note: str = ""
    embargo_until: datetime | None = None

    @property
    def faults(self) -> tuple[ReleaseFault, ...]:
        """Everything that keeps it from being made."""
        wrong = {
            ReleaseFault.NAME_MISSING: not self.by.strip(),
            ReleaseFault.NAME_LONG: len(self.by) > LONGEST_NAME,
            ReleaseFault.NOTE_LONG: len(self.note) > LONGEST_NOTE,
            ReleaseFault.EMBARGO_PAST: self.embargo_until is not None
            and self.embargo_until <= self.at,
        }
        return tuple(fault for fault, holds in wrong.items() if holds)


class Release(Record, frozen=True):
    """What is written of a release beside its figures. ``figures`` counts those in force in it.

    ``revision`` is that of the tables it was made with, ``sha256`` that of its stored bytes.
    """

    id: str
    made_by: str
    made_at: datetime
    note: str
    embargo_until: datetime | None
    figures: int
    revision: str
    sha256: str

    def is_embargoed(self, now: datetime) -> bool:
        """Whether it waits for its moment still; at that very moment it is open."""
        return self.embargo_until is not None and now < self.embargo_until

    def at(self, now: datetime) -> "Edition":
        """The release as it is to be shown at a moment."""
        return Edition(self, self.is_embargoed(now))


class Edition(Record, frozen=True):
    """A release while it is shown, and whether that happens before its time."""

    release: Release
    under_embargo: bool


class Listed(Record, frozen=True):
    """A release as somebody may know of it: no more than its id where ``edition`` is None."""

    id: str
    edition: Edition | None


def listed(releases: Iterable[Release], *, now: datetime, trusted: bool) -> list[Listed]:
    """What a visitor may know of these; ``trusted`` ones see what is under embargo, too."""
    editions = [release.at(now) for release in releases]
    return [
        Listed(one.release.id, one if trusted or not one.under_embargo else None)
        for one in editions
    ]
