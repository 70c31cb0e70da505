"""Round values along an axis, and how many decimals they need: arithmetic, no figure."""

import math
from collections.abc import Sequence

from cakupan.domain.records import Record

_MULTIPLES = (1, 2, 2.5, 5, 10)


class RoundSteps(Record, frozen=True):
    """``values`` hold all that was given between the first and the last of them.

    ``places`` are the decimals that tell them apart when written as percentages.
    """

    values: tuple[float, ...]
    places: int


def round_steps(given: Sequence[float], *, most: int) -> RoundSteps:
    """At most ``most`` steps of 1, 2, 2,5 or 5 times a power of ten around the values given."""
    low, high = min(given), max(given)
    if high - low < 1e-12:
        room = abs(high) * 0.05 or 0.01
        low, high = low - room, high + room
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    for multiple in (*_MULTIPLES, *(10 * each for each in _MULTIPLES)):
        step = multiple * power
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first <= most:
            break
    places = max(0, -math.floor(math.log10(step * 100) + 1e-9))
    if not math.isclose(round(step * 100, places), step * 100):
        places += 1
    return RoundSteps(tuple(place * step for place in range(first, last + 1)), places)
