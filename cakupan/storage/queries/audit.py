"""What does the audit log say?"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from cakupan.domain.audit import EVERYTHING, AuditLine, AuditWanted
from cakupan.storage.reading import Reader
from cakupan.storage.tables import AuditHeadRow, AuditRow


def audit_lines(
    reader: Reader, *, most: int, before: int | None = None, wanted: AuditWanted = EVERYTHING
) -> list[AuditLine]:
    """The newest ``most`` lines, newest first; ``before`` asks for those older than a number.

    Of whoever has a scope: their own, and those of its regions.
    """
    lines = select(AuditRow.__table__).order_by(AuditRow.number.desc())
    if before is not None:
        lines = lines.where(AuditRow.number < before)
    if not wanted.province:
        lines = lines.limit(most)
    found = map(_line, reader.execute(lines.where(*_conditions(wanted))))
    return list(islice((line for line in found if wanted.is_about(line.details)), most))


def count_lines(reader: Reader) -> int:
    """How many lines there are, whoever may see them: the number of the last one."""
    return reader.execute(select(AuditHeadRow.number)).scalar_one()


def _conditions(wanted: AuditWanted) -> Iterator[ColumnElement[bool]]:
    if wanted.kind:
        yield AuditRow.kind == wanted.kind
    if wanted.by:
        yield AuditRow.by.icontains(wanted.by, autoescape=True)
    # Times are kept as texts of one form, whose order is that of time.
    if wanted.since is not None:
        yield AuditRow.at >= _text(wanted.since)
    if wanted.until is not None:
        yield AuditRow.at < _text(wanted.until)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _line(row: Row[Any]) -> AuditLine:
    return AuditLine(
        number=row.number,
        kind=row.kind,
        by=row.by,
        at=datetime.fromisoformat(row.at),
        source=row.source,
        details=json.loads(row.details),
        hash=row.hash,
    )
