"""Parts of the people: the programme and the group that a row names, as ids of their lists."""

from collections.abc import Mapping

from cakupan.domain.measures import Measure, Segment
from etl.habits import NAMES
from etl.shape.counting import take
from etl.shape.lexicon import Lexicon
from etl.vocabulary import label

# Lists that a word has to be in; elsewhere a word nobody knows is its own id.
_CLOSED = {"programmes", "frameworks", "denominators"}
# What rows are counted by where their measure says nothing else.
_BENEFITS, _WORKERS = "programmes", "worker_groups"


def part_of(text: str, measure: Measure, lexicon: Lexicon, *, of_groups: bool) -> str | None:
    """The id of what a row says; empty for nothing or "all of them", None where it is unknown."""
    words = label(text)
    vocabulary = lexicon.vocabulary
    if not words or words in vocabulary.totals or vocabulary.segments.get(words) is Segment.TOTAL:
        return ""
    habit = vocabulary.habits[measure]
    name = (habit.groups or _WORKERS) if of_groups else (habit.programmes or _BENEFITS)
    if name == NAMES:
        return text
    known = _known(words, lexicon.lists.get(name, {}))
    if known is None and name not in _CLOSED:
        return words.replace(" ", "_")
    return known


def aspect_of(text: str, measure: Measure, lexicon: Lexicon) -> str | None:
    """The criterion of a score, or the document of a state; None for one that no list has."""
    return listed(text, lexicon.vocabulary.habits[measure].aspects, lexicon)


def listed(text: str, name: str, lexicon: Lexicon) -> str | None:
    """The id that words have in a list; empty for no words, None where it has none for them."""
    words = label(text)
    return _known(words, lexicon.lists.get(name, {})) if words else ""


def _known(words: str, meanings: Mapping[str, str]) -> str | None:
    """The id of words, which may say the same twice: "JKK (Jaminan Kecelakaan Kerja)"."""
    if words in meanings:
        return meanings[words]
    first, rest = take(words, meanings)
    second, left = take(rest, meanings)
    return first if first == second and not left else None
