"""Findings in words: the place, what is wrong, what to do. Data in, sentences out."""

from cakupan.domain.findings import Finding
from cakupan.domain.questions import Choice, Question
from cakupan.domain.records import Record
from cakupan.texts.date_format import period
from cakupan.texts.number_format import MISSING, count
from cakupan.texts.words import Words
from etl.details import written
from etl.offer import Offered

# A file's own findings say their place themselves; those of its tables get it written in front.
_OF_TABLES, _OF_FILES = "findings", "findings_file"


class Sentence(Record, frozen=True):
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
    } | written(finding.details, say)
    topic = _OF_TABLES if _is_of_tables(finding, say) else _OF_FILES
    return Sentence(
        message=say(f"{topic}.{finding.code}.message", **fields),
        fix=say(f"{topic}.{finding.code}.fix", **fields),
    )


def question_text(question: Question, say: Words) -> str:
    """A question as people read it."""
    return say(question.key, sheet=question.sheet, **written(question.details, say))


def choice_text(choice: Choice, question: Question, say: Words) -> str:
    """What an answer that is offered is called."""
    return choice.text or say(choice.key, sheet=question.sheet, **written(question.details, say))


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


def _is_of_tables(finding: Finding, say: Words) -> bool:
    return f"{_OF_TABLES}.{finding.code}.message" in say
