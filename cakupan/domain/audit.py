"""What the audit log holds: who did what, when, from where, and what it changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AuditKind(StrEnum):
    """Kinds of events; each has a sentence in texts/."""

    LOAD_WRITTEN = "load_written"
    LOAD_WITHDRAWN = "load_withdrawn"
    LOAD_RESTORED = "load_restored"
    LOAD_REFUSED = "load_refused"
    FLAG_DECIDED = "flag_decided"
    WEIGHTS_SAVED = "weights_saved"
    WEIGHTS_RETIRED = "weights_retired"
    RELEASE_MADE = "release_made"
    BACKUP_RESTORED = "backup_restored"
    LOGGED_IN = "logged_in"
    LOG_IN_REFUSED = "log_in_refused"
    LOGGED_OUT = "logged_out"
    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    PERSON_DISABLED = "person_disabled"
    PERSON_ENABLED = "person_enabled"
    INVITATION_MADE = "invitation_made"
    SESSIONS_ENDED = "sessions_ended"
    INVITATION_ACCEPTED = "invitation_accepted"
    OWN_LOG_IN_CHANGED = "own_log_in_changed"


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One line of the log before it is written. ``details`` are texts and whole numbers."""

    kind: AuditKind
    by: str
    at: datetime
    details: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line as kept; ``source`` is where it was done from, ``hash`` covers it and all before."""

    number: int
    kind: str
    by: str
    at: datetime
    source: str
    details: Mapping[str, str | int]
    hash: str


class ChainFault(StrEnum):
    """What can be found wrong with the log."""

    EDITED = "edited"
    MISSING = "missing"
    CUT_OFF = "cut_off"
    FIGURES_CHANGED = "figures_changed"


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """A fault, and the number of the line where it shows."""

    fault: ChainFault
    number: int
