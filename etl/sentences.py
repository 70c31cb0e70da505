"""Findings in words: the place, what is wrong, what to do. Data in, sentences out."""

from dataclasses import dataclass

from cakupan.domain.findings import Finding
from cakupan.domain.periods import Period
from cakupan.texts.date_format import period
from cakupan.texts.number_format import MISSING, count
from cakupan.texts.words import Words

# Details that are periods, and those that say what is counted: a measure's id, then which part.
_PERIODS = frozenset({"period", "before", "after", "first", "last", "newest"})
_MEASURES = frozenset({"measure", "part", "whole"})
# A file's own findings say their place themselves; those of its tables get it written in front.
_OF_TABLES, _OF_FILES = "findings", "findings_file"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finding as people read it: one sentence with its place, and one with the remedy."""

    message: str
    fix: str


def sentence(finding: Finding, file_name: str, say: Words) -> Sentence:
    """The two sentences of a finding, its place in front."""
    bare = bare_sentence(finding, file_name, say)
    if not _is_of_tables(finding, say):
        return bare
    place = "cell" if finding.cell else "sheet" if finding.sheet else "file"
    message = say(
        f"{_OF_TABLES}.place.{place}",
        file=file_name,
        sheet=finding.sheet,
        cell=finding.cell,
        message=bare.message,
    )
    return Sentence(message=message, fix=bare.fix)


def bare_sentence(finding: Finding, file_name: str, say: Words) -> Sentence:
    """The same where the place is shown beside it; whole numbers are written as counts."""
    fields = {
        "file": file_name,
        "sheet": finding.sheet or MISSING,
        "cell": finding.cell or MISSING,
        "value": finding.value or MISSING,
    } | {name: _shown(name, value, say) for name, value in finding.details.items()}
    topic = _OF_TABLES if _is_of_tables(finding, say) else _OF_FILES
    return Sentence(
        message=say(f"{topic}.{finding.code}.message", **fields),
        fix=say(f"{topic}.{finding.code}.fix", **fields),
    )


def _is_of_tables(finding: Finding, say: Words) -> bool:
    return f"{_OF_TABLES}.{finding.code}.message" in say


def _shown(name: str, value: str | int, say: Words) -> str:
    if isinstance(value, int):
        return count(value, say.language)
    if name in _PERIODS:
        return period(Period(value), say.language)
    if name in _MEASURES:
        measure, *which = value.split("|")
        return " ".join([say(f"ringkasan.measure.{measure}"), *which])
    return say(f"{_OF_TABLES}.topics.{value}") if name == "topic" else value
