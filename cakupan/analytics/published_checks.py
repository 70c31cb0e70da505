"""Published figures held against each other and against what is computed: which can be true?

Every figure stands for all values that are printed so. What is found is a check with its outcome;
those that need a person's word carry a flag.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import product
from typing import Protocol

from cakupan.analytics.rounding import Agreement, Consistency, Rounded, consistency
from cakupan.domain.flags import Flag, FlagCode, FlagKey, FlagSeverity
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record

# A published percentage is near a computed one within a point, or within its own rounding.
NEAR = Fraction(1, 100)
_BASES = (Measure.ELIGIBLE_WORKERS, Measure.EMPLOYED, Measure.LABOUR_FORCE)
_BEST_FIRST = (Agreement.CONSISTENT, Agreement.BY_ROUNDING, Agreement.IMPOSSIBLE)
_SUBSETS = (
    (Measure.VULNERABLE_REGISTERED, Measure.VULNERABLE_WORKERS),
    (Measure.EMPLOYED, Measure.LABOUR_FORCE),
    (Measure.PARTICIPANTS_ACTIVE, Measure.PARTICIPANTS_REGISTERED),
)


class Told(Protocol):
    """A figure as somebody published it."""

    @property
    def region_code(self) -> str:
        """The region it speaks of."""

    @property
    def measure(self) -> Measure:
        """What is counted."""

    @property
    def segment(self) -> Segment:
        """The segment, or the total."""

    @property
    def group(self) -> str:
        """The group of workers it speaks of; empty for all."""

    @property
    def period(self) -> Period:
        """When it was stated for."""

    @property
    def value(self) -> Decimal:
        """The value, as printed."""

    @property
    def rounding_unit(self) -> Decimal:
        """The unit of its last printed digit."""

    @property
    def publisher(self) -> str:
        """Who published it."""

    @property
    def citation(self) -> str:
        """Where it can be read."""

    @property
    def file_name(self) -> str:
        """The file it was read from."""

    @property
    def sheet(self) -> str:
        """The sheet of the file."""

    @property
    def cell(self) -> str:
        """The cell of the sheet."""


class Outcome(StrEnum):
    """What a check says; each has a sentence in texts/."""

    CONSISTENT = "consistent"
    BY_ROUNDING = "by_rounding"
    IMPOSSIBLE = "impossible"
    ABOVE_WHOLE = "above_whole"
    ABOVE_SET = "above_set"
    NEAR = "near"
    APART = "apart"


class Check(Record, frozen=True):
    """One check of ``told``, with ``others`` beside it and the numbers that decide.

    ``base`` is the denominator nearest to a percentage; ``numbers`` are exact.
    """

    outcome: Outcome
    told: Told
    others: tuple[Told, ...] = ()
    base: str = ""
    numbers: tuple[Fraction, ...] = ()
    flag: Flag | None = None


def subject_of(measure: Measure, publisher: str) -> str:
    """What the key of a flag about a published figure says of it."""
    return f"{measure.value}|{publisher}"


def triple_checks(figures: Sequence[Told]) -> list[Check]:
    """Participants, workers and percentage that one publisher stated of one region and period."""
    return [
        check
        for stated in _together(figures).values()
        for ratio in stated[Measure.COVERAGE_PUBLISHED]
        if (check := _kindest(ratio, stated)) is not None
    ]


def _kindest(ratio: Told, stated: "_ByMeasure") -> Check | None:
    """Of all counts stated beside a percentage, those that agree best.

    One article may give participants by office and by residence, and mean either.
    """
    pairs = product(
        stated[Measure.PARTICIPANTS_ACTIVE], [told for base in _BASES for told in stated[base]]
    )
    answers = [
        (answer, (people, base))
        for people, base in pairs
        if (answer := consistency(_rounded(people), _rounded(base), _rounded(ratio))) is not None
    ]
    if not answers:
        return None
    best, counts = min(answers, key=lambda one: _BEST_FIRST.index(one[0].agreement))
    return _triple(ratio, counts, best)


def _triple(ratio: Told, counts: tuple[Told, Told], answer: Consistency) -> Check:
    flags = {
        Agreement.IMPOSSIBLE: (FlagCode.TRIPLE_IMPOSSIBLE, FlagSeverity.RED),
        Agreement.BY_ROUNDING: (FlagCode.TRIPLE_BY_ROUNDING, FlagSeverity.NOTE),
    }
    numbers = (answer.lowest, answer.highest, *(answer.implied_participants or ()))
    flag = flags.get(answer.agreement)
    return Check(
        Outcome(answer.agreement.value),
        ratio,
        counts,
        numbers=numbers,
        flag=_flag(*flag, ratio) if flag else None,
    )


def whole_checks(
    figures: Sequence[Told], *, whole_of: Callable[[str], str | None], counted: "Counted"
) -> list[Check]:
    """Published participants of a part that are more than the whole has, by any rounding.

    The whole is what was counted in the same month or shortly before; ``whole_of`` names the
    region above, ``counted`` its participants.
    """
    found = []
    for told in figures:
        above = whole_of(told.region_code)
        if told.measure is not Measure.PARTICIPANTS_ACTIVE or above is None or told.group:
            continue
        whole = counted(above, told.period)
        if whole is not None and _rounded(told).low > whole:
            flag = _flag(FlagCode.PART_ABOVE_WHOLE, FlagSeverity.RED, told)
            found.append(Check(Outcome.ABOVE_WHOLE, told, numbers=(Fraction(whole),), flag=flag))
    return found


def subset_checks(figures: Sequence[Told]) -> list[Check]:
    """Subsets that are published as more than their set, by one publisher for one period."""
    found = []
    for stated in _together(figures).values():
        for part, whole in _SUBSETS:
            for inner, outer in _apart(stated[part], stated[whole]):
                flag = _flag(FlagCode.SUBSET_ABOVE_SET, FlagSeverity.RED, inner)
                found.append(Check(Outcome.ABOVE_SET, inner, (outer,), flag=flag))
    return found


def ratio_checks(figures: Sequence[Told], *, computed: "Computed") -> list[Check]:
    """Published percentages against the computed coverage nearest to them, whatever its base.

    ``computed`` gives coverage by denominator; where there is none, nothing is said.
    """
    found = []
    for told in figures:
        if told.measure is not Measure.COVERAGE_PUBLISHED or told.group:
            continue
        ratios = computed(told.region_code, told.period)
        if ratios and told.segment is Segment.TOTAL:
            found.append(_nearest(told, ratios))
    return found


def _nearest(told: Told, ratios: Mapping[str, Fraction]) -> Check:
    printed = Fraction(told.value)
    base = min(ratios, key=lambda name: abs(ratios[name] - printed))
    apart = abs(ratios[base] - printed)
    near = apart <= max(NEAR, Fraction(told.rounding_unit) / 2)
    return Check(
        Outcome.NEAR if near else Outcome.APART,
        told,
        base=base,
        numbers=(ratios[base],),
        flag=None if near else _flag(FlagCode.PUBLISHED_APART, FlagSeverity.AMBER, told),
    )


Counted = Callable[[str, Period], int | None]
"""Participants of a region in the month of a period, or shortly before."""

Computed = Callable[[str, Period], Mapping[str, Fraction]]
"""Coverage of a region by denominator in the month of a period, or shortly before."""


_ByMeasure = defaultdict[Measure, list[Told]]


def _together(figures: Sequence[Told]) -> Mapping[object, _ByMeasure]:
    """What one publisher stated of one region and period, by measure."""
    stated: defaultdict[object, _ByMeasure] = defaultdict(lambda: defaultdict(list))
    for told in _totals(figures):
        stated[told.region_code, told.period.text, told.publisher][told.measure].append(told)
    return stated


def _apart(parts: Sequence[Told], wholes: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The parts that are above every whole, each with the largest."""
    if wholes:
        largest = max(wholes, key=lambda told: _rounded(told).high)
        for told in parts:
            if _rounded(told).low > _rounded(largest).high:
                yield told, largest


def _totals(figures: Sequence[Told]) -> Iterator[Told]:
    return (told for told in figures if told.segment is Segment.TOTAL and not told.group)


def _rounded(told: Told) -> Rounded:
    return Rounded(told.value, told.rounding_unit)


def _flag(code: FlagCode, severity: FlagSeverity, told: Told) -> Flag:
    subject = subject_of(told.measure, told.publisher)
    return Flag(FlagKey(code, told.region_code, told.period.text, subject), severity)
