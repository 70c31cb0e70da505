"""Findings in words: the place, what is wrong, what to do. Data in, sentences out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cakupan.domain.findings import Finding
from cakupan.domain.periods import Period
from cakupan.domain.questions import Choice, Question
from cakupan.texts.date_format import period
from cakupan.texts.number_format import MISSING, count, decimal
from cakupan.texts.words import Words
from etl.offer import Offered

# Details that are periods, and those that say what is counted: a measure's id, then which part.
_PERIODS = frozenset({"period", "before", "after", "first", "last", "newest"})
_MEASURES = frozenset({"measure", "part", "whole", "of"})
# Details that are a first and a last period.
_SPANS = frozenset({"claimed", "content"})
# Details that are numbers as they would be stored, to be shown as people write them.
_READINGS = "reading_"
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
    } | _fields(finding.details, say)
    topic = _OF_TABLES if _is_of_tables(finding, say) else _OF_FILES
    return Sentence(
        message=say(f"{topic}.{finding.code}.message", **fields),
        fix=say(f"{topic}.{finding.code}.fix", **fields),
    )


def question_text(question: Question, say: Words) -> str:
    """A question as people read it."""
    return say(question.key, sheet=question.sheet, **_fields(question.details, say))


def choice_text(choice: Choice, question: Question, say: Words) -> str:
    """What an answer that is offered is called."""
    return choice.text or say(choice.key, sheet=question.sheet, **_fields(question.details, say))


def table_text(table: Offered, say: Words) -> str:
    """What a table of several holds: what it counts, when, of how many regions."""
    if not table.figures:
        return say("questions.tables.nothing")
    names = (say(f"ringkasan.measure.{measure.value}") for measure in table.measures)
    ends = (table.periods[0], table.periods[-1])
    spans = dict.fromkeys(period(one, say.language, short=True) for one in ends)
    return say(
        "questions.tables.holds",
        measures=", ".join(names),
        periods="–".join(spans),
        regions=count(table.regions, say.language),
        figures=count(table.figures, say.language),
    )


def table_place(table: Offered, say: Words) -> str:
    """Where a table of several stands."""
    return say("questions.tables.place", sheet=table.sheet, cell=table.cell)


def _fields(details: Mapping[str, str | int], say: Words) -> dict[str, str]:
    return {name: _shown(name, value, say) for name, value in details.items()}


def _is_of_tables(finding: Finding, say: Words) -> bool:
    return f"{_OF_TABLES}.{finding.code}.message" in say


def _shown(name: str, value: str | int, say: Words) -> str:
    if isinstance(value, int):
        return count(value, say.language)
    if name.startswith(_READINGS):
        return _reading(value, say)
    if name in _SPANS:
        ends = dict.fromkeys(period(Period(one), say.language) for one in value.split("|"))
        return "–".join(ends)
    if name in _PERIODS:
        return period(Period(value), say.language)
    if name in _MEASURES:
        measure, *which = value.split("|")
        # The id of a group is its name in small letters: "ojek_daring".
        return " ".join([say(f"ringkasan.measure.{measure}"), *which]).replace("_", " ")
    return say(f"{_OF_TABLES}.topics.{value}") if name == "topic" else value


def _reading(written: str, say: Words) -> str:
    """A number, or a percentage, with all the decimals it has."""
    number = Decimal(written.removesuffix("%"))
    places = max(0, -int(number.as_tuple().exponent))
    return decimal(number, say.language, places) + written[len(written.rstrip("%")) :]
