"""Where labels stand so that none lies on another: pure arithmetic, no figure and no words."""

import math
from collections.abc import Sequence
from itertools import product

from cakupan.domain.records import Record

_EMS = {**dict.fromkeys("ijltfrI.,:;·|()/' ", 0.34), **dict.fromkeys("mwMW%—–−+▲▼", 0.9)}


def text_width(text: str, size: float) -> float:
    """Width in pixels a text takes up at most, estimated for the page's type."""
    return sum([_EMS.get(char, 0.56) for char in text]) * size


def spread(wanted: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Positions as near as possible to those wanted, in their order, ``gap`` or more apart.

    They stay within ``low`` and ``high`` where there is room for all.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed: list[float] = []
    for rank, index in enumerate(order):
        floor = low + rank * gap
        placed.append(max(wanted[index], floor, placed[-1] + gap if placed else floor))
    ceiling = high
    for rank in reversed(range(len(placed))):
        placed[rank] = max(min(placed[rank], ceiling), low + rank * gap)
        ceiling = placed[rank] - gap
    result = [0.0] * len(wanted)
    for rank, index in enumerate(order):
        result[index] = placed[rank]
    return result


class Flag(Record, frozen=True):
    """A label above a mark: it runs right (``side`` 1) or left (−1), ``row`` 0 stands lowest."""

    position: float
    side: int
    row: int


def flags(positions: Sequence[float], widths: Sequence[float], *, extent: float) -> list[Flag]:
    """Flags on poles along a line of ``extent`` pixels, in as few rows as will do.

    No text lies on another text and no pole crosses a text; where it cannot be helped, one runs
    over the end of the line. Positions in pixels, ascending.
    """
    best: list[Flag] = []
    least = (math.inf, 0)
    for sides in product((1, -1), repeat=len(positions)):
        spans = [
            (position, position + width) if side > 0 else (position - width, position)
            for position, width, side in zip(positions, widths, sides, strict=True)
        ]
        rows = _rows(positions, spans)
        if rows is None:
            continue
        over = sum(max(0.0, -left) + max(0.0, right - extent) for left, right in spans)
        if (over, max(rows, default=0)) < least:
            least = (over, max(rows, default=0))
            best = [Flag(*flag) for flag in zip(positions, sides, rows, strict=True)]
    return best


def _rows(positions: Sequence[float], spans: Sequence[tuple[float, float]]) -> list[int] | None:
    """A row for each label, above all whose pole it would cover; None where two cover each other.

    Touching counts: two marks at one place need two rows.
    """
    rows: dict[int, int] = {}
    waiting = list(range(len(positions)))
    while waiting:
        free = [
            index
            for index in waiting
            if not any(
                other != index and _covers(spans[index], positions[other]) for other in waiting
            )
        ]
        if not free:
            return None
        index = free[0]
        clashing = [rows[other] for other in rows if _overlap(spans[index], spans[other])]
        rows[index] = max(clashing, default=-1) + 1
        waiting.remove(index)
    return [rows[index] for index in range(len(positions))]


def _covers(span: tuple[float, float], position: float) -> bool:
    return span[0] < position < span[1]


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
