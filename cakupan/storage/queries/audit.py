"""What does the audit log say?"""

import json
from datetime import datetime

from sqlalchemy import select

from cakupan.domain.audit import AuditLine
from cakupan.storage.reading import Reader
from cakupan.storage.tables import AuditRow


def audit_lines(reader: Reader, *, most: int, before: int | None = None) -> list[AuditLine]:
    """The newest ``most`` lines, newest first; ``before`` asks for those older than a number."""
    lines = select(AuditRow.__table__).order_by(AuditRow.number.desc()).limit(most)
    if before is not None:
        lines = lines.where(AuditRow.number < before)
    return [
        AuditLine(
            number=row.number,
            kind=row.kind,
            by=row.by,
            at=datetime.fromisoformat(row.at),
            source=row.source,
            details=json.loads(row.details),
            hash=row.hash,
        )
        for row in reader.execute(lines)
    ]
