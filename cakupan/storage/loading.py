"""Writing: a load enters whole or not at all, and can be taken back and restored.

Nothing is ever deleted.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Connection, Engine, insert, update

from cakupan.domain.acting import actor
from cakupan.domain.corrections import FAMILY
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import Load, LoadCounts, LoadEventKind, LoadState, NewLoad
from cakupan.domain.records import Record, asdict, replace
from cakupan.storage.current import Held, current_under
from cakupan.storage.data_version import advance
from cakupan.storage.errors import (
    AlreadyLoadedError,
    AlreadyWithdrawnError,
    NotWithdrawnError,
    UnknownLoadError,
)
from cakupan.storage.incoming import Incoming, insert_figures, keyed
from cakupan.storage.load_log import counting_of, log_load, log_refusal
from cakupan.storage.queries.loads import current_load, load_by_id
from cakupan.storage.reading import unscoped
from cakupan.storage.records import from_scaled, stated
from cakupan.storage.scoping import refuse_outside, regions_of
from cakupan.storage.tables import LoadEventRow, LoadRow
from cakupan.storage.winners import newest_wins, retire, settle


class Change(NamedTuple):
    """A current figure that a load would replace.

    Equal values mean that something else is new: a real figure in place of a sample, or a finer
    rounding unit.
    """

    key: FigureKey
    old: Decimal
    new: Decimal


class Comparison(Record, frozen=True):
    """What loading would do. ``changed`` stands in the order of the figures handed in."""

    counts: LoadCounts
    changed: tuple[Change, ...]


def compare(connection: Connection, figures: Sequence[Figure]) -> Comparison:
    """Hold figures against the current ones, for a dry run; nothing is written.

    *Unchanged* counts equal figures, samples that do not displace a real figure, and figures that a
    person corrected. Raises DuplicateFigureError where two figures share a key.
    """
    incoming = keyed(connection, figures)
    return _compared(incoming, current_under(connection, incoming.keys), corrects=False)


def write_load(engine: Engine, new_load: NewLoad, figures: Sequence[Figure]) -> Load:
    """Write a file's figures in one transaction and decide what is current now.

    Raises AlreadyLoadedError where the same bytes are current, DuplicateFigureError where two
    figures share a key, and the driver's own error for a region that is not there. After an error
    the database is what it was.
    """
    try:
        return _written(engine, new_load, figures)
    except AlreadyLoadedError as refused:
        with engine.begin() as connection:
            by, at = new_load.loaded_by, new_load.loaded_at
            log_refusal(connection, new_load.file_name, by=by, at=at, why=refused.code)
        raise


def _written(engine: Engine, new_load: NewLoad, figures: Sequence[Figure]) -> Load:
    refuse_outside(figure.key.region_code for figure in figures)
    new_load = replace(new_load, loaded_by=actor().signs(new_load.loaded_by))
    with engine.begin() as connection:
        advance(connection)
        _refuse_twice(connection, new_load.sha256)
        incoming = keyed(connection, figures)
        current = current_under(connection, incoming.keys)
        corrects = new_load.family == FAMILY
        counts = _compared(incoming, current, corrects=corrects).counts
        load_id = _insert_load(connection, new_load, counts)
        kept = {
            place
            for place, held in current.items()
            if not _wins(incoming, place, held, corrects=corrects)
        }
        retire(connection, (held.figure_id for place, held in current.items() if place not in kept))
        written = insert_figures(connection, incoming, load_id=load_id, behind=kept)
        load = _load(connection, load_id)
        by, at = new_load.loaded_by, new_load.loaded_at
        log_load(
            connection, LoadEventKind.LOADED, load, before=0, by=by, at=at, figures_sha256=written
        )
        return load


def withdraw(engine: Engine, load_id: int, *, by: str, at: datetime) -> Load:
    """Take a load back: its figures stay on record and what was current without them is again.

    Raises UnknownLoadError or AlreadyWithdrawnError.
    """
    with engine.begin() as connection:
        advance(connection)
        load = _load(connection, load_id)
        if load.state is LoadState.WITHDRAWN:
            raise AlreadyWithdrawnError(load)
        return _turn(connection, load_id, LoadEventKind.WITHDRAWN, by=by, at=at)


def redo(engine: Engine, load_id: int, *, by: str, at: datetime) -> Load:
    """Let a withdrawn load count again, as if it had never been withdrawn.

    Raises UnknownLoadError, NotWithdrawnError, or AlreadyLoadedError where the same bytes came in
    again meanwhile.
    """
    with engine.begin() as connection:
        advance(connection)
        load = _load(connection, load_id)
        if load.state is LoadState.CURRENT:
            raise NotWithdrawnError(load)
        _refuse_twice(connection, load.sha256)
        return _turn(connection, load_id, LoadEventKind.RESTORED, by=by, at=at)


def _turn(
    connection: Connection, load_id: int, event: LoadEventKind, *, by: str, at: datetime
) -> Load:
    withdrawn = event is LoadEventKind.WITHDRAWN
    refuse_outside(connection.scalars(regions_of(load_id)))
    by = actor().signs(by)
    columns = {
        "state": (LoadState.WITHDRAWN if withdrawn else LoadState.CURRENT).value,
        "withdrawn_by": by if withdrawn else None,
        "withdrawn_at": at if withdrawn else None,
    }
    before = counting_of(connection, load_id)
    connection.execute(update(LoadRow).where(LoadRow.id == load_id).values(columns))
    _record(connection, load_id, event, by=by, at=at)
    settle(connection, load_id)
    load = _load(connection, load_id)
    log_load(connection, event, load, before=before, by=by, at=at)
    return load


def _refuse_twice(connection: Connection, sha256: str) -> None:
    existing = current_load(unscoped(connection), sha256)
    if existing is not None:
        raise AlreadyLoadedError(existing)


def _wins(incoming: Incoming, place: int, held: Held, *, corrects: bool) -> bool:
    return newest_wins(
        incoming.figures.shared_by(place).maturity,
        over=held.stated.maturity,
        corrects=corrects,
        corrected=held.corrected,
    )


def _compared(incoming: Incoming, current: Mapping[int, Held], *, corrects: bool) -> Comparison:
    figures = incoming.figures
    changed = tuple(
        Change(
            figures.shared_by(place).key(figures.regions[place]),
            from_scaled(held.stated.value, held.stated.scale),
            Decimal(figures.values[place]),
        )
        for place, held in sorted(current.items())
        if _wins(incoming, place, held, corrects=corrects)
        and stated(figures.shared_by(place), figures.values[place]) != held.stated
    )
    counts = LoadCounts(
        figures=len(figures),
        new=len(figures) - len(current),
        changed=len(changed),
        unchanged=len(current) - len(changed),
    )
    return Comparison(counts=counts, changed=changed)


def _insert_load(connection: Connection, new_load: NewLoad, counts: LoadCounts) -> int:
    columns = {**asdict(new_load), **asdict(counts), "state": LoadState.CURRENT.value}
    result = connection.execute(insert(LoadRow).values(columns).returning(LoadRow.id))
    load_id = result.scalar_one()
    by, at = new_load.loaded_by, new_load.loaded_at
    _record(connection, load_id, LoadEventKind.LOADED, by=by, at=at)
    return load_id


def _record(
    connection: Connection, load_id: int, event: LoadEventKind, *, by: str, at: datetime
) -> None:
    columns = {"load_id": load_id, "event": event.value, "done_by": by, "done_at": at}
    connection.execute(insert(LoadEventRow).values(columns))


def _load(connection: Connection, load_id: int) -> Load:
    load = load_by_id(unscoped(connection), load_id)
    if load is None:
        raise UnknownLoadError(load_id=load_id)
    return load
