"""What would hold if a load were withdrawn? Nothing is written."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from cakupan.domain.loads import LoadState
from cakupan.storage.tables import FigureRow, LoadRow
from cakupan.storage.winners import same_key, wins


@dataclass(frozen=True, slots=True)
class Successor:
    """A load whose figures would be current again, and how many of them."""

    load_id: int
    file_name: str
    figures: int


@dataclass(frozen=True, slots=True)
class Aftermath:
    """``figures`` of the load are current now; successors take the place of some of them."""

    figures: int
    successors: tuple[Successor, ...]

    @property
    def gone(self) -> int:
        """How many figures no other load states."""
        return self.figures - sum(one.figures for one in self.successors)


def if_withdrawn(connection: Connection, load_id: int) -> Aftermath:
    """What withdrawing this load would bring back, the newest load first."""
    mine, heir = aliased(FigureRow), aliased(FigureRow)
    others = select(LoadRow.id).where(
        LoadRow.state == LoadState.CURRENT.value, LoadRow.id != load_id
    )
    rows = connection.execute(
        select(LoadRow.id, LoadRow.file_name, func.count().label("figures"))
        .join_from(mine, heir, same_key(heir, mine))
        .join(LoadRow, LoadRow.id == heir.load_id)
        .where(mine.load_id == load_id, mine.is_current, ~heir.is_current, wins(heir, others))
        .group_by(LoadRow.id, LoadRow.file_name)
        .order_by(LoadRow.id.desc())
    )
    current = select(func.count()).where(FigureRow.load_id == load_id, FigureRow.is_current)
    return Aftermath(
        figures=connection.execute(current).scalar_one(),
        successors=tuple(Successor(row.id, row.file_name, row.figures) for row in rows),
    )
