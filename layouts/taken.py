"""What of a drawn page can be taken away: its cards as data, in the order of the page.

A card that can be taken away gives its data beside what it fills, under ``SHOWN``; that is no
property of a component, so no callback sends it to the browser.
"""

from collections.abc import Iterable
from itertools import chain

from cakupan.domain.shown import Shown
from layouts.view import Changes

SHOWN = "shown"


def as_data(place: str, shown: Shown) -> Changes:
    """A card that stands at ``place``, as data."""
    return {(place, SHOWN): shown}


def shown_cards(changes: Iterable[Changes]) -> list[Shown]:
    """Every card of these changes, as data; a name is given to one card only."""
    found = {
        shown.name: shown
        for (_, field), shown in chain.from_iterable(each.items() for each in changes)
        if field == SHOWN and isinstance(shown, Shown)
    }
    return list(found.values())
