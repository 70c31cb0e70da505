"""One need shared out over the parts of a region, to the last person, by a stated rule."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import lcm

from cakupan.analytics.gaps import workers_after
from cakupan.domain.records import Record


class Rule(StrEnum):
    """In proportion to the gap, to the workforce, or so that all climb by equal points."""

    GAP = "gap"
    WORKFORCE = "workforce"
    EFFORT = "effort"


class Part(Record, frozen=True):
    """A part of the region as it stands; ``workers`` is above zero."""

    code: str
    participants: int
    workers: int


class Aim(Record, frozen=True):
    """A share of workers to reach after whole ``years`` of a workforce growing by ``growth``."""

    ratio: Decimal
    growth: Decimal
    years: int

    def workers(self, part: Part) -> Fraction:
        """The part's workforce then."""
        return workers_after(part.workers, growth=self.growth, years=self.years)


def share_out(total: int, weights: Mapping[str, Fraction | int]) -> dict[str, int]:
    """``total`` in proportion to weights of zero and more, by largest remainder.

    Of equal remainders the lower code comes first, so the order of the parts changes nothing.
    ``ValueError`` where there is something to share and no weight.
    """
    # In whole numbers: as exact as fractions, and many times as fast.
    scale = lcm(*(weight.denominator for weight in weights.values()))
    heavy = {code: int(weight * scale) for code, weight in weights.items()}
    whole = sum(heavy.values())
    if not whole:
        if total:
            raise ValueError("nothing to share by")
        return dict.fromkeys(weights, 0)
    shares = {code: total * weight // whole for code, weight in heavy.items()}
    by_remainder = sorted(heavy, key=lambda code: (-(total * heavy[code] % whole), code))
    for code in by_remainder[: total - sum(shares.values())]:
        shares[code] += 1
    return shares


def split_need(need: int, parts: Sequence[Part], *, rule: Rule, aim: Aim) -> dict[str, int]:
    """How many of ``need`` people each part is to bring; the sum is ``need``.

    ``need`` is that of all parts together. A part that is past the aim brings nobody by the gap.
    """
    weigh = {Rule.GAP: _gap, Rule.WORKFORCE: _workforce, Rule.EFFORT: _effort}[rule]
    before = sum(part.participants for part in parts)
    rise = Fraction(aim.ratio) - Fraction(before, sum(part.workers for part in parts) or 1)
    return share_out(need, {part.code: max(Fraction(0), weigh(part, aim, rise)) for part in parts})


def _gap(part: Part, aim: Aim, _rise: Fraction) -> Fraction:
    return Fraction(aim.ratio) * aim.workers(part) - part.participants


def _workforce(part: Part, _aim: Aim, _rise: Fraction) -> Fraction:
    return Fraction(part.workers)


def _effort(part: Part, aim: Aim, rise: Fraction) -> Fraction:
    """``(p + Δ)·D(T) − N``: holding the coverage of a growing workforce is an effort too."""
    then = aim.workers(part)
    return (Fraction(part.participants, part.workers) + rise) * then - part.participants
