"""Which figures count: now, or at a moment of the past, as far as it is on record."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from cakupan.domain.loads import LoadEventKind
from cakupan.storage.tables import FigureRow, LoadEventRow
from cakupan.storage.winners import wins


def standing(figure: type[FigureRow], as_of: datetime | None) -> ColumnElement[bool]:
    """Whether a figure counts now (``as_of`` None) or counted at that moment, which has a zone.

    The past is what people could see then: a load that was withdrawn later still counts in it.
    """
    if as_of is None:
        return figure.is_current.expression
    newest = (
        select(func.max(LoadEventRow.id))
        .where(LoadEventRow.done_at <= as_of)
        .group_by(LoadEventRow.load_id)
    )
    in_force = select(LoadEventRow.load_id).where(
        LoadEventRow.id.in_(newest), LoadEventRow.event != LoadEventKind.WITHDRAWN.value
    )
    return wins(figure, in_force)
