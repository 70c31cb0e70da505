"""The audit log: lines are added in the transaction of what they record, and never changed.

Each line carries the hash of itself and of the line before, so that a line that was edited, taken
out or moved shows; the head, kept beside them, shows lines that were cut off at the end.
"""

import json
from datetime import UTC
from hashlib import sha256

from sqlalchemy import Connection, Engine, insert, select, update

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditFinding, ChainFault
from cakupan.storage.tables import AuditHeadRow, AuditRow

NOTHING = "0" * 64


def record(connection: Connection, event: AuditEvent) -> None:
    """Add a line. Writers wait for one another already, so that numbers have no gaps."""
    head = connection.execute(select(AuditHeadRow.number, AuditHeadRow.hash)).one()
    line = {
        "number": head.number + 1,
        "kind": event.kind.value,
        "by": actor().signs(event.by),
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "source": actor().source,
        "details": _text(event.details),
    }
    chained = _chained(line, head.hash)
    connection.execute(insert(AuditRow).values({**line, "hash": chained}))
    connection.execute(update(AuditHeadRow).values(number=line["number"], hash=chained))


def note(engine: Engine, event: AuditEvent) -> None:
    """Record what changes no figures, in a transaction of its own."""
    with engine.begin() as connection:
        record(connection, event)


def check_chain(connection: Connection) -> AuditFinding | None:
    """The first fault of the chain; None where every line is as it was written."""
    before, number = NOTHING, 0
    for row in connection.execute(select(AuditRow.__table__).order_by(AuditRow.number)):
        number += 1
        if row.number != number:
            return AuditFinding(ChainFault.MISSING, number)
        line = {name: getattr(row, name) for name in _COVERED}
        if row.hash != _chained(line, before):
            return AuditFinding(ChainFault.EDITED, number)
        before = row.hash
    head = connection.execute(select(AuditHeadRow.number, AuditHeadRow.hash)).one()
    if (head.number, head.hash) != (number, before):
        return AuditFinding(ChainFault.CUT_OFF, number + 1)
    return None


_COVERED = ("number", "kind", "by", "at", "source", "details")


def _text(details: object) -> str:
    return json.dumps(details, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _chained(line: dict[str, object], before: str) -> str:
    content = [before, *(line[name] for name in _COVERED)]
    return sha256(_text(content).encode()).hexdigest()
