"""Decks: chosen cards, or the summary of a region, drawn into slides; and decks given back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import PurePath

from cakupan import __version__
from cakupan.domain.decks import MOST_ITEMS, Deck, DeckItem
from cakupan.domain.language import Language
from cakupan.domain.records import Record, replace
from cakupan.domain.shown import Shown
from cakupan.exports.slides.cover_slide import CoverTexts
from cakupan.exports.slides.deck_file import Drawn, write_deck
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.exports.slides.recipe import Recipe
from cakupan.exports.slides.refresh import refresh_deck
from cakupan.exports.slides.report import Refreshed
from cakupan.exports.slides.slide_words import is_sample
from cakupan.exports.slides.templates import Template, house_template, read_template
from cakupan.storage.deck_templates import TemplateStore
from cakupan.texts import date_format, words
from callbacks.deck_items import in_language, summary_of, with_choices
from callbacks.deck_subject import Subject, subject_of
from callbacks.drawn_pages import DrawnPages
from callbacks.figures import Source
from callbacks.showing import Showing

_MOST_SUBJECTS = 3


class DeckFile(Record, frozen=True):
    """A file, its name, and how many cards are in it."""

    name: str
    content: bytes
    cards: int


class RefreshedFile(Record, frozen=True):
    """A deck brought up to date, with what happened to its slides."""

    name: str
    done: Refreshed
    language: Language


class Decks(Record, frozen=True):
    """Makes decks from what the pages show. Raises DeckFaultError with a reason for a person."""

    showing: Showing
    source: Source
    templates: TemplateStore
    clock: Callable[[], datetime]

    def chosen(self, deck: Deck) -> DeckFile:
        """A deck of the cards somebody chose, in their order."""
        if not deck.items:
            raise DeckFaultError("empty")
        if len(deck.items) > MOST_ITEMS:
            raise DeckFaultError("too_many", count=len(deck.items), most=MOST_ITEMS)
        pages = DrawnPages(self.showing)
        items = [in_language(item, deck.language) for item in deck.items]
        drawn = [
            Drawn(item, _found(pages.shown(item), item, number))
            for number, item in enumerate(items, start=1)
        ]
        return self._file(replace(deck, items=tuple(items)), drawn, key="deck")

    def summary(self, search: str, *, template: str = "", own: bytes | None = None) -> DeckFile:
        """The deck of one click: the story of the region of a query.

        ``template`` is the id of one that is kept, ``own`` the bytes of one that is not.
        """
        subject = subject_of(self.source, search)
        language, pages = subject.language, DrawnPages(self.showing)
        found = summary_of(subject.region.code, subject.search, pages.shown)
        drawn = [Drawn(item, shown) for item, shown in found]
        if not drawn:
            raise DeckFaultError("no_data", region=subject.region.name)
        deck = Deck(tuple(one.item for one in drawn), language, "", template)
        return self._file(deck, drawn, key="summary", own=own)

    def refresh(self, content: bytes, name: str, *, choices: dict[str, str]) -> RefreshedFile:
        """A deck given back with the figures of today, or of other ``choices`` of the address.

        Without a release among them the running figures are taken.
        """
        pages, wanted = DrawnPages(self.showing), {"rilis": "", **choices}
        languages: list[Language] = []

        def cover(recipe: Recipe, cards: Sequence[Shown]) -> CoverTexts:
            languages.append(recipe.language)
            items = [one.item for one in recipe.slides if one.item]
            renewed = [replace(one, search=with_choices(one.search, wanted)) for one in items]
            return self._cover(Deck((), recipe.language, recipe.name), renewed, cards)

        def draw(item: DeckItem) -> Shown | None:
            return pages.shown(replace(item, search=with_choices(item.search, wanted)))

        done = refresh_deck(content, draw, cover)
        stem = PurePath(name.replace("\\", "/")).stem or "Cakupan"
        say = words(languages[0])
        return RefreshedFile(say("slides.file.refreshed", name=stem), done, languages[0])

    def _file(
        self, deck: Deck, drawn: Sequence[Drawn], *, key: str, own: bytes | None = None
    ) -> DeckFile:
        cards = [one.shown for one in drawn]
        cover = self._cover(deck, deck.items, cards)
        template = self._template(deck.template) if own is None else read_template(own)
        content = write_deck(template, deck, drawn, cover, made_at=self.clock())
        subject = self._subjects(deck.items[:1], deck.language)[0]
        fields = {"region": subject.region.name, "period": subject.period_code}
        name = words(deck.language)(
            f"slides.file.{key}", name=deck.name or subject.region.name, **fields
        )
        return DeckFile(_file_name(name), content, len(drawn))

    def _template(self, ident: str) -> Template:
        if not ident:
            return house_template()
        content = self.templates.content(ident)
        if content is None:
            raise DeckFaultError("no_template")
        return read_template(content)

    def _cover(self, deck: Deck, items: Iterable[DeckItem], cards: Sequence[Shown]) -> CoverTexts:
        say = words(deck.language)
        subjects = self._subjects(items, deck.language)
        day = date_format.day(self.clock().astimezone().date(), deck.language)
        where = [
            say("slides.cover.where", region=one.region.name, period=one.period_text)
            for one in subjects[:_MOST_SUBJECTS]
        ]
        return CoverTexts(
            title=deck.name or say("slides.cover.title"),
            subtitle=" · ".join(where),
            caption=say("slides.cover.made", day=day, version=__version__),
            sample=say("slides.sample") if any(is_sample(card, say) for card in cards) else "",
        )

    def _subjects(self, items: Iterable[DeckItem], language: Language) -> list[Subject]:
        """What the items are about, each region and period once."""
        addresses = dict.fromkeys((one.path, one.search) for one in items)
        found = [
            subject_of(self.source, search, path=path, language=language)
            for path, search in addresses
        ]
        once = {(one.region.code, one.period_code): one for one in found}
        # Around a kabupaten its province is shown, which no first slide need name.
        around = found[0].region.code[:2] if found and "." in found[0].region.code else ""
        return [one for one in once.values() if one.region.code != around]


def _found(shown: Shown | None, item: DeckItem, number: int) -> Shown:
    if shown is None:
        raise DeckFaultError("card_gone", number=number, page=item.path)
    if shown.empty:
        raise DeckFaultError("card_empty", number=number, page=item.path, title=shown.title)
    return shown


def _file_name(name: str) -> str:
    """Without what no file system takes in a name."""
    return "".join("-" if letter in '\\/:*?"<>|' or letter < " " else letter for letter in name)
