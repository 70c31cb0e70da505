"""What the figures of a load are, in 64 letters: one digit elsewhere gives others.

A file of SQLite has no check of its own: a byte that the disk lost would be another number. Columns
are taken whole, as bytes: on the way in they are at hand, and a row at a time would cost a load a
quarter of its time.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

import numpy as np
from sqlalchemy import Connection, select

from cakupan.storage.bulk import fetch_rows
from cakupan.storage.tables import (
    ORIGIN_COLUMNS,
    SERIES_COLUMNS,
    FigureRow,
    OriginRow,
    SeriesRow,
)

_NUMBERS = (FigureRow.series_id, FigureRow.origin_id, FigureRow.value, FigureRow.scale)
_TEXTS = (FigureRow.region_code, FigureRow.period, FigureRow.maturity, FigureRow.cell)
_SERIES = (SeriesRow.id, *(getattr(SeriesRow, name) for name in SERIES_COLUMNS))
_ORIGIN = (OriginRow.id, *(getattr(OriginRow, name) for name in ORIGIN_COLUMNS))


def figures_digest(connection: Connection, load_id: int) -> str:
    """The digest of a load's figures as they stand in the database, with series and origins."""
    of_load = FigureRow.load_id == load_id
    rows = fetch_rows(connection, select(*_NUMBERS, *_TEXTS).where(of_load).order_by(FigureRow.id))
    columns = list(zip(*rows, strict=True)) or [()] * (len(_NUMBERS) + len(_TEXTS))
    return digest(connection, columns[: len(_NUMBERS)], columns[len(_NUMBERS) :])


def digest(
    connection: Connection, numbers: Sequence[Iterable[int]], texts: Sequence[Iterable[str]]
) -> str:
    """The digest of figures by their columns; what series and origins say is read.

    Numbers are series, origin, value and scale; texts are region, period, maturity and cell.
    """
    found = sha256()
    columns = [np.fromiter(column, dtype="<i8") for column in numbers]
    for column in columns:
        found.update(column.tobytes())
    for words in texts:
        found.update(("\n".join(words) + "\0").encode())
    series, origins = (np.unique(column).tolist() for column in columns[:2])
    for chosen in (
        select(*_SERIES).where(SeriesRow.id.in_(series)).order_by(SeriesRow.id),
        select(*_ORIGIN).where(OriginRow.id.in_(origins)).order_by(OriginRow.id),
    ):
        for row in fetch_rows(connection, chosen):
            found.update(("\t".join(map(str, row)) + "\0").encode())
    return found.hexdigest()
