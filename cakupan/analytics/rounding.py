"""What rounded figures still allow: bounds of growth, and whether published numbers can agree.

A figure printed as 2,73 juta stands for anything from 2,725 to 2,735 juta.
"""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from cakupan.domain.records import Record


class Rounded(Record, frozen=True):
    """A figure as printed, with the unit of its last printed digit (0 for an exact one)."""

    value: Decimal
    unit: Decimal

    @property
    def exact(self) -> Fraction:
        """The printed value."""
        return Fraction(self.value)

    @property
    def low(self) -> Fraction:
        """The smallest value that is printed so."""
        return self.exact - Fraction(self.unit) / 2

    @property
    def high(self) -> Fraction:
        """The largest value that is printed so."""
        return self.exact + Fraction(self.unit) / 2


class GrowthBounds(Record, frozen=True):
    """Relative growth of printed figures, and the least and most their rounding allows."""

    low: Fraction
    growth: Fraction
    high: Fraction


class Agreement(StrEnum):
    """Whether participants, workers and a percentage, as published, can be true together."""

    CONSISTENT = "consistent"
    BY_ROUNDING = "by_rounding"
    IMPOSSIBLE = "impossible"


class Consistency(Record, frozen=True):
    """The verdict, the coverage the counts allow, and the participants all three allow."""

    agreement: Agreement
    lowest: Fraction
    highest: Fraction
    implied_participants: tuple[Fraction, Fraction] | None


def growth_bounds(before: Rounded, after: Rounded) -> GrowthBounds | None:
    """``after/before − 1`` with bounds; None where ``before`` may have been zero."""
    # Each exact number is made once: a fraction takes longer to make than to divide.
    (first, least, most), (last, lowest, highest) = (
        (exact, exact - half, exact + half)
        for exact, half in ((one.exact, Fraction(one.unit) / 2) for one in (before, after))
    )
    if least <= 0:
        return None
    return GrowthBounds(
        low=lowest / most - 1,
        growth=last / first - 1,
        high=highest / least - 1,
    )


def consistency(participants: Rounded, workers: Rounded, coverage: Rounded) -> Consistency | None:
    """Can a published triple agree? ``coverage`` is a ratio; None where workers may be zero.

    Consistent: the printed counts divide to the printed coverage. By rounding: some counts that
    are printed so do. The range is ``[(N − u/2)/(D + u/2), (N + u/2)/(D − u/2)]``.
    """
    if workers.low <= 0:
        return None
    lowest, highest = participants.low / workers.high, participants.high / workers.low
    implied = (
        max(participants.low, coverage.low * workers.low),
        min(participants.high, coverage.high * workers.high),
    )
    possible = coverage.low <= highest and lowest <= coverage.high
    as_printed = coverage.low <= participants.exact / workers.exact <= coverage.high
    printed_or_rounded = Agreement.CONSISTENT if as_printed else Agreement.BY_ROUNDING
    return Consistency(
        agreement=printed_or_rounded if possible else Agreement.IMPOSSIBLE,
        lowest=lowest,
        highest=highest,
        implied_participants=implied if possible else None,
    )
