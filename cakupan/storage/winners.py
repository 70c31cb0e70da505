"""Which version of a figure is current. The only place that knows the rule, and that applies it."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Tuple,
    and_,
    exists,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import aliased

from cakupan.domain.corrections import FAMILY
from cakupan.domain.loads import LoadState
from cakupan.domain.measures import Maturity
from cakupan.storage.bulk import run_for_each
from cakupan.storage.tables import KEY_COLUMNS, FigureRow, LoadRow

_SAMPLE = Maturity.SAMPLE.value


CORRECTIONS = select(LoadRow.id).where(LoadRow.family == FAMILY)
"""Numbers of the loads that hold a corrected figure, those that were withdrawn too."""


def newest_wins(
    maturity: str, *, over: str, corrects: bool = False, corrected: bool = False
) -> bool:
    """The rule for the load at hand, which is the newest.

    A sample never beats a real figure, and a file never what a person corrected.
    """
    return (maturity != _SAMPLE, corrects) >= (over != _SAMPLE, corrected)


def same_key(one: type[FigureRow], other: type[FigureRow]) -> ColumnElement[bool]:
    """Whether two figures are versions of one thing."""
    return and_(*(getattr(one, name) == getattr(other, name) for name in KEY_COLUMNS))


def wins(figure: type[FigureRow], loads: Select[int]) -> ColumnElement[bool]:
    """The rule for any load: whether a figure counts for its key while ``loads`` are in force.

    A real figure beats a sample, then a correction beats what a file says, then the newest load
    wins. That depends on the figures of those loads alone, never on what was current before:
    without a load, all is as if it had never come.
    """
    rival = aliased(FigureRow)
    better = and_(
        same_key(rival, figure),
        rival.load_id.in_(loads),
        _rank(rival) > _rank(figure),
    )
    # Asked of current versions and of all others, because each have an index of their own.
    beaten = or_(
        exists().where(rival.is_current, better), exists().where(~rival.is_current, better)
    )
    return and_(figure.load_id.in_(loads), ~beaten)


def newest_of(
    versions: Iterable[Row[*tuple[Any, ...]]], corrections: Collection[int]
) -> Row[*tuple[Any, ...]]:
    """The rule of ``wins`` for versions under one key that are at hand, all of loads in force."""

    def rank(row: Row[*tuple[Any, ...]]) -> tuple[bool, bool, int]:
        return (row.maturity != _SAMPLE, row.load_id in corrections, row.load_id)

    return max(versions, key=rank)


def beats(figure: type[FigureRow], other: type[FigureRow]) -> ColumnElement[bool]:
    """Whether a figure counts before another one under the same key, both of loads in force."""
    return _rank(figure) > _rank(other)


def next_in_line(
    figure: type[FigureRow], version: type[FigureRow], loads: Select[int]
) -> Select[FigureRow]:
    """Which ``version`` of ``figure`` counts while ``loads`` are in force and none is current.

    To be told what is asked of it with ``with_only_columns``: one row, or none.
    """
    order = (part.desc() for part in _rank(version))
    return (
        select(version)
        .where(same_key(version, figure), ~version.is_current, version.load_id.in_(loads))
        .order_by(*order)
        .limit(1)
        .correlate(figure)
    )


def _rank(figure: type[FigureRow]) -> Tuple:
    return tuple_(figure.maturity != _SAMPLE, figure.load_id.in_(CORRECTIONS), figure.load_id)


def retire(connection: Connection, figure_ids: Iterable[int]) -> None:
    """Figures that the load at hand takes the place of are current no more."""
    statement = "UPDATE figure SET is_current = FALSE WHERE id = ?"
    run_for_each(connection, statement, ((figure_id,) for figure_id in figure_ids))


def settle(connection: Connection, load_id: int) -> None:
    """Choose the current figure for every key of this load, which came into force or left it."""
    in_force = select(LoadRow.id).where(LoadRow.state == LoadState.CURRENT.value)
    mine, current, version = aliased(FigureRow), aliased(FigureRow), aliased(FigureRow)
    beaten = and_(mine.load_id.in_(in_force), beats(mine, current))
    leaving = (
        select(current.id)
        .join(mine, same_key(current, mine))
        .where(mine.load_id == load_id, current.is_current)
        .where(current.load_id.not_in(in_force) | beaten)
    )
    vacant = ~exists().where(same_key(current, mine), current.is_current)
    heir = next_in_line(mine, version, in_force).with_only_columns(version.id).scalar_subquery()
    coming = select(heir).where(mine.load_id == load_id, vacant)
    # In this order, for two current figures under one key are refused even for a moment.
    connection.execute(update(FigureRow).where(FigureRow.id.in_(leaving)).values(is_current=False))
    connection.execute(update(FigureRow).where(FigureRow.id.in_(coming)).values(is_current=True))
