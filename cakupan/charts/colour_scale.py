"""Colours for values, made of the palette's own: one hue for levels, two for changes.

Blue and orange are told apart by everyone; the number in the cell says the rest.
"""

from collections.abc import Iterable
from functools import lru_cache

from cakupan.charts.theme import Palette
from cakupan.domain.records import Record

# On any ground one of the two reaches AA.
_LIGHT, _DARK = "#ffffff", "#000000"
_PALEST = 0.12


class Scale(Record, frozen=True):
    """A value's colour: from ``ground`` to ``high`` at ``top``, and to ``low`` at ``bottom``.

    Levels have no ``bottom`` side: they run from the lowest, at ``middle``, upwards.
    """

    ground: str
    high: str
    low: str
    middle: float
    reach: float

    def colour(self, value: float) -> str:
        """The colour of a value; beyond the reach it is that of the end."""
        share = min(1.0, abs(value - self.middle) / self.reach) if self.reach else 0.0
        full = self.high if value >= self.middle else self.low
        return mix(self.ground, full, round(_PALEST + (1 - _PALEST) * share, 2))


def levels(values: Iterable[float], palette: Palette) -> Scale:
    """For levels: from the lowest, pale, to the highest, deep."""
    known = list(values)
    low, high = min(known, default=0.0), max(known, default=0.0)
    return Scale(palette.surface, palette.accent, palette.accent, low, high - low)


def changes(values: Iterable[float], palette: Palette) -> Scale:
    """For changes: pale at zero, deep blue for the largest rise, orange for as large a fall."""
    reach = max((abs(value) for value in values), default=0.0)
    return Scale(palette.surface, palette.accent, palette.target, 0.0, reach)


@lru_cache(maxsize=2048)
def mix(ground: str, full: str, share: float) -> str:
    """A colour between two, both ``#rrggbb``; 0 is the ground."""
    pairs = zip(_channels(ground), _channels(full), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)


@lru_cache(maxsize=2048)
def readable_on(colour: str) -> str:
    """The text colour, black or white, that reads better on a ground."""
    ground = _luminance(colour)
    light = (_luminance(_LIGHT) + 0.05) / (ground + 0.05)
    dark = (ground + 0.05) / (_luminance(_DARK) + 0.05)
    return _LIGHT if light > dark else _DARK


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
