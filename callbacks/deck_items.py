"""Which cards make a summary deck, and what an item's address says."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from cakupan.domain.decks import DeckItem
from cakupan.domain.language import Language

MOST_OF_SUMMARY = 13
"""With the first slide and the sources 15, where every card takes one slide."""

# The story of a province or the nation, the most important first.
_OF_PARTS = (
    ("/", ("hero", "trend", "ranking", "movers", "segments")),
    ("/wilayah", ("map",)),
    ("/target", ("target-way", "target-needs", "target-split")),
    ("/pertumbuhan", ("causes", "year")),
    ("/segmen", ("segmen-groups", "segmen-regions")),
    ("/manfaat", ("manfaat-programmes", "manfaat-course")),
    ("/paritrana", ("paritrana-scores",)),
    ("/mutu", ("mutu-bases",)),
)
# A kabupaten has a page of its own; around it the province it lies in.
_OF_REGION = ("hero", "trend", "peers", "parts", "segments", "course", "years", "cited")
_AROUND = (
    ("/", ("ranking", "movers")),
    ("/target", ("target-split",)),
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


def with_choices(search: str, choices: Mapping[str, str]) -> str:
    """A query with these choices instead of its own; "" leaves a choice out."""
    given = dict(parse_qsl(search.removeprefix("?"), keep_blank_values=True))
    merged = {name: text for name, text in {**given, **choices}.items() if text}
    return "?" + urlencode(merged)


def in_language(item: DeckItem, language: Language) -> DeckItem:
    """The same card in the language of the deck."""
    return replace(item, search=with_choices(item.search, {"bahasa": language.value}))
