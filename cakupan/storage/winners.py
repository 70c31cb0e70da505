"""Which version of a figure is current. The only place that knows the rule, and that applies it."""

from sqlalchemy import Connection, and_, func, select, update
from sqlalchemy.orm import aliased

from cakupan.domain.loads import LoadState
from cakupan.domain.measures import Maturity
from cakupan.storage.records import Stated
from cakupan.storage.tables import KEY_COLUMNS, FigureRow, LoadRow


def displaces(new: Stated, current: Stated) -> bool:
    """Whether loading ``new`` would change what is shown; the newest load is the one at hand."""
    sample_over_real = new.maturity == Maturity.SAMPLE.value != current.maturity
    return new != current and not sample_over_real


def settle(connection: Connection, load_id: int) -> None:
    """Choose the current figure anew for every key that this load states.

    Among the figures of loads that are not withdrawn a real one beats a sample, then the newest
    load wins. The choice depends on those figures alone, never on what was current before: so
    withdrawing a load leaves the data as if it had never come.
    """
    mine, rival = aliased(FigureRow), aliased(FigureRow)
    same_key = and_(*(getattr(mine, name) == getattr(rival, name) for name in KEY_COLUMNS))
    rivals = select(rival.id).join(mine, same_key).where(mine.load_id == load_id)
    current = rivals.where(rival.is_current)
    connection.execute(update(FigureRow).where(FigureRow.id.in_(current)).values(is_current=False))
    place = (
        func.row_number()
        .over(
            partition_by=[getattr(rival, name) for name in KEY_COLUMNS],
            order_by=[rival.maturity == Maturity.SAMPLE.value, rival.load_id.desc()],
        )
        .label("place")
    )
    ranked = (
        rivals.add_columns(place)
        .join(LoadRow, LoadRow.id == rival.load_id)
        .where(LoadRow.state == LoadState.CURRENT.value)
        .subquery()
    )
    best = select(ranked.c.id).where(ranked.c.place == 1)
    connection.execute(update(FigureRow).where(FigureRow.id.in_(best)).values(is_current=True))
