"""Which cards make a summary deck, and what an item's address says."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import parse_qsl, urlencode

from cakupan.domain.decks import DeckItem
from cakupan.domain.language import Language
from cakupan.domain.records import replace
from cakupan.domain.shown import Shown
from cakupan.texts.number_format import MISSING

MOST_OF_SUMMARY = 13
"""Slides with a figure; with the first slide and the sources they are 15."""

_ROWS = 13
# The story of a province or the nation: what everybody asks for first, then what fills a deck
# where some of that is not known.
_OF_PARTS = (
    ("/", ("hero", "trend", "ranking", "movers", "segments")),
    ("/wilayah", ("map",)),
    ("/target", ("target-way", "target-split", "target-cost")),
    ("/pertumbuhan", ("causes",)),
    ("/segmen", ("segmen-groups",)),
    ("/manfaat", ("manfaat-programmes",)),
    ("/paritrana", ("paritrana-scores",)),
    ("/target", ("target-needs", "target-ladder")),
    ("/pertumbuhan", ("year", "shares", "parts-causes", "heat")),
    ("/segmen", ("segmen-regions",)),
    ("/manfaat", ("manfaat-course", "manfaat-regions")),
    ("/", ("freshness",)),
)
# A kabupaten has a page of its own; around it the province it lies in.
_OF_REGION = ("hero", "trend", "peers", "parts", "segments", "course", "years")
_AROUND = (
    ("/", ("ranking", "movers")),
    ("/target", ("target-split",)),
    ("/pertumbuhan", ("parts-causes",)),
    ("/segmen", ("segmen-regions",)),
    ("/manfaat", ("manfaat-regions",)),
    ("/wilayah", ("map",)),
)


def summary_candidates(region_code: str, search: str) -> Iterator[DeckItem]:
    """Cards in the order of the story; whoever draws them leaves out what has no figures."""
    inside = "." in region_code
    if inside:
        yield from (DeckItem(f"/wilayah/{region_code}", search, name) for name in _OF_REGION)
    for path, names in _AROUND if inside else _OF_PARTS:
        yield from (DeckItem(path, search, name) for name in names)


def summary_of(
    region_code: str, search: str, show: Callable[[DeckItem], Shown | None]
) -> list[tuple[DeckItem, Shown]]:
    """The cards that tell of a region, as ``show`` draws them, as many as have slides left."""
    from cakupan.exports.slides.figures import pages_of  # noqa: PLC0415  the library of slides

    found, left = [], MOST_OF_SUMMARY
    for item in summary_candidates(region_code, search):
        shown = show(item) if left else None
        if shown is not None and _tells(shown):
            slides = len(pages_of(shown, Language.ID))
            if slides <= left:
                found.append((item, shown))
                left -= slides
    return found


def _tells(shown: Shown) -> bool:
    """Whether a card has a number to show, and shows it on one slide."""
    said = (value for one in shown.columns[1:] for value in one.values)
    known = any(value not in {None, "", MISSING} for value in said)
    rows = max((len(one.values) for one in shown.columns), default=0)
    return known and not shown.empty and (shown.plan is not None or rows <= _ROWS)


def with_choices(search: str, choices: Mapping[str, str]) -> str:
    """A query with these choices instead of its own; "" leaves a choice out."""
    given = dict(parse_qsl(search.removeprefix("?"), keep_blank_values=True))
    merged = {name: text for name, text in {**given, **choices}.items() if text}
    return "?" + urlencode(merged)


def in_language(item: DeckItem, language: Language) -> DeckItem:
    """The same card in the language of the deck."""
    return replace(item, search=with_choices(item.search, {"bahasa": language.value}))
