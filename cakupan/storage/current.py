"""What is current under given keys, read for many keys at once."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, select

from cakupan.storage.bulk import fetch_rows
from cakupan.storage.records import Key, Stated
from cakupan.storage.tables import FigureRow, OriginRow

_COLUMNS = (
    *(FigureRow.series_id, FigureRow.region_code, FigureRow.period),
    *(FigureRow.value, FigureRow.scale, FigureRow.maturity),
    *(OriginRow.unit, OriginRow.rounding_unit),
    FigureRow.id,
)


class Held(NamedTuple):
    """A current figure: what it says and its row."""

    stated: Stated
    figure_id: int


def current_under(connection: Connection, keys: Collection[Key]) -> dict[Key, Held]:
    """The current figures under these keys."""
    series, regions, periods = ({key[place] for key in keys} for place in range(3))
    rows = fetch_rows(
        connection,
        select(*_COLUMNS)
        .join(OriginRow)
        .where(
            FigureRow.is_current,
            FigureRow.series_id.in_(series),
            FigureRow.region_code.in_(regions),
            # A list of periods would be looked up one by one, and that takes twice as long.
            FigureRow.period.between(min(periods, default=""), max(periods, default="")),
        ),
    )
    return {row[:3]: Held(Stated(*row[3:8]), row[8]) for row in rows if row[:3] in keys}
