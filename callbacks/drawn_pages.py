"""Pages drawn for the items of one deck, each address once however many of its cards are asked."""

from cakupan.domain.decks import DeckItem
from cakupan.domain.records import Record, field
from cakupan.domain.shown import Shown
from callbacks.showing import Showing
from layouts.taken import DrawnCard


class DrawnPages(Record):
    """Made for one deck and then forgotten; ``compact`` as a narrow screen shows figures."""

    showing: Showing
    compact: bool = False
    _drawn: dict[tuple[str, str], dict[str, DrawnCard]] = field(default_factory=dict)

    def card(self, item: DeckItem) -> DrawnCard | None:
        """The card an item names, with its figure; None where it is not there."""
        address = (item.path, item.search)
        if address not in self._drawn:
            cards = self.showing.drawn(*address, compact=self.compact)
            self._drawn[address] = {card.shown.name: card for card in cards}
        return self._drawn[address].get(item.card)

    def shown(self, item: DeckItem) -> Shown | None:
        """The same as data alone."""
        card = self.card(item)
        return card.shown if card else None
