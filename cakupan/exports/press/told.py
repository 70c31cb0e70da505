"""A sentence with the words it uses that are explained once, at the end of the text."""

from collections.abc import Iterable
from enum import StrEnum

from cakupan.domain.records import Record


class Term(StrEnum):
    """What is explained, in the order of explaining."""

    PARTICIPANTS = "participants"
    BASE = "base"
    COVERAGE = "coverage"
    ABOVE = "above"
    POINTS = "points"
    GROWTH = "growth"
    NEED = "need"
    MONTHLY = "monthly"
    RANK = "rank"
    SEGMENTS = "segments"


class Told(Record, frozen=True):
    """One sentence, or several, and the terms they use."""

    text: str
    terms: frozenset[Term] = frozenset()


def told(text: str, *terms: Term) -> Told:
    """A sentence that uses these terms."""
    return Told(text, frozenset(terms))


def joined(parts: Iterable[Told]) -> Told:
    """Sentences one after the other."""
    listed = [part for part in parts if part.text]
    terms = frozenset(term for part in listed for term in part.terms)
    return Told(" ".join(part.text for part in listed), terms)
