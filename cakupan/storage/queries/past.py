"""What counted before a load came, of the few figures that are asked after.

Their versions are read once and held against all that befell loads. Asked of the database load by
load, thirty changes of targets took a minute on a nation's figures.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from sqlalchemy import Row, Select, select

from cakupan.domain.loads import LoadEventKind
from cakupan.domain.records import Record
from cakupan.storage.reading import Reader
from cakupan.storage.tables import KEY_COLUMNS, FigureRow, LoadEventRow, LoadRow
from cakupan.storage.winners import CORRECTIONS, newest_of

K = TypeVar("K")
Version = Row[*tuple[Any, ...]]
"""What one load states under a key: a row with all columns of a figure."""

_EVENTS = select(LoadEventRow.load_id, LoadEventRow.event).order_by(LoadEventRow.id)


class Past(Record, frozen=True):
    """What befell some loads, in the order in which it did, and which of them are corrections."""

    events: tuple[tuple[int, str], ...]
    corrections: frozenset[int]

    @classmethod
    def of(cls, reader: Reader, load_ids: Collection[int]) -> "Past":
        """The past of these loads, as far as whoever asks may see it.

        Of these alone: whether a load may be seen is told by what it states, and of other regions'
        loads all of that would be looked through.
        """
        events = reader.execute(_EVENTS.where(LoadEventRow.load_id.in_(load_ids)))
        corrections = reader.execute(CORRECTIONS.where(LoadRow.id.in_(load_ids))).scalars()
        return cls(tuple((one, event) for one, event in events), frozenset(corrections))

    def before(self, load_ids: Iterable[int]) -> Iterator[tuple[int, frozenset[int]]]:
        """Each of these loads, with those that counted when it came, whatever the clocks said."""
        counting: set[int] = set()
        still = set(load_ids)
        for load_id, event in self.events:
            if load_id in still:
                still.remove(load_id)
                yield load_id, frozenset(counting)
            _count(counting, load_id, event)

    @property
    def now(self) -> frozenset[int]:
        """The loads that count now."""
        counting: set[int] = set()
        for load_id, event in self.events:
            _count(counting, load_id, event)
        return frozenset(counting)

    def standing(self, versions: Iterable[Version], loads: Collection[int]) -> list[Version]:
        """Of each key what counts while ``loads`` are in force, in the order of writing."""
        by_key = defaultdict(list)
        for row in versions:
            if row.load_id in loads:
                by_key[tuple(getattr(row, name) for name in KEY_COLUMNS)].append(row)
        found = (newest_of(rows, self.corrections) for rows in by_key.values())
        return sorted(found, key=lambda row: row.id)


def _count(counting: set[int], load_id: int, event: str) -> None:
    if event == LoadEventKind.WITHDRAWN.value:
        counting.discard(load_id)
    else:
        counting.add(load_id)


def all_versions(
    reader: Reader, figure: type[FigureRow], statement: Select[*tuple[Any, ...]]
) -> Iterator[Version]:
    """The rows of a statement about figures, of those too that count no more."""
    # Current versions and all others have an index each.
    for one in (figure.is_current.expression, ~figure.is_current):
        yield from reader.execute(statement.where(one))


def standing_before(
    reader: Reader,
    statement: Select[*tuple[Any, ...]],
    *,
    about: Mapping[int, K],
    thing_of: Callable[[Version], K],
) -> dict[int, list[Version]]:
    """For each load in ``about`` the figures of its thing that counted when it came.

    ``statement`` asks for the figures of all these things, and ``thing_of`` says what a row is
    about.
    """
    rows = list(all_versions(reader, FigureRow, statement))
    versions: dict[K, list[Version]] = defaultdict(list)
    for row in rows:
        versions[thing_of(row)].append(row)
    past = Past.of(reader, {*about, *(row.load_id for row in rows)})
    return {
        load_id: past.standing(versions[about[load_id]], loads)
        for load_id, loads in past.before(about)
    }
