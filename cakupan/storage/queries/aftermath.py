"""What would hold if a load were taken back, or restored? Nothing is written."""

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import aliased

from cakupan.domain.loads import LoadState
from cakupan.domain.records import Record
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow
from cakupan.storage.winners import beats, next_in_line, same_key

_IN_FORCE = LoadRow.state == LoadState.CURRENT.value


class OtherLoad(Record, frozen=True):
    """A load that would take the place of another one, or give way to it, in so many figures."""

    load_id: int
    file_name: str
    figures: int


class Aftermath(Record, frozen=True):
    """``figures`` of the load at hand would come or go; ``others`` change places with them."""

    figures: int
    others: tuple[OtherLoad, ...]

    @property
    def alone(self) -> int:
        """How many of them no other load states: they would appear, or disappear."""
        return self.figures - sum(one.figures for one in self.others)


def if_withdrawn(reader: Reader, load_id: int) -> Aftermath:
    """Its figures that are current now, and the loads that would stand in for them."""
    mine, version = aliased(FigureRow), aliased(FigureRow)
    remaining = select(LoadRow.id).where(_IN_FORCE, LoadRow.id != load_id)
    heir = next_in_line(mine, version, remaining).with_only_columns(version.load_id)
    leaving = select(heir.scalar_subquery().label("load_id"))
    return _aftermath(reader, leaving.where(mine.load_id == load_id, mine.is_current))


def if_restored(reader: Reader, load_id: int) -> Aftermath:
    """Its figures that would be current, and the loads that they would take the place of."""
    mine, current = aliased(FigureRow), aliased(FigureRow)
    coming = (
        select(current.load_id)
        .select_from(mine)
        .outerjoin(current, and_(same_key(current, mine), current.is_current))
        .where(mine.load_id == load_id, current.id.is_(None) | beats(mine, current))
    )
    return _aftermath(reader, coming)


def _aftermath(reader: Reader, turned: Select[int | None]) -> Aftermath:
    """``turned`` are the figures that come or go, each by the load it changes places with."""
    figure = turned.subquery()
    counted = select(figure.c.load_id, func.count().label("figures")).group_by(figure.c.load_id)
    by_load = counted.subquery()
    rows = reader.execute(
        select(by_load, LoadRow.file_name)
        .outerjoin(LoadRow, LoadRow.id == by_load.c.load_id)
        .order_by(by_load.c.load_id.desc())
    ).all()
    return Aftermath(
        figures=sum(row.figures for row in rows),
        others=tuple(
            OtherLoad(row.load_id, row.file_name, row.figures)
            for row in rows
            if row.load_id is not None
        ),
    )
