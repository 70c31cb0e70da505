"""Findings in words: the place, what is wrong, what to do. Data in, sentences out."""

from dataclasses import dataclass

from cakupan.domain.findings import Finding
from cakupan.texts.number_format import MISSING, count
from cakupan.texts.words import Words

# A file's own findings say their place themselves; those of its tables get it written in front.
_OF_TABLES, _OF_FILES = "findings", "findings_file"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finding as people read it: one sentence with its place, and one with the remedy."""

    message: str
    fix: str


def sentence(finding: Finding, file_name: str, say: Words) -> Sentence:
    """The two sentences of a finding; whole numbers among its details are written as counts."""
    fields = {
        "file": file_name,
        "sheet": finding.sheet or MISSING,
        "cell": finding.cell or MISSING,
        "value": finding.value or MISSING,
    } | {name: _shown(name, value, say) for name, value in finding.details.items()}
    if f"{_OF_TABLES}.{finding.code}.message" not in say:
        return Sentence(
            message=say(f"{_OF_FILES}.{finding.code}.message", **fields),
            fix=say(f"{_OF_FILES}.{finding.code}.fix", **fields),
        )
    place = "cell" if finding.cell else "sheet" if finding.sheet else "file"
    message = say(f"{_OF_TABLES}.{finding.code}.message", **fields)
    return Sentence(
        message=say(f"{_OF_TABLES}.place.{place}", **(fields | {"message": message})),
        fix=say(f"{_OF_TABLES}.{finding.code}.fix", **fields),
    )


def _shown(name: str, value: str | int, say: Words) -> str:
    if isinstance(value, int):
        return count(value, say.language)
    return say(f"{_OF_TABLES}.topics.{value}") if name == "topic" else value
