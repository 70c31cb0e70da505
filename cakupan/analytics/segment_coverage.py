"""Coverage with and without construction workers, and of single segments where a base is known."""

from collections.abc import Mapping
from fractions import Fraction

import pandas as pd

from cakupan.domain.measures import Segment
from cakupan.domain.records import Record


class SegmentRatio(Record, frozen=True):
    """Participants of a segment over the workers of the same segment; None where either lacks."""

    segment: Segment
    participants: int | None
    workers: int | None

    @property
    def coverage(self) -> Fraction | None:
        """The ratio, never cut: above 1 it says something about the base."""
        if self.participants is None or not self.workers:
            return None
        return Fraction(self.participants, self.workers)


def leave_out(participants: pd.DataFrame, left_out: Segment) -> pd.DataFrame:
    """The rows of the ``participants`` frame of all other segments.

    Totals that are stated whole go too, for they hold the segment that is left out: a region that
    states no segments has no participants in what is given.
    """
    gone = (left_out.value, Segment.TOTAL.value)
    return participants[~participants["segment"].isin(gone)]


def without(people: Mapping[Segment, int], left_out: Segment) -> int | None:
    """Participants of all other segments; None where the one left out is not among them."""
    if left_out not in people:
        return None
    return sum(count for segment, count in people.items() if segment is not left_out)
