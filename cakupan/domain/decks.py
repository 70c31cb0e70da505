"""A deck: the cards someone chose, in their order. Choices only; figures come when it is drawn."""

from collections.abc import Mapping
from typing import Any

from cakupan.domain.language import Language
from cakupan.domain.records import Record

MOST_ITEMS = 60


class DeckItem(Record, frozen=True):
    """One card of a page as it stands at an address.

    ``search`` is the query of the address with its question mark. ``title`` is what somebody typed
    instead of the card's own title, "" where nobody did.
    """

    path: str
    search: str
    card: str
    title: str = ""

    @classmethod
    def of(cls, data: object) -> "DeckItem | None":
        """Read what a browser keeps or sends; None for what is no item."""
        if not isinstance(data, Mapping):
            return None
        path, card = _text(data, "path", 200), _text(data, "card", 100)
        if not path.startswith("/") or not card:
            return None
        return cls(path, _text(data, "search", 4000), card, _text(data, "title", 400).strip())


class Deck(Record, frozen=True):
    """``name`` stands on the first slide; ``template`` is the id of the office's own, or ""."""

    items: tuple[DeckItem, ...]
    language: Language = Language.ID
    name: str = ""
    template: str = ""

    @classmethod
    def of(cls, data: object) -> "Deck":
        """Read ``{items, language, name, template}`` as sent; what is no item is left out."""
        given: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        listed = given.get("items")
        read = [DeckItem.of(one) for one in listed] if isinstance(listed, list) else []
        english = given.get("language") == Language.EN.value
        return cls(
            items=tuple(one for one in read if one is not None),
            language=Language.EN if english else Language.ID,
            name=_text(given, "name", 200).strip(),
            template=_text(given, "template", 100),
        )


def _text(data: Mapping[str, Any], key: str, most: int) -> str:
    value = data.get(key)
    return value[:most] if isinstance(value, str) else ""
