"""Where does this number come from: file, sheet, cell, who loaded it, and when?"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from cakupan.domain.measures import Basis, Maturity, Measure, Segment
from cakupan.domain.records import Record
from cakupan.storage.queries.selection import chosen, usual_basis
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, LoadRow, OriginRow, SeriesRow

_SERIES = (SeriesRow.segment, SeriesRow.publisher, SeriesRow.programme, SeriesRow.group_name)
_ORIGIN = (OriginRow.sheet, OriginRow.citation)
_LOAD = (LoadRow.file_name, LoadRow.loaded_by, LoadRow.loaded_at)


class FigureSource(Record, frozen=True):
    """One figure behind a shown number, and the cell it was read from.

    ``programme`` and ``group`` are empty for a whole.
    """

    region_code: str
    segment: Segment
    value: Decimal
    publisher: str
    maturity: Maturity
    file_name: str
    sheet: str
    cell: str
    loaded_by: str
    loaded_at: datetime
    citation: str
    programme: str
    group: str


def figure_sources(
    reader: Reader,
    *,
    measure: Measure,
    region_prefix: str,
    period_text: str,
    publishers: Sequence[str] | None,
    basis: Basis | None = None,
    as_of: datetime | None = None,
    detailed: bool = False,
) -> list[FigureSource]:
    """The figures of one period, chosen exactly as the frames choose them.

    Without a basis the measure's usual one is meant, as in ``participant_counts``. ``detailed``
    also gives those of single programmes and groups; without ``publishers`` whoever states one.
    """
    figures = chosen(
        measure=measure,
        region_prefix=region_prefix,
        basis=usual_basis(measure) if basis is None else basis,
        publishers=publishers,
        as_of=as_of,
        detailed=detailed,
    )
    rows = reader.execute(
        select(FigureRow.__table__, *_SERIES, *_ORIGIN, *_LOAD)
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
        .join(LoadRow, LoadRow.id == FigureRow.load_id)
        .where(figures, FigureRow.period == period_text)
        .order_by(
            FigureRow.region_code,
            SeriesRow.segment,
            SeriesRow.programme,
            SeriesRow.group_name,
            FigureRow.series_id,
        )
    )
    return [
        FigureSource(
            region_code=row.region_code,
            segment=Segment(row.segment),
            value=from_scaled(row.value, row.scale),
            publisher=row.publisher,
            maturity=Maturity(row.maturity),
            file_name=row.file_name,
            sheet=row.sheet,
            cell=row.cell,
            loaded_by=row.loaded_by,
            loaded_at=row.loaded_at,
            citation=row.citation,
            programme=row.programme,
            group=row.group_name,
        )
        for row in rows
    ]
