"""Which figures count: now, or at a moment of the past, as far as it is on record."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select

from cakupan.domain.loads import LoadEventKind, LoadState
from cakupan.storage.tables import FigureRow, LoadEventRow, LoadRow
from cakupan.storage.winners import wins


def standing(figure: type[FigureRow], as_of: datetime | None) -> ColumnElement[bool]:
    """Whether a figure counts now (``as_of`` None) or counted at that moment, which has a zone.

    The past is what people could see then: a load that was withdrawn later still counts in it.
    """
    return figure.is_current.expression if as_of is None else wins(figure, in_force(as_of))


def stated(figure: type[FigureRow], as_of: datetime | None) -> ColumnElement[bool]:
    """Whether a figure is of a load that counted: then some figure of its key counted, maybe this.

    To be asked where that is enough, for it holds no figure against others.
    """
    return figure.is_current.expression if as_of is None else figure.load_id.in_(in_force(as_of))


def in_force(as_of: datetime | None) -> Select[int]:
    """Numbers of the loads that count now, or counted at that moment."""
    if as_of is None:
        return select(LoadRow.id).where(LoadRow.state == LoadState.CURRENT.value)
    newest = select(func.max(LoadEventRow.id)).where(LoadEventRow.done_at <= as_of)
    return select(LoadEventRow.load_id).where(
        LoadEventRow.id.in_(newest.group_by(LoadEventRow.load_id)),
        LoadEventRow.event != LoadEventKind.WITHDRAWN.value,
    )
