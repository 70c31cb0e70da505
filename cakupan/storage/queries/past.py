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
from cakupan.storage.tables import KEY_COLUMNS, FigureRow, LoadEventRow
from cakupan.storage.winners import CORRECTIONS, newest_of

K = TypeVar("K")
Version = Row[*tuple[Any, ...]]
"""What one load states under a key: a row with all columns of a figure."""

_EVENTS = select(LoadEventRow.load_id, LoadEventRow.event).order_by(LoadEventRow.id)


class Past(Record, frozen=True):
    """What befell loads, in the order in which it did, and which of them are corrections."""

    events: tuple[tuple[int, str], ...]
    corrections: frozenset[int]

    @classmethod
    def read(cls, reader: Reader) -> "Past":
        """As far as whoever asks may see it."""
        events = tuple((load_id, event) for load_id, event in reader.execute(_EVENTS))
        return cls(events, frozenset(reader.execute(CORRECTIONS).scalars()))

    def before(self, load_ids: Iterable[int]) -> Iterator[tuple[int, set[int]]]:
        """Each of these loads, with those that counted when it came, whatever the clocks said.

        The set is that of the moment: it goes on changing.
        """
        counting: set[int] = set()
        still = set(load_ids)
        for load_id, event in self.events:
            if load_id in still:
                still.remove(load_id)
                yield load_id, counting
            if event == LoadEventKind.WITHDRAWN.value:
                counting.discard(load_id)
            else:
                counting.add(load_id)

    def standing(self, versions: Iterable[Version], loads: Collection[int]) -> list[Version]:
        """Of each key what counts while ``loads`` are in force, in the order of writing."""
        by_key = defaultdict(list)
        for row in versions:
            if row.load_id in loads:
                by_key[tuple(getattr(row, name) for name in KEY_COLUMNS)].append(row)
        found = (newest_of(rows, self.corrections) for rows in by_key.values())
        return sorted(found, key=lambda row: row.id)


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
    past = Past.read(reader)
    versions: dict[K, list[Version]] = defaultdict(list)
    for row in all_versions(reader, FigureRow, statement):
        versions[thing_of(row)].append(row)
    return {
        load_id: past.standing(versions[about[load_id]], loads)
        for load_id, loads in past.before(about)
    }
