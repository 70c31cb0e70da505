"""What is taken away as a workbook or CSV: one card, a whole page, or the cards of a deck."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from cakupan.domain.decks import Deck
from cakupan.domain.language import Language
from cakupan.domain.own_exports import EXPORT_MARK
from cakupan.domain.records import Record, replace
from cakupan.domain.shown import Behind, Shown
from cakupan.exports.column_files import columns_csv, columns_workbook
from cakupan.exports.column_table import ColumnTable, Cover
from cakupan.exports.untaken import UntakenError
from cakupan.texts import Words, date_format, words
from callbacks.figures import Source
from callbacks.reading import Request, Settled, settled
from callbacks.showing import Showing
from callbacks.tracing import trace_all
from layouts.choices import ALL_FRAMEWORKS
from layouts.file_stem import file_stem
from layouts.pages import page_at
from layouts.traced import source_columns
from layouts.view import base_name, target_name, wall_clock


class Taken(Record, frozen=True):
    """A file: its name without an ending, and what it holds."""

    stem: str
    content: bytes


class Taking(Record, frozen=True):
    """Every page drawn for an address, written into a file. Raises UntakenError with a reason."""

    showing: Showing
    source: Source
    clock: Callable[[], datetime]

    def card(self, kind: str, path: str, search: str, name: str) -> Taken:
        """The numbers of one card: ``xlsx`` with the origin of each figure, or ``csv``."""
        cards, found = self._cards(path, search), self._settled(path, search)
        shown = next((one for one in cards if one.name == name), None)
        if shown is None:
            known = ", ".join(one.name for one in cards)
            raise UntakenError("exports.refused.no_card", card=name, page=path, known=known)
        if not shown.columns:
            raise UntakenError("exports.refused.no_table", card=name)
        say = words(found.choices.language)
        stem = file_stem(path, name, found.region, found.choices)
        if kind == "csv":
            return Taken(stem, columns_csv(_table(shown, say), say.language))
        tables = [_table(shown, say), *self._sources([shown], say)]
        return Taken(stem, columns_workbook(tables, made_at=self.clock()))

    def page(self, path: str, search: str) -> Taken:
        """Everything a page shows: a cover, a sheet for each card, and where figures come from."""
        cards, found = self._cards(path, search), self._settled(path, search)
        say = words(found.choices.language)
        page = page_at(path)
        title = say(
            "exports.page_title",
            page=say(page.title_key) if page else path,
            place=found.region.name,
        )
        cover = Cover(title, self._facts(path, search, found, say), say("exports.contents"))
        content = self._book(cards, cover, say)
        return Taken(file_stem(path, "", found.region, found.choices), content)

    def deck(self, deck: Deck) -> Taken:
        """The cards of a deck, those that are still there."""
        if not deck.items:
            raise UntakenError("exports.refused.empty_deck", 400)
        drawn = [self.showing.card(one.path, one.search, one.card) for one in deck.items]
        cards = [shown for shown in drawn if shown is not None and shown.columns]
        if not cards:
            raise UntakenError("exports.refused.nothing_left")
        say = words(deck.language)
        facts = [
            (say("exports.fact.cards"), str(len(cards))),
            (say("exports.fact.made"), wall_clock(self.clock(), say.language)),
        ]
        title = deck.name or say("exports.deck_title")
        cover = Cover(title, facts, say("exports.contents"))
        return Taken("slide", self._book(cards, cover, say))

    def _cards(self, path: str, search: str) -> list[Shown]:
        if page_at(path) is None:
            raise UntakenError("exports.refused.no_page", path=path[:80])
        cards = [one for one in self.showing.cards(path, search) if not one.empty]
        if not cards:
            raise UntakenError("exports.refused.no_data")
        return cards

    def _settled(self, path: str, search: str) -> Settled:
        request = Request.of({"path": path, "search": search})
        with self.source.figures(request.release) as figures:
            return settled(figures, request)

    def _book(self, cards: Sequence[Shown], cover: Cover, say: Words) -> bytes:
        told = [_table(one, say) for one in cards if one.columns]
        numbered = [
            replace(one, sheet=f"{place} {one.title}") for place, one in enumerate(told, start=1)
        ]
        tables = [*numbered, *self._sources(cards, say)]
        return columns_workbook(tables, made_at=self.clock(), cover=cover)

    def _sources(self, cards: Iterable[Shown], say: Words) -> list[ColumnTable]:
        """The figures behind the cards, each once; no sheet where there are none."""
        behind: dict[Behind, None] = {}
        for one in cards:
            behind.update(dict.fromkeys(one.behind))
        traced = trace_all(self.source, behind)
        if not any(one.figures for one in traced):
            return []
        return [
            ColumnTable(
                say("exports.sources_title"),
                [say("exports.sources_lead"), _mark(say)],
                source_columns(traced, self.source.reference, say),
                sheet=say("exports.sources"),
            )
        ]

    def _facts(self, path: str, search: str, found: Settled, say: Words) -> list[tuple[str, str]]:
        """What, where, when, by which base and targets, and from which address."""
        choices, reference, language = found.choices, self.source.reference, say.language
        framework = (
            say("shell.bar.all_frameworks")
            if choices.framework == ALL_FRAMEWORKS
            else target_name(choices.framework, None, reference, language)
        )
        facts = {
            "region": found.region.name,
            "period": _period(found, language),
            "denominator": base_name(choices.denominator_id, reference, language),
            "framework": framework,
            "release": choices.release,
            "made": wall_clock(self.clock(), language),
            "address": f"{path}{search}",
        }
        return [(say(f"exports.fact.{name}"), text) for name, text in facts.items() if text]


def _page_name(path: str, say: Words) -> str:
    page = page_at(path)
    return say(page.title_key) if page else path


def _period(found: Settled, language: Language) -> str:
    period = found.choices.period
    return date_format.period(period, language) if period else ""


def _table(shown: Shown, say: Words) -> ColumnTable:
    notes = [shown.subtitle, shown.caption, _mark(say)]
    return ColumnTable(shown.title, [note for note in notes if note], shown.columns, shown.plan)


def _mark(say: Words) -> str:
    return say("exports.mark", mark=EXPORT_MARK)
