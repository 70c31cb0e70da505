"""From the desk and the database to what the Data page shows. No drawing, no writing."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.loads import Load, LoadEvent, LoadEventKind, LoadState
from cakupan.domain.moments import end_of
from cakupan.domain.questions import Question
from cakupan.domain.reference import Reference
from cakupan.storage.queries.freshness import Freshness, freshness
from cakupan.storage.queries.loads import history, load_events, loads_in_force
from cakupan.storage.queries.samples import loads_with_samples
from cakupan.storage.reading import Reader
from cakupan.texts import Words, words
from cakupan.texts.number_format import MISSING
from callbacks.data_failures import failure_sentence
from callbacks.figures import Figures
from etl.asking import ASKED, REMEMBERED, UNIT
from etl.intake.batch import Batch
from etl.intake.ticket import Given, Stage, Ticket
from etl.offer import Offered
from etl.rulings import topic_of
from etl.sentences import bare_sentence, choice_text, question_text, table_place, table_text
from etl.standing import Standing
from layouts.choices import Choices
from layouts.data import current_card
from layouts.data.records import (
    AskedQuestion,
    AsOf,
    BatchView,
    DataView,
    FileView,
    FoundGroup,
    FoundPlace,
    GivenAnswer,
    TableView,
)


def read_data_view(
    figures: Figures,
    tickets: Iterable[Ticket],
    batch: Batch | None,
    choices: Choices,
    reference: Reference,
    *,
    most_loads: int,
    now: datetime,
) -> DataView:
    """The page for these choices; of the history the newest ``most_loads``."""
    say, reader = words(choices.language), figures.reader
    loads = history(reader)
    shown = loads[:most_loads]
    as_of, moment = _as_of(reader, choices.page_choice(current_card.PARAMETER), now)
    withdrawn = {load.id for load in loads if load.state is LoadState.WITHDRAWN}
    return DataView(
        words=say,
        choices=choices,
        reference=reference,
        files=[file_view(one, choices) for one in tickets if not _is_undone(one, withdrawn)],
        loads=shown,
        of_loads=len(loads),
        sample_loads=_with_samples(figures, [load.id for load in shown]),
        fresh=_fresh(figures, moment),
        restored=_restored(reader),
        as_of=as_of,
        batch=_batch(batch, say),
    )


def _with_samples(figures: Figures, loads: Sequence[int]) -> Collection[int]:
    return figures.recent(
        "loads with samples", loads, lambda: loads_with_samples(figures.reader, loads)
    )


def _fresh(figures: Figures, as_of: datetime | None) -> Sequence[Freshness]:
    if as_of is None:
        return figures.freshness("")
    return figures.recent(
        "freshness of a day",
        (as_of,),
        lambda: freshness(figures.reader, region_prefix="", as_of=as_of),
    )


def _batch(batch: Batch | None, say: Words) -> BatchView | None:
    if batch is None or not batch.files:
        return None
    fault = "" if batch.fault is None else failure_sentence(batch.fault, say)
    return BatchView(batch.files, batch.done, batch.loaded, batch.is_running, fault)


def _as_of(reader: Reader, text: str, now: datetime) -> tuple[AsOf, datetime | None]:
    """The day of the address, and its end; today is what is current now."""
    if not text:
        return AsOf(), None
    try:
        day = date.fromisoformat(text)
        moment = end_of(day)
    except ValueError:
        return AsOf(text, fault="unreadable"), None
    today = now.astimezone().date()
    if day >= today:
        return AsOf(text, fault="to_come" if day > today else ""), None
    counted = Standing(moment, loads_in_force(reader, moment), loads_in_force(reader))
    return AsOf(text, day, "", counted.then, counted.came, counted.went), moment


def file_view(ticket: Ticket, choices: Choices) -> FileView:
    """A ticket in words."""
    say = words(choices.language)
    examined = ticket.examined
    questions = examined.questions if examined else ()
    findings = examined.findings if examined else ()
    # The form asks them; the workbook of findings has them still.
    topics = {topic_of(one.id) for one in questions}
    findings = tuple(one for one in findings if not _is_asked(one, topics))
    return FileView(
        token=ticket.token,
        file_name=ticket.file_name,
        found=examined,
        groups=found_groups(findings, ticket.file_name, say),
        questions=[_asked(question, say) for question in questions],
        given=[_given(one, say) for one in ticket.given],
        tables=[_table(one, say) for one in (examined.tables if examined else ())],
        busy=ticket.is_pending,
        loading=ticket.stage is Stage.LOADING,
        moved=ticket.moved,
        load=ticket.load,
        remembered=ticket.remembered,
        findings_address=f"/upload/{ticket.token}/findings.xlsx{choices.query}",
    )


def _is_asked(finding: Finding, topics: Collection[str]) -> bool:
    """Whether a question stands for a finding. What one row leaves unsaid is mended in that row."""
    topic = ASKED.get(finding.code)
    if topic is None:
        return finding.code in topics and finding.severity is Severity.ASKS
    return topic in topics and (finding.cell is None or topic == UNIT)


def found_groups(findings: Iterable[Finding], file_name: str, say: Words) -> list[FoundGroup]:
    """Findings by severity and code, in the order they came."""
    by_code: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_code.setdefault((finding.severity, finding.code), []).append(finding)
    return [
        FoundGroup(
            code=group[0].code,
            severity=group[0].severity,
            fix=bare_sentence(group[0], file_name, say).fix,
            places=[_place(finding, file_name, say) for finding in group],
        )
        for group in by_code.values()
    ]


def _asked(question: Question, say: Words) -> AskedQuestion:
    return AskedQuestion(
        id=question.id,
        topic=topic_of(question.id),
        text=question_text(question, say),
        choices=_choices(question, say),
        open=question.open,
        needed=question.needed,
        remembered=topic_of(question.id) in REMEMBERED or "kept" in question.details,
    )


def _table(table: Offered, say: Words) -> TableView:
    return TableView(
        id=table.id, text=table_text(table, say), place=table_place(table, say), taken=table.taken
    )


def _given(given: Given, say: Words) -> GivenAnswer:
    return GivenAnswer(
        question=question_text(given.question, say),
        answer=_choices(given.question, say).get(given.answer, given.answer),
    )


def _choices(question: Question, say: Words) -> dict[str, str]:
    return {one.value: choice_text(one, question, say) for one in question.choices}


def _place(finding: Finding, file_name: str, say: Words) -> FoundPlace:
    message = bare_sentence(finding, file_name, say).message
    return FoundPlace(
        sheet=finding.sheet or "",
        cell=finding.cell or "",
        value=finding.value or "",
        message=message[:1].upper() + message[1:],
        readings=_readings(finding),
    )


def _readings(finding: Finding) -> tuple[str, ...]:
    """The answers that a question could have, as far as the finding names them."""
    details = finding.details
    named = [str(text) for name, text in details.items() if name.startswith("reading_")]
    candidates = str(details.get("candidates", MISSING))
    near = [] if candidates == MISSING else candidates.split(", ")
    return (*named, *near)


def _restored(reader: Reader) -> dict[int, LoadEvent]:
    """The newest restoring of each load that was taken back and counts again."""
    events = reversed(load_events(reader))
    return {one.load_id: one for one in events if one.kind is LoadEventKind.RESTORED}


def _is_undone(ticket: Ticket, withdrawn: set[int]) -> bool:
    """A result says that a file is in: not after its load was taken back."""
    return isinstance(ticket.load, Load) and ticket.load.id in withdrawn
