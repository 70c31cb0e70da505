"""Red flags: what of the figures in force needs a person's word, and what that person decided."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from cakupan.domain.records import Record, field


class FlagCode(StrEnum):
    """What is wrong; each has sentences in texts/. Stable, because decisions refer to it."""

    COVERAGE_ABOVE_ONE = "coverage-above-one"
    COVERAGE_JUMP = "coverage-jump"
    COVERAGE_SAWTOOTH = "coverage-sawtooth"
    GROWTH_OUTLIER = "growth-outlier"
    DIGIT_SLIP = "digit-slip"
    VALUES_EXCHANGED = "values-exchanged"
    EMPLOYED_ABOVE_FORCE = "employed-above-force"
    PARTS_MISSING = "parts-missing"
    WORKFORCE_MISSING = "workforce-missing"
    WORKFORCE_STALE = "workforce-stale"
    SERIES_BREAK = "series-break"
    PART_ABOVE_WHOLE = "part-above-whole"
    SUBSET_ABOVE_SET = "subset-above-set"
    TRIPLE_IMPOSSIBLE = "triple-impossible"
    TRIPLE_BY_ROUNDING = "triple-by-rounding"
    PUBLISHED_APART = "published-apart"
    CORRECTION_UNFIT = "correction-unfit"

    @property
    def excludes(self) -> "Exclusion | None":
        """What is left out where a person excludes what the flag is about; None where nothing."""
        if self in _OF_COVERAGE:
            return Exclusion.RANK
        return Exclusion.QUOTATION if self in _OF_PUBLISHED else None

    @property
    def speaks_of_figures(self) -> bool:
        """Whether it is about figures that stand somewhere and can be corrected."""
        return self is FlagCode.CORRECTION_UNFIT or self.excludes is not None


class Exclusion(StrEnum):
    """What an exclusion takes away: a place in rankings, or a published figure from all pages."""

    RANK = "rank"
    QUOTATION = "quotation"


_OF_COVERAGE = frozenset(
    {
        *(FlagCode.COVERAGE_ABOVE_ONE, FlagCode.COVERAGE_JUMP, FlagCode.COVERAGE_SAWTOOTH),
        *(FlagCode.GROWTH_OUTLIER, FlagCode.DIGIT_SLIP, FlagCode.VALUES_EXCHANGED),
        FlagCode.EMPLOYED_ABOVE_FORCE,
    }
)
_OF_PUBLISHED = frozenset(
    {
        *(FlagCode.PART_ABOVE_WHOLE, FlagCode.SUBSET_ABOVE_SET, FlagCode.PUBLISHED_APART),
        *(FlagCode.TRIPLE_IMPOSSIBLE, FlagCode.TRIPLE_BY_ROUNDING),
    }
)


class FlagSeverity(StrEnum):
    """Red keeps a figure out of what is shown as fact, amber asks for a look, a note informs."""

    RED = "red"
    AMBER = "amber"
    NOTE = "note"


class Verdict(StrEnum):
    """What a person can decide. ``REOPENED`` takes the decision before it back."""

    ACCEPTED = "accepted"
    EXCLUDED = "excluded"
    REOPENED = "reopened"


class FlagKey(Record, frozen=True, order=True):
    """What a flag is about; the same fault is the same flag tomorrow.

    ``period`` is empty where the fault does not belong to one, ``subject`` says what of the region
    is meant: a measure, a denominator, a publisher.
    """

    code: str
    region_code: str
    period: str = ""
    subject: str = ""

    @property
    def text(self) -> str:
        """The key in one word, for addresses and tables."""
        return f"{self.code}:{self.region_code}:{self.period}:{self.subject}"

    @classmethod
    def parse(cls, text: str) -> "FlagKey":
        """The key of a word; ``ValueError`` where it is none."""
        code, region_code, period, subject = text.split(":", maxsplit=3)
        return cls(code, region_code, period, subject)


class Flag(Record, frozen=True):
    """A fault that stands in the figures in force. ``details`` fill its sentences."""

    key: FlagKey
    severity: FlagSeverity
    details: Mapping[str, str | int] = field(default_factory=dict)


class Decision(Record, frozen=True):
    """What a named person decided about a flag, and why. Times are UTC."""

    flag: FlagKey
    verdict: Verdict
    reason: str
    by: str
    at: datetime
