"""What was decided about flags, by whom and why?"""

from sqlalchemy import select

from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FlagDecisionRow


def decision_history(reader: Reader) -> list[Decision]:
    """Every decision ever made about regions in the reader's scope, newest first."""
    rows = reader.execute(select(FlagDecisionRow.__table__).order_by(FlagDecisionRow.id.desc()))
    made = (
        Decision(
            flag=FlagKey.parse(row.flag),
            verdict=Verdict(row.verdict),
            reason=row.reason,
            by=row.decided_by,
            at=row.decided_at,
        )
        for row in rows
    )
    return [one for one in made if reader.scope.sees(one.flag.region_code)]


def decisions_in_force(reader: Reader) -> dict[FlagKey, Decision]:
    """The newest decision about each flag; one that was reopened has none."""
    newest = {one.flag: one for one in reversed(decision_history(reader))}
    return {flag: one for flag, one in newest.items() if one.verdict is not Verdict.REOPENED}
