"""A whole deck from cards as data: the first slide, a slide or more for each card, the sources."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from cakupan.domain.decks import Deck, DeckItem
from cakupan.domain.records import Record
from cakupan.domain.shown import Shown
from cakupan.exports.slides.closing_slide import closing_page
from cakupan.exports.slides.cover_slide import CoverTexts, add_cover
from cakupan.exports.slides.figure import Figure
from cakupan.exports.slides.figures import pages_of
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.recipe import Recipe, SlidePart, SlideRecipe, remember
from cakupan.exports.slides.slide_page import SlideTexts, add_figure_slide, area_of
from cakupan.exports.slides.slide_words import slide_texts
from cakupan.exports.slides.templates import Template
from cakupan.texts import words

_MOST_SLIDES = 200


class Drawn(Record, frozen=True):
    """An item of a deck with its card."""

    item: DeckItem
    shown: Shown


class _Writing(Record):
    """A presentation while slides are added to it."""

    template: Template
    recipes: list[SlideRecipe]

    def cover(self, texts: CoverTexts) -> None:
        pen = Pen()
        add_cover(self.template.deck, self.template.places.cover, texts, pen)
        self._remember(SlidePart.COVER, None, 0, texts.heads, pen)

    def figure(
        self,
        figure: Figure,
        texts: SlideTexts,
        *,
        part: SlidePart,
        item: DeckItem | None = None,
        page: int = 0,
    ) -> None:
        pen, layout = Pen(), self.template.places.figure
        add_figure_slide(self.template.deck, layout, figure, texts, pen, marker=self._marker())
        self._remember(part, item, page, texts.heads, pen)

    def _remember(
        self, part: SlidePart, item: DeckItem | None, page: int, heads: Sequence[str], pen: Pen
    ) -> None:
        self.recipes.append(SlideRecipe(self._marker(), part, item, page, heads, pen.written))

    def _marker(self) -> str:
        return f"Cakupan {len(self.recipes):03}"


def write_deck(
    template: Template, deck: Deck, drawn: Sequence[Drawn], cover: CoverTexts, *, made_at: datetime
) -> bytes:
    """The file. ``template`` is used up: it holds the slides afterwards."""
    say, area = words(deck.language), area_of(template.places.figure)
    writing = _Writing(template, [])
    writing.cover(cover)
    for one in drawn:
        for number, page in enumerate(pages_of(one.shown, deck.language, area)):
            if len(writing.recipes) < _MOST_SLIDES:
                texts = slide_texts(one.shown, page, say, title=one.item.title)
                writing.figure(page.figure, texts, part=SlidePart.CARD, item=one.item, page=number)
    figure, texts = closing_page([one.shown for one in drawn], say)
    writing.figure(figure, texts, part=SlidePart.CLOSING)
    remember(template.deck, Recipe(deck.language, deck.name, writing.recipes))
    return _saved(template, deck, cover, made_at)


def _saved(template: Template, deck: Deck, cover: CoverTexts, made_at: datetime) -> bytes:
    properties = template.deck.core_properties
    properties.title, properties.author = cover.title, "Cakupan"
    properties.language, properties.last_modified_by = deck.language.value, "Cakupan"
    properties.created = properties.modified = made_at
    written = BytesIO()
    template.deck.save(written)
    return written.getvalue()
