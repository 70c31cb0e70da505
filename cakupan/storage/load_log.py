"""What befalls a load, as a line of the audit log: its file, its counts, what is current after."""

import json
from datetime import datetime

from sqlalchemy import Connection, func, select

from cakupan.domain.audit import AuditEvent, AuditFinding, AuditKind, ChainFault
from cakupan.domain.loads import Load, LoadEventKind
from cakupan.storage.audit import check_chain, record
from cakupan.storage.digests import figures_digest
from cakupan.storage.scoping import regions_of
from cakupan.storage.tables import AuditRow, FigureRow

_KINDS = {
    LoadEventKind.LOADED: AuditKind.LOAD_WRITTEN,
    LoadEventKind.WITHDRAWN: AuditKind.LOAD_WITHDRAWN,
    LoadEventKind.RESTORED: AuditKind.LOAD_RESTORED,
}


# What is written by hand on a page, by the family of its load.
_EDITS = {
    "figure-correction": AuditKind.FIGURE_CORRECTED,
    "target-edit": AuditKind.TARGET_EDITED,
    "ledger-edit": AuditKind.LEDGER_EDITED,
    "dossier-edit": AuditKind.DOSSIER_EDITED,
}
_WRITTEN = [AuditKind.LOAD_WRITTEN.value, *(kind.value for kind in _EDITS.values())]


def _kind(event: LoadEventKind, load: Load) -> AuditKind:
    by_hand = _EDITS.get(load.family) if event is LoadEventKind.LOADED else None
    return by_hand or _KINDS[event]


def counting_of(connection: Connection, load_id: int) -> int:
    """How many figures of a load are current."""
    of_load = (FigureRow.load_id == load_id, FigureRow.is_current)
    counted = select(func.count()).select_from(FigureRow).where(*of_load)
    return connection.execute(counted).scalar_one()


def log_load(
    connection: Connection,
    event: LoadEventKind,
    load: Load,
    *,
    before: int,
    by: str,
    at: datetime,
    **more: str,
) -> None:
    """Record it; ``before`` is how many of its figures were current until then."""
    details: dict[str, str | int] = {
        "load": load.id,
        "file": load.file_name,
        "sha256": load.sha256,
        "family": load.family,
        "regions": " ".join(sorted({code[:2] for code in connection.scalars(regions_of(load.id))})),
        "figures": load.counts.figures,
        "new": load.counts.new,
        "changed": load.counts.changed,
        "current_before": before,
        "current_after": counting_of(connection, load.id),
        **more,
    }
    record(connection, AuditEvent(_kind(event, load), by, at, details))


def log_refusal(connection: Connection, file_name: str, *, by: str, at: datetime, why: str) -> None:
    """Record that a file was not loaded; ``why`` is the code of what stood against it."""
    details = {"file": file_name, "why": why}
    record(connection, AuditEvent(AuditKind.LOAD_REFUSED, by, at, details))


def faults_of_log(connection: Connection) -> list[AuditFinding]:
    """What is wrong with the log; where nothing is, with the figures it speaks of."""
    found = check_chain(connection)
    if found:
        return [found]
    changed = changed_loads(connection)
    return [AuditFinding(ChainFault.FIGURES_CHANGED, load) for load in changed]


def changed_loads(connection: Connection) -> list[int]:
    """Loads whose figures are not what they were when they were written, by their digest."""
    written = select(AuditRow.details).where(AuditRow.kind.in_(_WRITTEN))
    stated = (json.loads(details) for details in connection.scalars(written.order_by("number")))
    return [
        one["load"]
        for one in stated
        if figures_digest(connection, one["load"]) != one["figures_sha256"]
    ]
