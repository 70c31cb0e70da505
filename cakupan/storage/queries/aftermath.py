"""What would hold if a load were taken back, or restored? Nothing is written."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from cakupan.domain.loads import LoadState
from cakupan.domain.records import Record
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow
from cakupan.storage.winners import same_key, wins

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
    mine, heir = aliased(FigureRow), aliased(FigureRow)
    remaining = select(LoadRow.id).where(_IN_FORCE, LoadRow.id != load_id)
    leaving = (mine.load_id == load_id, mine.is_current)
    heirs = (
        select(heir.load_id)
        .join(mine, same_key(heir, mine))
        # What stands in is not current yet; said so that its index is used.
        .where(*leaving, ~heir.is_current, wins(heir, remaining))
    )
    size = select(func.count()).where(*leaving)
    return _aftermath(reader, figures=size, others=heirs)


def if_restored(reader: Reader, load_id: int) -> Aftermath:
    """Its figures that would be current, and the loads that they would take the place of."""
    mine, other = aliased(FigureRow), aliased(FigureRow)
    together = select(LoadRow.id).where(_IN_FORCE | (LoadRow.id == load_id))
    coming = (mine.load_id == load_id, wins(mine, together))
    displaced = (
        select(other.load_id).join(mine, same_key(other, mine)).where(*coming, other.is_current)
    )
    size = select(func.count()).select_from(mine).where(*coming)
    return _aftermath(reader, figures=size, others=displaced)


def _aftermath(reader: Reader, *, figures: Select[int], others: Select[int]) -> Aftermath:
    touched = others.subquery()
    rows = reader.execute(
        select(touched.c.load_id, LoadRow.file_name, func.count().label("figures"))
        .join(LoadRow, LoadRow.id == touched.c.load_id)
        .group_by(touched.c.load_id, LoadRow.file_name)
        .order_by(touched.c.load_id.desc())
    )
    return Aftermath(
        figures=reader.execute(figures).scalar_one(),
        others=tuple(OtherLoad(row.load_id, row.file_name, row.figures) for row in rows),
    )
