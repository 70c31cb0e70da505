"""Times two things in turn, A B A B …, and compares them pair by pair."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """Medians in seconds and the median of the pairwise ratios; ratios are what counts."""

    name: str
    ours: float
    other: float
    ratio: float

    def row(self) -> str:
        """One row of the table in docs/performance.md."""
        return f"| {self.name} | {self.ours:.3f} | {self.other:.3f} | {self.ratio:.2f} |"


def compare(
    name: str, ours: Callable[[], object], other: Callable[[], object], *, runs: int = 5
) -> Ratio:
    """Run both once to warm up, then ``runs`` times in turn."""
    ours()
    other()
    pairs = [(_seconds(ours), _seconds(other)) for _ in range(runs)]
    return Ratio(
        name=name,
        ours=statistics.median(a for a, _ in pairs),
        other=statistics.median(b for _, b in pairs),
        ratio=statistics.median(a / b for a, b in pairs),
    )


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
