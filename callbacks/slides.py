"""The cards of a deck as a browser shows them: small in the list of slides, large in a hall.

Choices come in, a page is drawn once for each address among them, and nothing is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from cakupan.charts.plain import plain_figure
from cakupan.charts.theme import Theme
from cakupan.domain.decks import DeckItem
from cakupan.domain.plans import NumberPlan
from cakupan.domain.shown import Shown
from cakupan.exports.previews.drawing import preview
from cakupan.texts import Words, words
from cakupan.texts.column_text import column_texts
from callbacks.showing import Showing
from layouts.pages import page_at
from layouts.slide.manner import Manner
from layouts.taken import DrawnCard

_THEMES = {Theme.LIGHT: "terang", Theme.DARK: "gelap"}


@dataclass(frozen=True, slots=True)
class Slides:
    """Shows the cards of addresses."""

    showing: Showing

    def told(self, items: Sequence[DeckItem | None], manner: Manner) -> list[dict[str, Any]]:
        """For each item what stands on its slide, as plain values; a card gone says so."""
        pages: dict[tuple[str, str], Mapping[str, DrawnCard]] = {}
        found = []
        for item in items:
            if item is None:
                found.append({"state": "gone", "subtitle": words(manner.language)("slide.gone")})
                continue
            address = item.path, in_manner(item.search, manner)
            if address not in pages:
                drawn = self.showing.drawn(*address, compact=manner.compact)
                pages[address] = {card.shown.name: card for card in drawn}
            found.append(_told(item, pages[address].get(item.card), manner))
        return found


def in_manner(search: str, manner: Manner) -> str:
    """The same choices in this language and theme."""
    chosen = dict(parse_qsl(search.removeprefix("?")))
    chosen |= {"bahasa": manner.language.value, "tema": _THEMES[manner.theme]}
    return "?" + urlencode(chosen)


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
        return {**told, **_large(card, say)}
    return {**told, "preview": "" if shown.empty else preview(shown, say.language, manner.theme)}


def _large(card: DrawnCard, say: Words) -> dict[str, Any]:
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
        return {"kind": "figure", "figure": plain_figure(card.figure)}
    return {"kind": "table", **_table(shown, say)}


def _table(shown: Shown, say: Words) -> dict[str, Any]:
    texts = [column_texts(column, say.language) for column in shown.columns]
    return {
        "head": [column.title for column in shown.columns],
        "numeric": [column.kind.value != "text" for column in shown.columns],
        "rows": list(zip(*texts, strict=True)),
    }
