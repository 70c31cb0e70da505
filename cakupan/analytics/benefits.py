"""What was paid: claims and money side by side, average, growth, claims per 1.000 participants.

Exact throughout; which periods are compared is decided by the caller.
"""

from collections.abc import Sequence
from fractions import Fraction

from cakupan.analytics.growth import relative_growth
from cakupan.analytics.rounding import Rounded
from cakupan.analytics.tally import WHOLE, Tally
from cakupan.domain.records import Record

_THOUSAND = 1000


class Paid(Record, frozen=True):
    """Cases and rupiah of one kind, and of the same months a year earlier; None where unknown."""

    kind: str
    cases: int | None
    rupiah: int | None
    cases_before: int | None
    rupiah_before: int | None

    @property
    def average(self) -> Fraction | None:
        """Rupiah a case; None without a case."""
        if self.rupiah is None or not self.cases:
            return None
        return Fraction(self.rupiah, self.cases)

    @property
    def cases_growth(self) -> Fraction | None:
        """``(x1 − x0)/x0`` of the cases."""
        return _growth(self.cases_before, self.cases)

    @property
    def rupiah_growth(self) -> Fraction | None:
        """``(x1 − x0)/x0`` of the money."""
        return _growth(self.rupiah_before, self.rupiah)


def paid(
    cases: Tally, money: Tally, code: str, *, now: Sequence[str], before: Sequence[str]
) -> tuple[Paid, ...]:
    """Each kind, then all of them together, over the periods ``now`` and ``before``."""
    sums = [tally.over(code, periods) for periods in (now, before) for tally in (cases, money)]
    return tuple(
        Paid(kind, *(one[kind] for one in sums[:2]), *(one[kind] for one in sums[2:]))
        for kind in cases.kinds
    )


def whole_of(kinds: Sequence[Paid]) -> Paid:
    """The line of all kinds together."""
    return next(one for one in kinds if one.kind == WHOLE)


def per_thousand(cases: int | None, participants: int | None) -> Fraction | None:
    """Cases per 1.000 participants; None where either is unknown."""
    if cases is None or not participants:
        return None
    return Fraction(cases * _THOUSAND, participants)


class AverageCheck(Record, frozen=True):
    """Whether a printed average can be that of printed sums, and the averages those allow."""

    lowest: Fraction
    highest: Fraction
    possible: bool
    as_printed: bool


def check_average(cases: Rounded, rupiah: Rounded, average: Rounded) -> AverageCheck | None:
    """Hold cases, rupiah and average of one sentence against each other.

    ``(R − u/2)/(K + u/2)`` to ``(R + u/2)/(K − u/2)``; ``as_printed`` where the printed sums give
    the printed average. None where there may be no case.
    """
    if cases.low <= 0:
        return None
    lowest, highest = rupiah.low / cases.high, rupiah.high / cases.low
    return AverageCheck(
        lowest=lowest,
        highest=highest,
        possible=average.low <= highest and lowest <= average.high,
        as_printed=average.low <= rupiah.exact / cases.exact <= average.high,
    )


class Margin(Record, frozen=True):
    """A total as stated and as the sum of what it is made of. ``kind`` "" is all kinds together."""

    region_code: str
    kind: str
    stated: int
    summed: int

    @property
    def agrees(self) -> bool:
        """Whether the two are one number."""
        return self.stated == self.summed


def margins(
    tally: Tally, code: str, parts: Sequence[str], periods: Sequence[str]
) -> tuple[Margin, ...]:
    """Totals that somebody stated beside their parts, over kinds and over regions."""
    of_parts = {part: tally.over(part, periods) for part in parts}
    own = tally.own_over(code, periods)
    over_regions = {kind: _sum([one[kind] for one in of_parts.values()]) for kind in tally.kinds}
    over_kinds = {
        region: (stated[WHOLE], _sum([stated[kind] for kind in tally.kinds if kind != WHOLE]))
        for region in (code, *parts)
        for stated in [tally.own_over(region, periods)]
    }
    pairs = [
        *((code, kind, own[kind], over_regions[kind] if parts else None) for kind in tally.kinds),
        *((region, WHOLE, stated, summed) for region, (stated, summed) in over_kinds.items()),
    ]
    return tuple(
        Margin(region, kind, stated, summed)
        for region, kind, stated, summed in pairs
        if stated is not None and summed is not None
    )


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _growth(before: int | None, after: int | None) -> Fraction | None:
    if before is None or after is None:
        return None
    return relative_growth(before, after)
