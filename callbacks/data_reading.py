"""From the desk and the database to what the Data page shows. No drawing, no writing."""

from collections.abc import Iterable

from sqlalchemy import Connection

from cakupan.domain.findings import Finding
from cakupan.domain.loads import Load, LoadState
from cakupan.domain.reference import Reference
from cakupan.storage.queries.freshness import freshness
from cakupan.storage.queries.loads import history
from cakupan.storage.queries.samples import loads_with_samples
from cakupan.texts import Words, words
from cakupan.texts.number_format import MISSING
from etl.intake.ticket import Ticket
from etl.sentences import bare_sentence
from layouts.choices import Choices
from layouts.data.records import DataView, FileView, FoundGroup, FoundPlace


def read_data_view(
    connection: Connection,
    tickets: Iterable[Ticket],
    choices: Choices,
    reference: Reference,
    *,
    most_loads: int,
) -> DataView:
    """The page for these choices; of the history the newest ``most_loads``."""
    say = words(choices.language)
    loads = history(connection)
    shown = loads[:most_loads]
    withdrawn = {load.id for load in loads if load.state is LoadState.WITHDRAWN}
    return DataView(
        words=say,
        choices=choices,
        reference=reference,
        files=[file_view(one, choices) for one in tickets if not _is_undone(one, withdrawn)],
        loads=shown,
        of_loads=len(loads),
        sample_loads=loads_with_samples(connection, [load.id for load in shown]),
        fresh=freshness(connection, region_prefix=""),
    )


def file_view(ticket: Ticket, choices: Choices) -> FileView:
    """A ticket in words."""
    say = words(choices.language)
    findings = ticket.examined.findings if ticket.examined else ()
    return FileView(
        token=ticket.token,
        file_name=ticket.file_name,
        found=ticket.examined,
        groups=found_groups(findings, ticket.file_name, say),
        busy=ticket.is_pending,
        moved=ticket.moved,
        load=ticket.load,
        findings_address=f"/upload/{ticket.token}/findings.xlsx{choices.query}",
    )


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


def _is_undone(ticket: Ticket, withdrawn: set[int]) -> bool:
    """A result says that a file is in: not after its load was taken back."""
    return isinstance(ticket.load, Load) and ticket.load.id in withdrawn
