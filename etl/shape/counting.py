"""What words count: a measure, perhaps of one group or programme, perhaps in a unit of theirs."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record, replace
from etl.shape.lexicon import Lexicon
from etl.vocabulary import Scale, Vocabulary

_COUNT_WORDS = ("jumlah ", "banyaknya ", "total ")
_SUM_WORDS = (" jumlah", " total", " jumlah total")
Meant = TypeVar("Meant")


class Counted(Record, frozen=True):
    """What words say. Without a measure they only say which part, or in which unit."""

    measure: Measure | None = None
    group: str = ""
    programme: str = ""
    scale: Scale | None = None


def counted(words: str, about: Measure | None, lexicon: Lexicon) -> Counted | None:
    """What words count in a table that is ``about`` a measure; None where a word is not known.

    "nominal klaim" is claims in rupiah, "target ucj" a target of that framework, and "terdaftar"
    those of the vulnerable workers that the table is about.
    """
    scale, rest = take(words, lexicon.vocabulary.header_units)
    for text, unit in ((words, None), (rest, scale)):
        said = _named(text, about, lexicon.vocabulary) or _qualified(text, about, lexicon)
        if said is not None:
            return replace(said, scale=unit)
    return Counted(scale=scale) if scale and rest in {"", *lexicon.vocabulary.totals} else None


def measure_of(words: str, vocabulary: Vocabulary) -> tuple[Measure | None, str]:
    """The measure and the group that words name: "pekerja formal" is employed, formal."""
    for spelling in _spellings(words):
        if spelling in vocabulary.measures:
            return vocabulary.measures[spelling], ""
    group, rest = take(words, vocabulary.groups)
    if group is not None:
        for spelling in _spellings(rest):
            if not spelling or spelling in {"pekerja", "sektor"}:
                return Measure.EMPLOYED, group
            if vocabulary.measures.get(spelling) is Measure.EMPLOYED:
                return Measure.EMPLOYED, group
    return None, ""


def short_of(words: str, about: Measure | None, vocabulary: Vocabulary) -> Measure | None:
    """The measure that words name beside others of its kin only."""
    short = vocabulary.habits.kin(about).short
    return next((short[one] for one in _spellings(words) if one in short), None)


def take(words: str, meanings: Mapping[str, Meant]) -> tuple[Meant | None, str]:
    """The meaning of the longest known phrase among words, and the words without it."""
    padded = f" {words} "
    named = [name for name in meanings if f" {name} " in padded]
    if not named:
        return None, words
    longest = max(named, key=len)
    return meanings[longest], padded.replace(f" {longest} ", " ", 1).strip()


def only_one(words: str, meanings: Mapping[str, Meant]) -> Meant | None:
    """What words name, if they name one thing and not several: "klaim jkk 2024"."""
    first, rest = take(words, meanings)
    other: Meant | None = first
    while other is not None and other == first:
        other, rest = take(rest, meanings)
    return first if other is None else None


def _spellings(words: str) -> list[str]:
    spellings = [words]
    spellings += [words.removeprefix(one) for one in _COUNT_WORDS if words.startswith(one)]
    spellings += [words.removesuffix(one) for one in _SUM_WORDS if words.endswith(one)]
    return spellings


def _named(words: str, about: Measure | None, vocabulary: Vocabulary) -> Counted | None:
    """Words that are the name of a measure and nothing else."""
    short = short_of(words, about, vocabulary)
    measure, group = (short, "") if short else measure_of(words, vocabulary)
    return Counted(measure, group) if measure is not None else None


def _qualified(words: str, about: Measure | None, lexicon: Lexicon) -> Counted | None:
    """The name of a measure with a group or a programme of its own, or one of these alone."""
    for measure, rest in _candidates(words, lexicon.vocabulary):
        subject = measure or about
        if subject is None:
            continue
        group, left = take(rest, lexicon.groups_of(subject))
        programme, left = take(left, lexicon.programmes_of(subject))
        short = short_of(left, subject, lexicon.vocabulary)
        whole = not left or short or left in lexicon.vocabulary.totals
        if (group or programme) and whole:
            return Counted(short or measure, group or "", programme or "")
    return None


def _candidates(words: str, vocabulary: Vocabulary) -> Iterator[tuple[Measure | None, str]]:
    """What may be counted, and the words that are left; None for what the table is about."""
    yield None, words
    yield take(words, vocabulary.measures)
    for kin in vocabulary.habits.kinships.values():
        yield take(words, kin.short)
