"""What stands out of a short series, and what a slip of the hand would explain. Nothing is removed.

Plain numbers in, verdicts out; which figures are compared, and what is said of them, is decided by
the caller. Sources: Iglewicz and Hoaglin (1993) for the modified z-score.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from statistics import fmean, median
from typing import TypeVar

# A modified z-score beyond this stands out.
THRESHOLD = 3.5
_OF_MAD, _OF_MEAN_AD = 0.6745, 0.7979
# Values that changed places agree so closely with what stood there before (a ratio).
_SWAP_WITHIN = 1.2
_SWAP_BEYOND = 1.25
Name = TypeVar("Name", bound=Hashable)


def modified_z(values: Sequence[float]) -> list[float]:
    """``0,6745·(x − median)/MAD`` for each value.

    Where more than half of the values are equal, MAD is 0 and ``0,7979·(x − median)/meanAD`` takes
    its place; where all are equal, every score is 0.
    """
    middle = median(values) if values else 0.0
    apart = [abs(value - middle) for value in values]
    spread = median(apart) if apart else 0.0
    scale, factor = (spread, _OF_MAD) if spread else (fmean(apart or [0.0]), _OF_MEAN_AD)
    return [factor * (value - middle) / scale if scale else 0.0 for value in values]


def log_change(before: float, after: float) -> float | None:
    """``ln(after/before)``: a doubling and a halving weigh the same; None where one is not above 0.

    Counts of people, not ratios: ratios move in points.
    """
    return math.log(after / before) if before > 0 and after > 0 else None


def power_of_ten(value: float, expected: float, *, within: float) -> int:
    """How many places the decimal sign slipped: 1 for ten times too large, −3 for a thousandth.

    A slip explains a value that agrees ``within`` this ratio once it is undone; 0 where none does,
    or none is needed.
    """
    change = log_change(expected, value)
    if change is None:
        return 0
    places = round(change / math.log(10))
    return places if abs(change - places * math.log(10)) <= math.log(within) else 0


def is_sawtooth(first: float, middle: float, last: float, *, factor: float) -> bool:
    """Up and then down by ``factor`` or more, or down and then up: one value is out of line."""
    up, down = log_change(first, middle), log_change(middle, last)
    if up is None or down is None:
        return False
    return min(abs(up), abs(down)) >= math.log(factor) and (up > 0) != (down > 0)


def exchanged(before: Mapping[Name, float], now: Mapping[Name, float]) -> dict[Name, Name]:
    """Who now holds whose value, where values changed places and their sum stayed what it was.

    Of those whose value moved by more than a quarter against the change of the sum, the values now
    and then are put in order of size; if each pair agrees within a fifth, they changed places.
    Empty where fewer than two moved, or where what moved is not explained so.
    """
    both = [name for name in before if before[name] > 0 and now.get(name, 0) > 0]
    if not both:
        return {}
    usual = math.log(sum(now[name] for name in both) / sum(before[name] for name in both))
    moved = [
        name
        for name in both
        if abs(math.log(now[name] / before[name]) - usual) > math.log(_SWAP_BEYOND)
    ]
    then = sorted(moved, key=lambda name: before[name])
    holders = sorted(moved, key=lambda name: now[name])
    pairs = dict(zip(holders, then, strict=True))
    agree = all(
        abs(math.log(now[holder] / before[owner]) - usual) <= math.log(_SWAP_WITHIN)
        for holder, owner in pairs.items()
    )
    return pairs if len(pairs) > 1 and agree else {}
