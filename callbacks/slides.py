"""The cards of a deck as a browser shows them: small in the list of slides, large in a hall.

Choices come in, a page is drawn once for each address among them, and nothing is kept.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cakupan.charts.plain import plain_figure
from cakupan.charts.theme import PALETTES, Theme
from cakupan.domain.decks import DeckItem
from cakupan.domain.plans import NumberPlan, Tile, TilePlan
from cakupan.domain.records import Record, asdict, replace
from cakupan.domain.shown import Shown
from cakupan.exports.previews.drawing import preview
from cakupan.storage.errors import ReleaseError
from cakupan.texts import Words, words
from cakupan.texts.column_text import column_texts
from callbacks.deck_items import summary_of, with_choices
from callbacks.deck_subject import subject_of
from callbacks.drawn_pages import DrawnPages
from callbacks.figures import Source
from callbacks.showing import Showing
from layouts.pages import page_at
from layouts.slide.manner import Manner
from layouts.taken import DrawnCard

_MOST_NAMED = 14
_THEMES = {Theme.LIGHT: "terang", Theme.DARK: "gelap"}


class Slides(Record, frozen=True):
    """Shows the cards of addresses."""

    showing: Showing
    source: Source

    def told(self, items: Sequence[DeckItem | None], manner: Manner) -> list[dict[str, Any]]:
        """For each item what stands on its slide, as plain values; a card gone says so."""
        pages = DrawnPages(self.showing, compact=manner.compact)
        return [self._told(item, pages, manner) for item in items]

    def summary(self, search: str) -> list[dict[str, str]]:
        """The items of the summary of a query's region, as a browser keeps them.

        Raises DeckFaultError where the query asks for what is not there.
        """
        subject, pages = subject_of(self.source, search), DrawnPages(self.showing)
        found = summary_of(subject.region.code, subject.search, pages.shown)
        return [{**asdict(item), "label": shown.title} for item, shown in found]

    def _told(self, item: DeckItem | None, pages: DrawnPages, manner: Manner) -> dict[str, Any]:
        if item is None:
            return {"state": "gone", "subtitle": words(manner.language)("slide.gone")}
        asked = {"bahasa": manner.language.value, "tema": _THEMES[manner.theme]}
        try:
            card = pages.card(replace(item, search=with_choices(item.search, asked)))
        except ReleaseError as fault:
            return _refused(item, fault, words(manner.language))
        return _told(item, card, manner)


def _refused(item: DeckItem, fault: ReleaseError, say: Words) -> dict[str, Any]:
    """A card of a release that cannot be shown says so in the place of its subtitle."""
    why = say(f"storage.{fault.code}", **fault.details)
    return {"page": "", "state": "gone", "title": item.title, "subtitle": why}


def _told(item: DeckItem, card: DrawnCard | None, manner: Manner) -> dict[str, Any]:
    say, page = words(manner.language), page_at(item.path)
    about = {"page": say(page.title_key) if page else item.path}
    if card is None:
        return {**about, "state": "gone", "title": item.title, "subtitle": say("slide.gone")}
    shown = card.shown
    told = {
        **about,
        "state": "empty" if shown.empty else "shown",
        "title": item.title or shown.title,
        "own_title": shown.title,
        "subtitle": shown.subtitle,
        "caption": shown.caption,
        "alt": shown.alt,
        "sample": say("ringkasan.sample") if shown.sample else "",
    }
    if manner.large:
        return {**told, **_large(card, say, manner.theme)}
    return {**told, "preview": "" if shown.empty else preview(shown, say.language, manner.theme)}


def _large(card: DrawnCard, say: Words, theme: Theme) -> dict[str, Any]:
    """Numbers where the card is numbers, its figure where it has one, else its table."""
    shown = card.shown
    if shown.empty:
        return {"kind": "empty"}
    if isinstance(shown.plan, NumberPlan):
        numbers = [
            {"label": one.label, "text": one.text, "note": one.note} for one in shown.plan.numbers
        ]
        return {"kind": "numbers", "numbers": numbers}
    if card.figure is not None:
        figure = plain_figure(card.figure)
        return {"kind": "figure", "figure": figure, **_map_key(shown, figure, theme)}
    return {"kind": "table", **_table(shown, say)}


def _map_key(shown: Shown, figure: Mapping[str, Any], theme: Theme) -> dict[str, Any]:
    """Of a map what its colours mean, and its regions where they are few; else nothing."""
    plan = shown.plan
    if not isinstance(plan, TilePlan):
        return {}
    scale = figure["data"][0].get("colorscale", [])
    colours = [*dict.fromkeys(colour for _, colour in scale), PALETTES[theme].over]
    steps = dict(enumerate(colours))
    known = sorted((tile for tile in plan.tiles if tile.value is not None), key=_depth)
    return {
        "legend": [
            {"text": text, "colour": steps.get(step, "")} for step, text in enumerate(plan.steps)
        ],
        "regions": [
            {"name": tile.name, "text": tile.text, "colour": steps.get(tile.step or 0, "")}
            for tile in known[:_MOST_NAMED]
            if len(known) <= _MOST_NAMED
        ],
    }


def _depth(tile: Tile) -> float:
    return -(tile.value or 0.0)


def _table(shown: Shown, say: Words) -> dict[str, Any]:
    texts = [column_texts(column, say.language) for column in shown.columns]
    return {
        "head": [column.title for column in shown.columns],
        "numeric": [column.kind.value != "text" for column in shown.columns],
        "rows": list(zip(*texts, strict=True)),
    }
