"""What was decided about flags, by whom and why?"""

from sqlalchemy import Connection, select

from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.storage.tables import FlagDecisionRow


def decision_history(connection: Connection) -> list[Decision]:
    """Every decision ever made, newest first."""
    rows = connection.execute(select(FlagDecisionRow.__table__).order_by(FlagDecisionRow.id.desc()))
    return [
        Decision(
            flag=FlagKey.parse(row.flag),
            verdict=Verdict(row.verdict),
            reason=row.reason,
            by=row.decided_by,
            at=row.decided_at,
        )
        for row in rows
    ]


def decisions_in_force(connection: Connection) -> dict[FlagKey, Decision]:
    """The newest decision about each flag; one that was reopened has none."""
    newest = {one.flag: one for one in reversed(decision_history(connection))}
    return {flag: one for flag, one in newest.items() if one.verdict is not Verdict.REOPENED}
