"""Figures on their way in: under the keys of the figure table, then as its rows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from sqlalchemy import Connection, func, select

from cakupan.domain.figures import Figure
from cakupan.storage.bulk import insert_rows
from cakupan.storage.errors import DuplicateFigureError
from cakupan.storage.records import (
    Key,
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

_FIGURE_COLUMNS = (
    *KEY_COLUMNS,
    *("value", "scale", "maturity", "load_id", "origin_id", "cell", "is_current"),
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """Figures by the key they will have, and the series that nobody stated before."""

    figures: Mapping[Key, Figure]
    new_series: Mapping[Series, int]


def keyed(connection: Connection, figures: Sequence[Figure]) -> Incoming:
    """Find the keys; nothing is written. Raises DuplicateFigureError where two figures share one.

    New series are numbered on. Writers wait for one another, so in a transaction that writes the
    numbers stay free until they are taken.
    """
    known = _known_series(connection)
    numbers = defaultdict(count(max(known.values(), default=0) + 1).__next__, known)
    keys = [
        (numbers[series_of(figure.key)], figure.key.region_code, figure.key.period.text)
        for figure in figures
    ]
    by_key = dict(zip(keys, figures, strict=True))
    if len(by_key) < len(keys):
        (twice, _), *_ = Counter(keys).most_common(1)
        raise DuplicateFigureError(by_key[twice].key)
    new_series = {series: number for series, number in numbers.items() if series not in known}
    return Incoming(by_key, new_series)


def insert_figures(
    connection: Connection, incoming: Incoming, *, load_id: int, behind: Collection[Key]
) -> None:
    """Insert the figures of a load. All are current but those that stand behind another."""
    figures = incoming.figures
    last_origin = connection.execute(select(func.max(OriginRow.id))).scalar_one() or 0
    origins: defaultdict[Origin, int] = defaultdict(count(last_origin + 1).__next__)
    origin_ids = [origins[origin_of(figure)] for figure in figures.values()]
    series_rows = ((number, *map(str, series)) for series, number in incoming.new_series.items())
    origin_rows = ((number, *origin_columns(origin)) for origin, number in origins.items())
    insert_rows(connection, SeriesRow.__tablename__, ("id", *SERIES_COLUMNS), series_rows)
    insert_rows(connection, OriginRow.__tablename__, ("id", *ORIGIN_COLUMNS), origin_rows)
    rows = (
        (
            *key,
            *to_scaled(figure.value),
            figure.maturity.value,
            load_id,
            origin_id,
            figure.cell,
            key not in behind,
        )
        for (key, figure), origin_id in zip(figures.items(), origin_ids, strict=True)
    )
    insert_rows(connection, FigureRow.__tablename__, _FIGURE_COLUMNS, rows)


def _known_series(connection: Connection) -> dict[Series, int]:
    columns = [getattr(SeriesRow, name) for name in SERIES_COLUMNS]
    rows = connection.execute(select(SeriesRow.id, *columns))
    return {tuple(texts): number for number, *texts in rows}
