"""Figures on their way in: under the keys of the figure table, then as its rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count, repeat
from typing import TypeVar, cast

from sqlalchemy import Connection, func, select

from cakupan.domain.figure_columns import Figures, Number
from cakupan.domain.figures import Figure
from cakupan.domain.records import Record
from cakupan.storage.bulk import fetch_rows, insert_rows
from cakupan.storage.digests import digest
from cakupan.storage.errors import DuplicateFigureError
from cakupan.storage.records import (
    Origin,
    Series,
    origin_columns,
    origin_of,
    series_of,
    to_scaled,
)
from cakupan.storage.tables import (
    KEY_COLUMNS,
    ORIGIN_COLUMNS,
    SERIES_COLUMNS,
    FigureRow,
    OriginRow,
    SeriesRow,
)

T = TypeVar("T")
_FIGURE_COLUMNS = (
    *KEY_COLUMNS,
    *("value", "scale", "maturity", "load_id", "origin_id", "cell", "is_current"),
)


class Incoming(Record, frozen=True):
    """Figures, the series that each of their kinds is of, and those that nobody stated before."""

    figures: Figures
    series: Sequence[int]
    new_series: Mapping[Series, int]

    @property
    def keys(self) -> Mapping[int, Mapping[str, Mapping[str, int]]]:
        """Positions of the figures by the parts of the key that they will have."""
        subjects = (one.subject for one in self.figures.shared)
        return {
            number: self.figures.positions[subject]
            for number, subject in zip(self.series, subjects, strict=True)
        }


def keyed(connection: Connection, figures: Sequence[Figure]) -> Incoming:
    """Find the keys; nothing is written. Raises DuplicateFigureError where two figures share one.

    New series are numbered on. Writers wait for one another, so in a transaction that writes the
    numbers stay free until they are taken.
    """
    columns = Figures.of(figures)
    for _, twice in columns.repeated:
        raise DuplicateFigureError(columns[twice].key)
    known = _known_series(connection)
    numbers = defaultdict(count(max(known.values(), default=0) + 1).__next__, known)
    series = [numbers[series_of(one.subject)] for one in columns.shared]
    new_series = {series: number for series, number in numbers.items() if series not in known}
    return Incoming(columns, series, new_series)


def insert_figures(
    connection: Connection, incoming: Incoming, *, load_id: int, behind: Collection[int]
) -> str:
    """Insert the figures of a load, and give their digest.

    All are current but those, by position, behind another.
    """
    figures = incoming.figures
    last_origin = connection.execute(select(func.max(OriginRow.id))).scalar_one() or 0
    origins: defaultdict[Origin, int] = defaultdict(count(last_origin + 1).__next__)
    origin_ids = [origins[origin_of(one)] for one in figures.shared]
    series_rows = ((number, *map(str, series)) for series, number in incoming.new_series.items())
    origin_rows = ((number, *origin_columns(origin)) for origin, number in origins.items())
    insert_rows(connection, SeriesRow.__tablename__, ("id", *SERIES_COLUMNS), series_rows)
    insert_rows(connection, OriginRow.__tablename__, ("id", *ORIGIN_COLUMNS), origin_rows)

    kinds = figures.kinds
    series = _of_each(kinds, incoming.series)
    periods = _of_each(kinds, [one.period.text for one in figures.shared])
    maturities = _of_each(kinds, [one.maturity.value for one in figures.shared])
    origin_of_each = _of_each(kinds, origin_ids)
    values, scales = _scaled(figures.values)
    rows = zip(
        series,
        figures.regions,
        periods,
        values,
        scales,
        maturities,
        repeat(load_id),
        origin_of_each,
        figures.cells,
        [place not in behind for place in range(len(figures))] if behind else repeat(True),
        strict=False,
    )
    insert_rows(connection, FigureRow.__tablename__, _FIGURE_COLUMNS, rows)
    numbers = (series, origin_of_each, values, scales)
    return digest(connection, numbers, (figures.regions, periods, maturities, figures.cells))


def _of_each(kinds: Iterable[int], column: Sequence[T]) -> list[T]:
    """Of every figure what its kind has in a column."""
    return list(map(column.__getitem__, kinds))


def _scaled(values: Sequence[Number]) -> tuple[Sequence[int], Sequence[int]]:
    """Whole numbers and scales; most files hold nothing but whole numbers."""
    if set(map(type, values)) == {int}:
        for edge in (min(values), max(values)):
            to_scaled(edge)
        return cast("Sequence[int]", values), [0] * len(values)
    pairs = [to_scaled(value) for value in values]
    return [whole for whole, _ in pairs], [scale for _, scale in pairs]


def _known_series(connection: Connection) -> dict[Series, int]:
    columns = [getattr(SeriesRow, name) for name in SERIES_COLUMNS]
    rows = fetch_rows(connection, select(SeriesRow.id, *columns))
    return {row[1:]: row[0] for row in rows}
