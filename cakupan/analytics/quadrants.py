"""Level and movement of regions in one word: which of four quarters each of them lies in."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

Number = Fraction | float


class Quadrant(StrEnum):
    """The four; each has a name and a sentence in texts/. From the best to the worst."""

    LEADING = "leading"
    CATCHING_UP = "catching_up"
    SLOWING = "slowing"
    LAGGING = "lagging"


def quadrant(level: Number, change: Number, *, usual: tuple[Number, Number]) -> Quadrant:
    """Where a level and a change lie against the ``usual`` level and change.

    At or above the usual one is high. High and fast is leading, low and fast catching up, high and
    slow slowing, low and slow lagging.
    """
    high, fast = level >= usual[0], change >= usual[1]
    if high:
        return Quadrant.LEADING if fast else Quadrant.SLOWING
    return Quadrant.CATCHING_UP if fast else Quadrant.LAGGING


def quadrants(
    places: Mapping[str, tuple[Number, Number]], *, usual: tuple[Number, Number]
) -> dict[Quadrant, list[str]]:
    """The names in each quadrant, all four; ``places`` are level and change by name."""
    found: dict[Quadrant, list[str]] = {each: [] for each in Quadrant}
    for name, (level, change) in places.items():
        found[quadrant(level, change, usual=usual)].append(name)
    return found
