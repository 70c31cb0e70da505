"""Writing down what a person decided about a flag. Nothing is ever deleted."""

from sqlalchemy import Engine, insert

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.flags import Decision
from cakupan.storage.audit import record
from cakupan.storage.data_version import advance
from cakupan.storage.scoping import refuse_outside
from cakupan.storage.tables import FlagDecisionRow


def decide(engine: Engine, decision: Decision) -> None:
    """Add a decision; the newest about a flag is in force. What pages show changes with it."""
    refuse_outside([decision.flag.region_code])
    by = actor().signs(decision.by)
    with engine.begin() as connection:
        advance(connection)
        columns = {
            "flag": decision.flag.text,
            "verdict": decision.verdict.value,
            "reason": decision.reason,
            "decided_by": by,
            "decided_at": decision.at,
        }
        connection.execute(insert(FlagDecisionRow).values(columns))
        details = {name: str(columns[name]) for name in ("flag", "verdict", "reason")}
        details["region"] = decision.flag.region_code
        record(
            connection,
            AuditEvent(AuditKind.FLAG_DECIDED, by, decision.at, details),
        )
