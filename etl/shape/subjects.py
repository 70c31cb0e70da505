"""What a line of text speaks of: a measure of ours, another subject, or a part of the people.

Phrases are looked for anywhere in the text, the longest first; no cell or number is looked at.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from etl.vocabulary import Vocabulary, label

_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[^\W\d_])(?=\d{4})")
_NUMBERED = re.compile(r"^(?:tabel|table|lampiran)?[\d. ]+(?=\D)", re.IGNORECASE)
_BY = re.compile(r" (?:menurut|by|berdasarkan) ")
_SHARE = "share"
# Who works is part of who can work: of two measures in one title the narrower is meant.
_NARROWEST = (
    (Measure.UNEMPLOYED, Measure.EMPLOYED, Measure.LABOUR_FORCE, Measure.WORKING_AGE),
    (Measure.SUBSIDISED_WORKERS, Measure.VULNERABLE_REGISTERED, Measure.VULNERABLE_WORKERS),
)


class Kind(StrEnum):
    """What a phrase can be."""

    MEASURE = "measure"
    TOPIC = "topic"
    BREAKDOWN = "breakdown"
    GROUP = "group"
    OTHER = "other"


class Phrase(Record, frozen=True):
    """A phrase found: its kind and the id of what it names."""

    kind: Kind
    id: str


class Subject(Record, frozen=True):
    """What a title says a table counts. All are empty where it says nothing, or two things.

    ``topic`` is another subject; ``part`` says that only a part of the people is counted.
    """

    measure: Measure | None = None
    group: str = ""
    topic: str = ""
    part: str = ""


class Phrases:
    """Every phrase of a vocabulary, ready to be found in texts. Build it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = dict(_phrases(vocabulary))
        self._longest = max(phrase.count(" ") + 1 for phrase in self._known)
        self._never = vocabulary.never_titles
        # The same lines stand above each row that may be the header of a table.
        self._titles: dict[str, Subject] = {}

    def found(self, text: str) -> list[Phrase]:
        """The phrases of a text in their order; what a longer one covers is not found again."""
        words = label(_GLUED.sub(" ", text)).split()
        found = []
        start = 0
        while start < len(words):
            for size in range(min(self._longest, len(words) - start), 0, -1):
                phrase = self._known.get(" ".join(words[start : start + size]))
                if phrase is not None:
                    found.append(phrase)
                    start += size
                    break
            else:
                start += 1
        return found

    def topic(self, text: str) -> str:
        """The first other subject a text speaks of; empty where there is none."""
        return _most_telling(self.found(text))

    def breakdown(self, text: str) -> str:
        """What a heading splits people up by; empty where it does not."""
        return next((one.id for one in self.found(text) if one.kind is Kind.BREAKDOWN), "")

    def of_title(self, title: str) -> Subject:
        """What a title says before "menurut …": one measure, one other subject, or nothing sure."""
        if title not in self._titles:
            self._titles[title] = self._of_title(title)
        return self._titles[title]

    def _of_title(self, title: str) -> Subject:
        text = _NUMBERED.sub("", " ".join(title.split()))
        head = _BY.split(f" {label(text)} ", maxsplit=1)[0].strip()
        if head in self._never:
            return Subject()
        found = self.found(head)
        topic = _most_telling(found)
        measure = _narrowest([Measure(one.id) for one in found if one.kind is Kind.MEASURE])
        if topic:
            return Subject() if measure else Subject(topic=topic)
        groups = [one.id for one in found if one.kind is Kind.GROUP]
        if measure is None or len(groups) > 1:
            return Subject()
        parts = [one.id for one in found if one.kind is Kind.BREAKDOWN]
        return Subject(
            measure=measure,
            group=groups[0] if groups else "",
            part=parts[0] if parts else "",
        )


def _most_telling(found: list[Phrase]) -> str:
    """The first other subject; that something is a percentage says less than any other."""
    topics = [one.id for one in found if one.kind is Kind.TOPIC]
    return next((topic for topic in topics if topic != _SHARE), topics[0] if topics else "")


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[str, Phrase]]:
    """Later kinds give way to earlier ones where a phrase is in two."""
    others: Mapping[str, object] = {
        **vocabulary.segments,
        **vocabulary.programmes,
        **vocabulary.bases,
    }
    yield from ((words, Phrase(Kind.OTHER, "")) for words in others)
    for kind, meanings in (
        (Kind.BREAKDOWN, vocabulary.breakdowns),
        (Kind.GROUP, vocabulary.groups),
        (Kind.TOPIC, vocabulary.topics),
    ):
        yield from ((words, Phrase(kind, name)) for words, name in meanings.items())
    for words, measure in vocabulary.measures.items():
        if words not in vocabulary.never_titles:
            yield words, Phrase(Kind.MEASURE, measure.value)


def _narrowest(measures: list[Measure]) -> Measure | None:
    kinds = set(measures)
    if len(kinds) == 1:
        return measures[0]
    for line in _NARROWEST:
        if kinds and kinds <= set(line):
            return next(one for one in line if one in kinds)
    return None
