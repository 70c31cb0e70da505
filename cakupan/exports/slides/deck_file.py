"""A whole deck from cards as data: the first slide, a slide or more for each card, the sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from cakupan.domain.decks import Deck, DeckItem
from cakupan.domain.shown import Shown
from cakupan.exports.slides.closing_slide import closing_page
from cakupan.exports.slides.cover_slide import CoverTexts, add_cover
from cakupan.exports.slides.figures import pages_of
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.recipe import Recipe, SlideRecipe, remember
from cakupan.exports.slides.slide_page import add_figure_slide
from cakupan.exports.slides.slide_words import slide_texts
from cakupan.exports.slides.template_places import TemplatePlaces
from cakupan.texts import words

COVER, CARD, CLOSING = "cover", "card", "closing"
_MOST_SLIDES = 200


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item of a deck with its card."""

    item: DeckItem
    shown: Shown


@dataclass(slots=True)
class _Writing:
    """A presentation while slides are added to it."""

    deck: Any
    places: TemplatePlaces
    recipes: list[SlideRecipe]

    def marker(self) -> str:
        return f"Cakupan {len(self.recipes):03}"


def write_deck(
    empty: Any,
    places: TemplatePlaces,
    deck: Deck,
    drawn: Sequence[Drawn],
    cover: CoverTexts,
    *,
    made_at: datetime,
) -> bytes:
    """The file. ``empty`` is a presentation without slides, ours or an institution's."""
    writing = _Writing(empty, places, [])
    _write_cover(writing, cover)
    for one in drawn:
        _write_card(writing, one, deck)
    _write_closing(writing, deck, [one.shown for one in drawn])
    remember(empty, Recipe(deck.language, deck.name, writing.recipes))
    properties = empty.core_properties
    properties.title, properties.author = cover.title, "Cakupan"
    properties.language, properties.created = deck.language.value, made_at
    properties.modified, properties.last_modified_by = made_at, "Cakupan"
    written = BytesIO()
    empty.save(written)
    return written.getvalue()


def _write_cover(writing: _Writing, cover: CoverTexts) -> None:
    pen = Pen()
    add_cover(writing.deck, writing.places.cover, cover, pen)
    writing.recipes.append(SlideRecipe(writing.marker(), COVER, None, 0, pen.written))


def _write_card(writing: _Writing, one: Drawn, deck: Deck) -> None:
    pages = pages_of(one.shown, deck.language)
    for number, page in enumerate(pages):
        if len(writing.recipes) >= _MOST_SLIDES:
            return
        pen, marker = Pen(), writing.marker()
        texts = slide_texts(one.shown, page, words(deck.language), title=one.item.title)
        add_figure_slide(
            writing.deck, writing.places.figure, page.figure, texts, pen, marker=marker
        )
        writing.recipes.append(SlideRecipe(marker, CARD, one.item, number, pen.written))


def _write_closing(writing: _Writing, deck: Deck, cards: Sequence[Shown]) -> None:
    pen, marker = Pen(), writing.marker()
    figure, texts = closing_page(cards, words(deck.language))
    add_figure_slide(writing.deck, writing.places.figure, figure, texts, pen, marker=marker)
    writing.recipes.append(SlideRecipe(marker, CLOSING, None, 0, pen.written))
