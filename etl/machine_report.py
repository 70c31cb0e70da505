"""Reports for machines: the JSON of a dry run, of loads, of what counts. Keys stay English."""

from typing import Any

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Finding
from cakupan.domain.loads import Load
from cakupan.domain.questions import Question
from cakupan.storage.queries.freshness import Freshness
from cakupan.texts.words import Words
from etl.dry_run import DryRun
from etl.offer import Offered
from etl.sentences import choice_text, question_text, sentence
from etl.standing import Pair, Standing


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
        "tables": [_table_record(table) for table in run.tables],
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


def standing_record(standing: Standing) -> dict[str, Any]:
    """The same for machines. Values are texts, so that no decimal is lost."""
    record: dict[str, Any] = {
        "as_of": None if standing.as_of is None else standing.as_of.isoformat(),
        "loads": [load_record(load) for load in standing.then],
        "since": {
            "came": [load.id for load in standing.came],
            "went": [load.id for load in standing.went],
        },
    }
    if standing.figures is None:
        return record | {"series": [_series_record(one) for one in standing.series]}
    return record | {
        "figures": [_figure_record(key, pair) for key, pair in standing.figures.items()]
    }


def _series_record(one: Freshness) -> dict[str, Any]:
    return {
        "measure": one.measure.value,
        "publisher": one.publisher,
        "period": one.period.text,
        "sample": one.sample,
        "file": one.file_name,
        "loaded_at": one.loaded_at.isoformat(),
    }


def _figure_record(key: FigureKey, pair: Pair) -> dict[str, Any]:
    then, now = pair
    return {
        "region": key.region_code,
        "measure": key.measure.value,
        "period": key.period.text,
        "publisher": key.publisher,
        "segment": key.segment.value,
        "programme": key.programme,
        "group": key.group,
        "aspect": key.aspect,
        "stage": key.stage,
        "basis": key.basis.value,
        "value": None if then is None else str(then.value),
        "load": None if then is None else then.load_id,
        "today": None if now is None else str(now.value),
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


def _table_record(table: Offered) -> dict[str, Any]:
    """One of several tables; left out by ``--answer id=lewati``."""
    return {
        "id": table.id,
        "sheet": table.sheet,
        "cell": table.cell,
        "measures": [measure.value for measure in table.measures],
        "periods": [period.text for period in table.periods],
        "regions": table.regions,
        "figures": table.figures,
        "taken": table.taken,
    }


def _question_record(question: Question, say: Words) -> dict[str, Any]:
    """What a person has to decide; answered by ``--answer id=value``."""
    return {
        "id": question.id,
        "sheet": question.sheet,
        "question": question_text(question, say),
        "needed": question.needed,
        "open": question.open,
        "choices": [
            {"value": choice.value, "text": choice_text(choice, question, say)}
            for choice in question.choices
        ],
    }
