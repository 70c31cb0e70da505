"""Which provinces have any participants to show?"""

from collections.abc import Sequence

from sqlalchemy import exists, select

from cakupan.domain.measures import Basis, Measure
from cakupan.domain.regions import RegionKind
from cakupan.storage.queries.selection import usable
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, RegionRow, SeriesRow


def provinces_with_participants(
    reader: Reader, *, basis: Basis = Basis.REGISTRATION, publishers: Sequence[str]
) -> frozenset[str]:
    """Codes of the provinces with active participants of their own or of a part, at any time."""
    # One look into the index for each province; a DISTINCT would read every figure.
    stated = exists().where(
        FigureRow.is_current,
        FigureRow.series_id == SeriesRow.id,
        SeriesRow.measure == Measure.PARTICIPANTS_ACTIVE.value,
        FigureRow.region_code.between(RegionRow.code, RegionRow.code + "z"),
        SeriesRow.basis == basis.value,
        SeriesRow.publisher.in_(publishers),
        usable(FigureRow),
    )
    provinces = select(RegionRow.code).where(RegionRow.kind == RegionKind.PROVINCE.value, stated)
    return frozenset(reader.execute(provinces).scalars())
