"""What is current under given keys, read for many keys at once."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from cakupan.storage.bulk import fetch_rows
from cakupan.storage.records import Stated
from cakupan.storage.tables import FigureRow, OriginRow
from cakupan.storage.winners import CORRECTIONS

_COLUMNS = (
    *(FigureRow.series_id, FigureRow.region_code, FigureRow.period),
    *(FigureRow.value, FigureRow.scale, FigureRow.maturity),
    *(OriginRow.unit, OriginRow.rounding_unit),
    FigureRow.id,
)


class Held(NamedTuple):
    """A current figure: what it says, its row, and whether a person corrected it."""

    stated: Stated
    figure_id: int
    corrected: bool


def current_under(
    connection: Connection, keys: Mapping[int, Mapping[str, Mapping[str, int]]]
) -> dict[int, Held]:
    """The current figures under these keys: positions by series, region and period."""
    regions = {region for line in keys.values() for region in line}
    periods = {period for line in keys.values() for series in line.values() for period in series}
    rows = fetch_rows(
        connection,
        select(*_COLUMNS)
        .join(OriginRow)
        .where(
            FigureRow.is_current,
            FigureRow.series_id.in_(keys),
            FigureRow.region_code.in_(regions),
            # A list of periods would be looked up one by one, and that takes twice as long.
            FigureRow.period.between(min(periods, default=""), max(periods, default="")),
        ),
    )
    by_hand = FigureRow.is_current, FigureRow.load_id.in_(CORRECTIONS)
    corrected = set(connection.scalars(select(FigureRow.id).where(*by_hand)))
    found = (
        (
            keys[series].get(region, {}).get(period),
            Held(Stated(*says), figure_id, figure_id in corrected),
        )
        for series, region, period, *says, figure_id in rows
    )
    return {place: held for place, held in found if place is not None}
