"""Gives a deck that was edited by hand the figures of today; what a person changed stays.

Slides may have been put in another order, copied, moved to, added and deleted; shapes moved and
resized, titles typed anew, charts formatted.
"""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

from cakupan.domain.decks import DeckItem
from cakupan.domain.shown import Shown
from cakupan.exports.slides.chart_figure import CHART_NAME
from cakupan.exports.slides.closing_slide import closing_page
from cakupan.exports.slides.cover_slide import CoverTexts
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.exports.slides.figure import Figure
from cakupan.exports.slides.figures import pages_of
from cakupan.exports.slides.opening import open_deck
from cakupan.exports.slides.pen import Pen, fingerprint
from cakupan.exports.slides.places import AREA, Box
from cakupan.exports.slides.recipe import (
    NewerDeckError,
    Recipe,
    SlidePart,
    SlideRecipe,
    recall,
    remember,
)
from cakupan.exports.slides.report import Refreshed, SlideReport
from cakupan.exports.slides.slide_page import SlideTexts
from cakupan.exports.slides.slide_renewal import renew_cover, renew_figure, renew_texts, title_of
from cakupan.exports.slides.slide_words import slide_texts
from cakupan.texts import Words, words

Draw = Callable[[DeckItem], Shown | None]
Cover = Callable[[Recipe, Sequence[Shown]], CoverTexts]
_Wanted = tuple[Figure, SlideTexts]


def recipe_of(content: bytes) -> tuple[Any, Recipe]:
    """An opened deck of ours. Raises DeckFaultError where it is none, or too new."""
    deck = open_deck(content)
    try:
        recipe = recall(deck)
    except NewerDeckError as fault:
        raise DeckFaultError("newer") from fault
    if recipe is None or not recipe.slides:
        raise DeckFaultError("not_ours")
    return deck, recipe


def refresh_deck(content: bytes, draw: Draw, cover: Cover) -> Refreshed:
    """The same deck with new figures. ``draw`` gives an item's card as it is now, None for none."""
    deck, recipe = recipe_of(content)
    items = dict.fromkeys(one.item for one in recipe.slides if one.item)
    cards = {item: shown for item in items if (shown := draw(item)) and not shown.empty}
    work = _Work(recipe, cards, words(recipe.language), cover(recipe, list(cards.values())))
    reports = [
        report
        for number, slide in enumerate(deck.slides, start=1)
        if (report := work.renew(slide, number))
    ]
    if not reports:
        raise DeckFaultError("no_slides")
    remember(deck, Recipe(recipe.language, recipe.name, list(work.renewed.values())))
    written = BytesIO()
    deck.save(written)
    return Refreshed(written.getvalue(), reports)


class _Work:
    """What is known while the slides are gone through. ``renewed`` is the recipe of the result."""

    def __init__(
        self, recipe: Recipe, cards: Mapping[DeckItem, Shown], say: Words, cover: CoverTexts
    ) -> None:
        self.cards, self.say, self.cover = cards, say, cover
        self.renewed = {one.marker: one for one in recipe.slides}
        self._known = {one.marker: one for one in recipe.slides}

    def renew(self, slide: Any, number: int) -> SlideReport | None:
        """Bring one slide up to date; None where it is none of ours."""
        found = _marked(slide, self._known) or self._by_texts(slide)
        if found is None:
            return None
        recipe, shape = found
        pen = Pen(frozenset(recipe.texts))
        problem, heads = self._renew(slide, shape, recipe, pen)
        if not problem:
            self.renewed[recipe.marker] = SlideRecipe(
                recipe.marker, recipe.part, recipe.item, recipe.page, heads, pen.written
            )
        return SlideReport(number, title_of(slide), pen.changes, pen.kept, problem)

    def _renew(
        self, slide: Any, shape: Any, recipe: SlideRecipe, pen: Pen
    ) -> tuple[str, Sequence[str]]:
        """A problem's code, or "" with the fingerprints of the new heads."""
        if recipe.part is SlidePart.COVER:
            renew_cover(slide, self.cover, recipe.heads, pen, self.say)
            return "", self.cover.heads
        if recipe.part is SlidePart.CLOSING:
            wanted: _Wanted | str = closing_page(list(self.cards.values()), self.say)
        else:
            wanted = self._card(recipe, shape)
        if isinstance(wanted, str):
            return wanted, ()
        figure, texts = wanted
        if not renew_figure(slide, shape, figure, pen, marker=recipe.marker):
            return "apart", ()
        renew_texts(slide, texts, recipe.heads, pen, self.say)
        return "", texts.heads

    def _card(self, recipe: SlideRecipe, shape: Any) -> _Wanted | str:
        """The figure and texts of a card as it is now, or a problem's code."""
        shown = self.cards.get(recipe.item) if recipe.item else None
        if shown is None or recipe.item is None:
            return "gone"
        # A table that was made narrow still holds the columns it was made with.
        placed = hasattr(shape, "left") and not getattr(shape, "has_table", False)
        box = Box(shape.left, shape.top, shape.width, shape.height) if placed else AREA
        pages = pages_of(shown, self.say.language, box)
        if recipe.page >= len(pages):
            return "no_page"
        page = pages[recipe.page]
        return page.figure, slide_texts(shown, page, self.say, title=recipe.item.title)

    def _by_texts(self, slide: Any) -> tuple[SlideRecipe, Any] | None:
        """A slide without a marked figure is known by texts that still read as written.

        The first slide has no figure, so that one text is enough. Elsewhere the figure was taken
        apart, and title and subtitle say which it is; its parts lie on the slide.
        """
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        prints = {fingerprint(text) for text in texts if text.strip()}
        for recipe in self._known.values():
            cover = recipe.part is SlidePart.COVER
            if cover and not prints.isdisjoint(recipe.heads):
                return recipe, slide
            if recipe.part is SlidePart.CARD and prints.issuperset(recipe.heads[:2]):
                return recipe, slide
        return None


def _marked(slide: Any, known: Mapping[str, SlideRecipe]) -> tuple[SlideRecipe, Any] | None:
    """The recipe of a slide by the name of its figure, wherever somebody put it."""
    for shape in _all_shapes(slide.shapes):
        recipe = known.get(shape.name)
        if recipe is not None:
            return recipe, shape
        recipe = known.get(shape.name.removesuffix(f" {CHART_NAME}"))
        if recipe is not None:
            return recipe, slide
    return None


def _all_shapes(shapes: Any) -> list[Any]:
    found = []
    for shape in shapes:
        found += [shape, *_all_shapes(getattr(shape, "shapes", ()))]
    return found
