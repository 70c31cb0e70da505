"""A deck as a browser keeps and sends it."""

from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.decks import Deck, DeckItem
from cakupan.domain.language import Language

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def test_a_deck_is_read_as_it_was_sent() -> None:
    item = {"path": "/", "search": "?wilayah=36", "card": "trend", "title": " Naik ", "label": "x"}
    deck = Deck.of({"items": [item, "nonsense", {"path": "no"}], "language": "en"})
    assert deck.items == (DeckItem("/", "?wilayah=36", "trend", "Naik"),)
    assert deck.language is Language.EN


@given(ANYTHING)
def test_nonsense_is_an_empty_deck_and_never_a_fault(data: object) -> None:
    assert Deck.of(data).items == ()
    assert Deck.of({"items": [data], "language": data, "name": data}).items == ()
