"""What one card of a page says, as data: slides, sheets, pictures and the API speak from it."""

from cakupan.domain.columns import Column
from cakupan.domain.measures import Measure
from cakupan.domain.plans import Plan
from cakupan.domain.records import Record


class Behind(Record, frozen=True):
    """Figures a card rests on: a measure in one period, of a region and of its parts.

    ``release`` is the id of the release they stand in; empty for the running figures.
    """

    measure: Measure
    region_prefix: str
    period_text: str
    release: str = ""


class Shown(Record, frozen=True):
    """A card as the reader sees it, in the reader's language.

    ``name`` finds it on its page and in addresses. ``columns`` are its numbers, unrounded;
    ``plan`` says how to draw them elsewhere, None where only a table will do. ``alt`` is the
    figure in words. ``behind`` names where the numbers come from.
    """

    name: str
    title: str
    subtitle: str
    caption: str
    alt: str
    columns: tuple[Column, ...]
    plan: Plan | None = None
    behind: tuple[Behind, ...] = ()
    sample: bool = False
    empty: bool = False
