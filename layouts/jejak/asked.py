"""What the address asks of the log: a kind, a person, days, a province."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from cakupan.domain.audit import AuditKind, AuditWanted
from layouts.page_ids.jejak import JejakId as Id

FIELDS = (Id.KIND, Id.BY, Id.SINCE, Id.UNTIL, Id.PROVINCE)


def parameter(field: Id) -> str:
    """What the address calls a control."""
    return field.rpartition("-")[2]


def wanted(said: Callable[[str], str]) -> AuditWanted:
    """``said`` gives what stands in the address for a parameter; nonsense asks for nothing."""
    kind = said(parameter(Id.KIND))
    return AuditWanted(
        kind=kind if kind in set(AuditKind) else "",
        by=said(parameter(Id.BY)).strip(),
        since=_midnight(said(parameter(Id.SINCE))),
        until=_midnight(said(parameter(Id.UNTIL)), days=1),
        province=said(parameter(Id.PROVINCE))[:2],
    )


def _midnight(text: str, *, days: int = 0) -> datetime | None:
    """When a day begins by the clock on the wall of this machine, or so many days later."""
    try:
        day = date.fromisoformat(text) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    return datetime.combine(day, time()).astimezone().astimezone(UTC)
