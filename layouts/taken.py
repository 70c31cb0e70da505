"""What of a drawn page can be taken away: its cards as data, in the order of the page.

A card that can be taken away gives its data beside what it fills, under ``SHOWN``; that is no
property of a component, so no callback sends it to the browser.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain

from cakupan.charts import Figure
from cakupan.domain.records import Record, replace
from cakupan.domain.shown import Shown
from layouts.view import Changes

SHOWN = "shown"


class DrawnCard(Record, frozen=True):
    """A card as data, and its figure as a browser draws it; a card of texts has none."""

    shown: Shown
    figure: Figure | None


class CardsOf(Record, frozen=True, dict=True):
    """The cards of a page without its figures, made as data when somebody asks for them."""

    unmade: Changes

    @classmethod
    def among(cls, changes: Changes) -> "CardsOf":
        """Those that stand among these changes."""
        return cls({slot: shown for slot, shown in changes.items() if slot[1] == SHOWN})

    @cached_property
    def shown(self) -> Sequence[Shown]:
        """All of them, in the order of the page."""
        return [card for _, card in cards_in(self.unmade)]


def as_data(place: str, shown: Shown | Callable[[], Shown]) -> Changes:
    """A card that stands at ``place``, as data; what is much work is made when it is asked for."""
    return {(place, SHOWN): shown}


def cards_in(changes: Changes) -> Iterator[tuple[str, Shown]]:
    """Every card of these changes, with the place where it stands."""
    for (place, field), shown in changes.items():
        if field == SHOWN:
            card = _made(shown)
            if isinstance(card, Shown):
                yield place, card


def of_release(changes: Changes, release_id: str, name: str) -> Changes:
    """The same changes, of a release: what can be taken away of them names it and rests on it.

    ``name`` is what a caption calls it, at its end.
    """
    named = {
        slot: partial(_of_release, shown, release_id, name)
        for slot, shown in changes.items()
        if slot[1] == SHOWN
    }
    return {**changes, **named}


def _made(shown: object) -> object:
    return shown() if callable(shown) else shown


def _of_release(shown: object, release_id: str, name: str) -> object:
    card = _made(shown)
    if not isinstance(card, Shown):
        return card
    told = [card.caption.removesuffix(name).removesuffix(" · "), name]
    return replace(
        card,
        caption=" · ".join(part for part in told if part),
        behind=tuple(replace(one, release=release_id) for one in card.behind),
    )


def drawn_cards(changes: Iterable[Changes]) -> list[DrawnCard]:
    """Every card of these changes with its figure; a name is given to one card only."""
    filled = list(changes)
    places = dict(chain.from_iterable(each.items() for each in filled))
    found = {
        shown.name: DrawnCard(shown, _figure(places.get((place, "figure"))))
        for place, shown in cards_in(places)
    }
    return list(found.values())


def _figure(drawn: object) -> Figure | None:
    return drawn if isinstance(drawn, Figure) else None
