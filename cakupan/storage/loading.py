"""Writing: a load enters whole or not at all, and can be withdrawn. Nothing is ever deleted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Connection, Engine, insert, select, update

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import Load, LoadCounts, LoadState, NewLoad
from cakupan.storage.data_version import advance
from cakupan.storage.errors import (
    AlreadyLoadedError,
    AlreadyWithdrawnError,
    DuplicateFigureError,
    UnknownLoadError,
)
from cakupan.storage.queries.loads import current_load, load_by_id
from cakupan.storage.records import Stated, figure_columns, from_scaled, key_values, stated
from cakupan.storage.tables import KEY_COLUMNS, FigureRow, LoadRow
from cakupan.storage.winners import displaces, settle

# Rows become dictionaries on their way in: a part at a time keeps a large file out of memory.
_ROWS_AT_ONCE = 10_000


class Change(NamedTuple):
    """A current figure that a load would replace.

    Equal values mean that something else is new: a real figure in place of a sample, or a finer
    rounding unit.
    """

    key: FigureKey
    old: Decimal
    new: Decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """What loading would do. ``changed`` stands in the order of the figures handed in."""

    counts: LoadCounts
    changed: tuple[Change, ...]


def compare(connection: Connection, figures: Sequence[Figure]) -> Comparison:
    """Hold figures against the current ones, for a dry run; nothing is written.

    *Unchanged* counts equal figures and samples that do not displace a real figure. Raises
    DuplicateFigureError where two figures share a key.
    """
    wanted = _by_key(figures)
    current = _current(connection, wanted)
    changed = tuple(
        Change(figure.key, from_scaled(current[key].value, current[key].scale), figure.value)
        for key, figure in wanted.items()
        if key in current and displaces(stated(figure), current[key])
    )
    new = sum(key not in current for key in wanted)
    counts = LoadCounts(
        figures=len(figures),
        new=new,
        changed=len(changed),
        unchanged=len(figures) - new - len(changed),
    )
    return Comparison(counts=counts, changed=changed)


def write_load(engine: Engine, new_load: NewLoad, figures: Sequence[Figure]) -> Load:
    """Write a file's figures in one transaction and decide what is current now.

    Raises AlreadyLoadedError where the same bytes are current, DuplicateFigureError where two
    figures share a key, and the driver's own error for a region that is not there. After an error
    the database is what it was.
    """
    with engine.begin() as connection:
        advance(connection)
        existing = current_load(connection, new_load.sha256)
        if existing is not None:
            raise AlreadyLoadedError(existing)
        counts = compare(connection, figures).counts
        load_id = _insert_load(connection, new_load, counts)
        for start in range(0, len(figures), _ROWS_AT_ONCE):
            part = figures[start : start + _ROWS_AT_ONCE]
            connection.execute(
                insert(FigureRow), [figure_columns(figure, load_id) for figure in part]
            )
        settle(connection, load_id)
        return _load(connection, load_id)


def withdraw(engine: Engine, load_id: int, *, by: str, at: datetime) -> Load:
    """Take a load back: its figures stay on record and what was current without them is again.

    Raises UnknownLoadError or AlreadyWithdrawnError.
    """
    with engine.begin() as connection:
        advance(connection)
        load = _load(connection, load_id)
        if load.state is LoadState.WITHDRAWN:
            raise AlreadyWithdrawnError(load)
        connection.execute(
            update(LoadRow)
            .where(LoadRow.id == load_id)
            .values(state=LoadState.WITHDRAWN.value, withdrawn_by=by, withdrawn_at=at)
        )
        settle(connection, load_id)
        return _load(connection, load_id)


def _by_key(figures: Iterable[Figure]) -> dict[tuple[str, ...], Figure]:
    found: dict[tuple[str, ...], Figure] = {}
    for figure in figures:
        values = key_values(figure.key)
        if values in found:
            raise DuplicateFigureError(figure.key)
        found[values] = figure
    return found


def _current(
    connection: Connection, keys: Collection[tuple[str, ...]]
) -> dict[tuple[str, ...], Stated]:
    """What is stated now under these keys, and under some of their neighbours."""
    narrow = [
        getattr(FigureRow, name).in_({key[place] for key in keys})
        for place, name in enumerate(KEY_COLUMNS)
        if name in {"measure", "region_code", "period", "publisher"}
    ]
    columns = [getattr(FigureRow, name) for name in (*KEY_COLUMNS, *Stated._fields)]
    rows = connection.execute(select(*columns).where(FigureRow.is_current, *narrow))
    size = len(KEY_COLUMNS)
    return {tuple(row[:size]): Stated(*row[size:]) for row in rows}


def _insert_load(connection: Connection, new_load: NewLoad, counts: LoadCounts) -> int:
    columns = {**asdict(new_load), **asdict(counts), "state": LoadState.CURRENT.value}
    result = connection.execute(insert(LoadRow).values(columns).returning(LoadRow.id))
    return result.scalar_one()


def _load(connection: Connection, load_id: int) -> Load:
    load = load_by_id(connection, load_id)
    if load is None:
        raise UnknownLoadError(load_id=load_id)
    return load
