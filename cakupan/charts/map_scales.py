"""The colours of a map: a few classes with fixed bounds, so that a colour always means the same.

Bounds are of the measure and not of the data: two provinces can be laid side by side.
"""

from enum import StrEnum
from functools import lru_cache

import numpy as np
import pandas as pd

from cakupan.charts.theme import Palette
from cakupan.domain.records import Record


class Coloured(StrEnum):
    """What a map is coloured by."""

    COVERAGE = "coverage"
    GAP = "gap"
    GROWTH = "growth"
    POINTS = "points"


BOUNDS: dict[Coloured, tuple[float, ...]] = {
    Coloured.COVERAGE: (0.20, 0.35, 0.50, 0.65, 0.80),
    Coloured.GAP: (1, 10_000, 25_000, 50_000, 100_000, 250_000),
    Coloured.GROWTH: (-0.10, -0.05, -0.01, 0.01, 0.05, 0.10),
    Coloured.POINTS: (-0.05, -0.02, -0.005, 0.005, 0.02, 0.05),
}
"""Where one class ends and the next begins; a value on a bound belongs to the upper class."""

_DIVERGING = {Coloured.GROWTH, Coloured.POINTS}


class Scale(Record, frozen=True):
    """``bounds`` between the ``colours``, one colour more than bounds."""

    bounds: tuple[float, ...]
    colours: tuple[str, ...]

    def classes(self, values: pd.Series) -> np.ndarray:
        """Place of each value among the colours; the values are without a missing one."""
        places: np.ndarray = np.digitize(values.to_numpy(dtype="float64"), self.bounds)
        return places

    @property
    def steps(self) -> list[tuple[float, str]]:
        """The colours as a colour scale of plotly over 0 … number of colours, without blends."""
        size = len(self.colours)
        return [
            (edge / size, colour)
            for place, colour in enumerate(self.colours)
            for edge in (place, place + 1)
        ]


def scale_of(coloured: Coloured, palette: Palette) -> Scale:
    """The scale of a measure in the colours of a theme."""
    bounds = BOUNDS[coloured]
    colours = palette.diverging if coloured in _DIVERGING else palette.sequence
    return Scale(bounds, colours[: len(bounds) + 1])


def ink_on(colour: str, palette: Palette) -> str:
    """The darker or the lighter colour of the theme's text, whichever reads better on a colour."""
    candidates = (palette.ink, palette.surface)
    return max(candidates, key=lambda ink: _contrast(ink, colour))


def _contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
