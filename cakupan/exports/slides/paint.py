"""Colours of a slide by the slots of its theme, so that another theme recolours everything."""

from typing import Any

from pptx.oxml import parse_xml

from cakupan.domain.records import Record
from cakupan.exports.slides.theme_part import NAMESPACE, slots

# Texts and grounds have two names each.
_SAME = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


class Paint(Record, frozen=True):
    """A slot of the theme, lighter (up to 1) or darker (down to -1) by ``brightness``."""

    slot: str
    brightness: float = 0.0

    def xml(self) -> str:
        """``a:solidFill`` of this colour."""
        return f"<a:solidFill>{self._colour()}</a:solidFill>"

    def element(self) -> object:
        """The same as an element of its own."""
        return parse_xml(f'<a:solidFill xmlns:a="{NAMESPACE}">{self._colour()}</a:solidFill>')

    def _colour(self) -> str:
        part = round(abs(self.brightness) * 100_000)
        change = f'<a:lumMod val="{100_000 - part}"/>' if part else ""
        if self.brightness > 0:
            change += f'<a:lumOff val="{part}"/>'
        return f'<a:schemeClr val="{self.slot}">{change}</a:schemeClr>'


def is_painted(fill: Any, *paints: Paint) -> bool:
    """Whether ``a:solidFill`` is one of these slots, or the colour our theme has there.

    LibreOffice writes the colour where it read the slot.
    """
    if fill is None or not list(fill):
        return False
    said, ours = fill[0].get("val", ""), slots()
    colours = {ours.get(_SAME.get(one.slot, one.slot)) for one in paints}
    return said in {one.slot for one in paints} or said.upper() in colours


INK, PAPER, MUTED, QUIET = Paint("tx1"), Paint("bg1"), Paint("tx2"), Paint("bg2")
ACCENT, TARGET, FALL = Paint("accent1"), Paint("accent2"), Paint("accent6")
FAINT = Paint("accent1", 0.6)
LINE = Paint("tx2", 0.6)
# Series beside each other, each with the colour of a text upon it.
SERIES = (
    (ACCENT, PAPER),
    (Paint("accent3"), INK),
    (Paint("accent4"), PAPER),
    (Paint("accent5"), INK),
    (Paint("accent1", 0.6), INK),
    (Paint("accent4", 0.6), INK),
)
_STEPS = (0.85, 0.68, 0.5, 0.32, 0.0, -0.25, -0.5)
_DARK_BELOW = 0.3


def of_series(place: int) -> Paint:
    """The colour of the series at this place."""
    return SERIES[place % len(SERIES)][0]


def upon_series(place: int) -> Paint:
    """The colour of a text on a series."""
    return SERIES[place % len(SERIES)][1]


def of_step(step: int, steps: int) -> tuple[Paint, Paint]:
    """A step of ``steps`` from light to dark, and the colour of a text on it."""
    place = round(step * (len(_STEPS) - 1) / max(steps - 1, 1))
    brightness = _STEPS[min(max(place, 0), len(_STEPS) - 1)]
    return Paint("accent1", brightness), PAPER if brightness < _DARK_BELOW else INK
