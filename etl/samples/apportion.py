"""Whole numbers that add up: largest remainder and steps between two numbers. No floats.

Hamilton's method of apportionment: everyone gets the whole part of an exact share, and what is
left goes one by one to the largest fractions.
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def apportion(total: int, weights: Mapping[Key, int]) -> dict[Key, int]:
    """Split ``total`` in proportion to ``weights``; the parts sum to it exactly.

    Equal fractions go to the first key. ``ValueError`` where there is something to split and
    nobody to take it, or a negative number.
    """
    whole = sum(weights.values())
    if total < 0 or any(weight < 0 for weight in weights.values()) or (total and not whole):
        raise ValueError(f"{total} cannot be split by {dict(weights)}")
    shares = {key: divmod(total * weight, whole or 1) for key, weight in weights.items()}
    parts = {key: share for key, (share, _) in shares.items()}
    by_fraction = sorted(shares, key=lambda key: -shares[key][1])
    for key in by_fraction[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def fill_up(total: int, fixed: Mapping[Key, int], weights: Mapping[Key, int]) -> dict[Key, int]:
    """Keep what is fixed and split the rest of ``total`` over the other keys of ``weights``."""
    free = {key: weight for key, weight in weights.items() if key not in fixed}
    parts = apportion(total - sum(fixed.values()), free)
    return {key: fixed.get(key, parts.get(key, 0)) for key in weights}


def between(start: int, end: int, *, step: int, steps: int) -> int:
    """The number ``step`` of ``steps`` on the straight way from start to end, rounded half up."""
    return (2 * (start * (steps - step) + end * step) + steps) // (2 * steps)
