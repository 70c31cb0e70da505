"""Reports for machines: the JSON of a dry run, of loads. Keys are English and stay as they are."""

from typing import Any

from cakupan.domain.findings import Finding
from cakupan.domain.loads import Load
from cakupan.domain.questions import Question
from cakupan.texts.words import Words
from etl.dry_run import DryRun
from etl.sentences import sentence


def run_record(run: DryRun, say: Words) -> dict[str, Any]:
    """A dry run; ``regions``, ``figures``, ``new``, ``changed`` and ``unchanged`` are counts."""
    return {
        "file": run.file_name,
        "sha256": run.sha256,
        "family": run.family,
        "status": run.status.value,
        "measures": run.measures,
        "periods": run.periods,
        "regions": run.regions,
        "figures": run.counts.figures,
        "new": run.counts.new,
        "changed": run.counts.changed,
        "unchanged": run.counts.unchanged,
        "findings": [_finding_record(finding, run.file_name, say) for finding in run.findings],
        "questions": [_question_record(question, say) for question in run.questions],
    }


def load_record(load: Load) -> dict[str, Any]:
    """A load as the history keeps it; times are ISO 8601 in UTC."""
    return {
        "id": load.id,
        "file": load.file_name,
        "sha256": load.sha256,
        "family": load.family,
        "loaded_by": load.loaded_by,
        "loaded_at": load.loaded_at.isoformat(),
        "figures": load.counts.figures,
        "new": load.counts.new,
        "changed": load.counts.changed,
        "unchanged": load.counts.unchanged,
        "state": load.state.value,
        "withdrawn_by": load.withdrawn_by,
        "withdrawn_at": None if load.withdrawn_at is None else load.withdrawn_at.isoformat(),
    }


def _finding_record(finding: Finding, file_name: str, say: Words) -> dict[str, str | None]:
    said = sentence(finding, file_name, say)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "value": finding.value,
        "message": said.message,
        "fix": said.fix,
    }


def _question_record(question: Question, say: Words) -> dict[str, Any]:
    """What a person has to decide; answered by ``--answer id=value``."""
    return {
        "id": question.id,
        "sheet": question.sheet,
        "question": say(question.key, sheet=question.sheet),
        "needed": question.needed,
        "open": question.open,
        "choices": [
            {"value": choice.value, "text": choice.text or say(choice.key)}
            for choice in question.choices
        ],
    }
