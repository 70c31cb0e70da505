"""Times two things in turn, A B A B …, and compares them pair by pair."""

import math
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """Medians in seconds and the median of the pairwise ratios; ratios are what counts.

    ``worst`` is what 95 of 100 of our runs stay under, in seconds.
    """

    name: str
    ours: float
    other: float
    ratio: float
    worst: float

    def row(self) -> str:
        """One row of the table in docs/performance.md."""
        times = " | ".join(f"{time:.3f}" for time in (self.ours, self.worst, self.other))
        return f"| {self.name} | {times} | {self.ratio:.2f} |"


def nothing() -> None:
    """Where nothing is to be done before."""


def compare(
    name: str,
    ours: Callable[[], object],
    other: Callable[[], object],
    *,
    runs: int = 5,
    before: Callable[[], object] = nothing,
) -> Ratio:
    """Run both once to warm up, then ``runs`` times in turn; ``before`` ours, not timed, this."""
    pairs = []
    for _ in range(1 + runs):
        before()
        pairs.append((_seconds(ours), _seconds(other)))
    del pairs[0]
    return Ratio(
        name=name,
        ours=statistics.median(a for a, _ in pairs),
        other=statistics.median(b for _, b in pairs),
        ratio=statistics.median(a / b for a, b in pairs),
        worst=sorted(a for a, _ in pairs)[math.ceil(0.95 * runs) - 1],
    )


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
