"""A finding: what is wrong with a file, where, and how much it matters. Data, not a sentence."""

from collections.abc import Mapping
from enum import StrEnum

from cakupan.domain.records import Record, field


class Severity(StrEnum):
    """From worst to mildest: the file is refused, a person is asked, warned, informed."""

    REFUSES = "refuses"
    ASKS = "asks"
    WARNS = "warns"
    NOTES = "notes"


class Finding(Record, frozen=True):
    """One finding. ``code`` is stable and names two sentences in texts/: message and fix.

    ``details`` fills the sentences' named fields; ``cell`` is an A1 address, ``value`` the text
    that stands there.
    """

    code: str
    severity: Severity
    sheet: str | None = None
    cell: str | None = None
    value: str | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
