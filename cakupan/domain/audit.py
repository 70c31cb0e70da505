"""What the audit log holds: who did what, when, from where, and what it changed."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from cakupan.domain.records import Record


class AuditKind(StrEnum):
    """Kinds of events; each has a sentence in texts/."""

    LOAD_WRITTEN = "load_written"
    LOAD_WITHDRAWN = "load_withdrawn"
    LOAD_RESTORED = "load_restored"
    LOAD_REFUSED = "load_refused"
    FIGURE_CORRECTED = "figure_corrected"
    TARGET_EDITED = "target_edited"
    LEDGER_EDITED = "ledger_edited"
    DOSSIER_EDITED = "dossier_edited"
    FLAG_DECIDED = "flag_decided"
    WEIGHTS_SAVED = "weights_saved"
    WEIGHTS_RETIRED = "weights_retired"
    RELEASE_MADE = "release_made"
    BACKUP_RESTORED = "backup_restored"
    BACKUP_MADE = "backup_made"
    FILE_UPLOADED = "file_uploaded"
    TAKEN_AWAY = "taken_away"
    DECK_MADE = "deck_made"
    TEMPLATE_ADDED = "template_added"
    TEMPLATE_REMOVED = "template_removed"
    AUDIT_TAKEN = "audit_taken"
    AUDIT_VERIFIED = "audit_verified"
    DENIED = "denied"
    EMBARGO_REFUSED = "embargo_refused"
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


class AuditEvent(Record, frozen=True):
    """One line of the log before it is written. ``details`` are texts and whole numbers."""

    kind: AuditKind
    by: str
    at: datetime
    details: Mapping[str, str | int]


class AuditLine(Record, frozen=True):
    """One line as kept; ``source`` is where it was done from, ``hash`` covers it and all before."""

    number: int
    kind: str
    by: str
    at: datetime
    source: str
    details: Mapping[str, str | int]
    hash: str


class AuditWanted(Record, frozen=True):
    """Which lines are asked for: an empty part means all. ``by`` is a part of a name."""

    kind: str = ""
    by: str = ""
    since: datetime | None = None
    until: datetime | None = None
    province: str = ""

    def is_about(self, details: Mapping[str, str | int]) -> bool:
        """Whether details speak of the province that is asked for."""
        named = (
            f"{details.get('regions', '')} {details.get('region', '')} {details.get('scope', '')}"
        )
        return not self.province or self.province in {code[:2] for code in named.split()}


EVERYTHING = AuditWanted()


class ChainFault(StrEnum):
    """What can be found wrong with the log."""

    EDITED = "edited"
    MISSING = "missing"
    CUT_OFF = "cut_off"
    FIGURES_CHANGED = "figures_changed"


class AuditFinding(Record, frozen=True):
    """A fault, and the number of the line where it shows."""

    fault: ChainFault
    number: int
