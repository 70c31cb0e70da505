"""What each part gave to the change of the whole, in points, adding up exactly.

A part gives by its participants against the workforce of the whole. Parts without figures are
never guessed at: what they must have given together is a remainder of its own.
"""

from collections.abc import Sequence
from fractions import Fraction

from cakupan.analytics.comparison import Comparison
from cakupan.domain.records import Record


class Contribution(Record, frozen=True):
    """What one region gave, as ratio: 0.0123 for +1,23 poin."""

    region_code: str
    points: Fraction


class Contributions(Record, frozen=True):
    """``sum(known) + remainder == points``, exactly.

    ``missing`` are parts without participants in one of the months, ``broken`` those that changed
    in kind. The remainder is 0 where there are neither, and what the whole states beyond its parts
    where it is stated whole.
    """

    points: Fraction
    known: tuple[Contribution, ...]
    remainder: Fraction
    missing: tuple[str, ...]
    broken: tuple[str, ...]


def contributions(whole: Comparison, parts: Sequence[Comparison]) -> Contributions | None:
    """``N1i/D1 − N0i/D0`` for each part i, with the workforce D of the whole, in their order.

    None where the change of the whole itself cannot be said.
    """
    change, before, after = whole.points, whole.before.workers, whole.after.workers
    if change is None or before is None or after is None:
        return None
    missing = [part for part in parts if not (part.before.participants and part.after.participants)]
    broken = [part for part in parts if part not in missing and not part.counted_alike]
    known = tuple(
        Contribution(
            part.region_code,
            part.after.participants.exact / after.exact
            - part.before.participants.exact / before.exact,
        )
        for part in parts
        if part.before.participants and part.after.participants and part.counted_alike
    )
    return Contributions(
        points=change.points,
        known=known,
        remainder=change.points - sum((one.points for one in known), Fraction(0)),
        missing=tuple(part.region_code for part in missing),
        broken=tuple(part.region_code for part in broken),
    )
