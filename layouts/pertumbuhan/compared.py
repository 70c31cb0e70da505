"""Comparisons in a table: their numbers, and their words where figures are rounded."""

from collections.abc import Sequence
from fractions import Fraction

from cakupan.analytics.comparison import Comparison
from layouts.pertumbuhan.view import growth_text, points_text
from layouts.view import View


def growth_of(part: Comparison) -> Fraction | None:
    """Growth of participants, as ratio; None where it is not said."""
    return part.growth.growth if part.growth else None


def points_of(part: Comparison) -> Fraction | None:
    """Change of coverage, as ratio; None where it is not said."""
    return part.points.points if part.points else None


def bounded(parts: Sequence[Comparison], view: View) -> dict[str, list[str]]:
    """The columns ``growth`` and ``points`` as they are read, with the bounds of rounding."""
    return {
        "growth": [growth_text(part, view) for part in parts],
        "points": [points_text(part, view) for part in parts],
    }
