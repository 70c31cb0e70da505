"""Where does this number come from: file, sheet, cell, who loaded it, and when?"""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select

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


class FileSource(Record, frozen=True):
    """A file that states figures, and who loaded it when."""

    file_name: str
    loaded_by: str
    loaded_at: datetime


class SourceTally(Record, frozen=True):
    """How many figures there are, which files state them, and what those cite.

    Files and citations stand in the order of the first region that each of them states.
    """

    count: int
    files: tuple[FileSource, ...]
    citations: tuple[str, ...]


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
    most: int | None = None,
) -> list[FigureSource]:
    """The figures of one period, chosen exactly as the frames choose them; by region and segment.

    Without a basis the measure's usual one is meant, as in ``participant_counts``. ``detailed``
    also gives those of single programmes and groups; without ``publishers`` whoever states one.
    ``most`` gives the first ones alone.
    """
    figures = chosen(
        measure=measure,
        region_prefix=region_prefix,
        basis=usual_basis(measure) if basis is None else basis,
        publishers=publishers,
        as_of=as_of,
        detailed=detailed,
        period_texts=[period_text],
    )
    rows = reader.execute(
        select(FigureRow.__table__, *_SERIES, *_ORIGIN, *_LOAD)
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
        .join(LoadRow, LoadRow.id == FigureRow.load_id)
        .where(figures)
        .order_by(
            FigureRow.region_code,
            SeriesRow.segment,
            SeriesRow.programme,
            SeriesRow.group_name,
            FigureRow.series_id,
        )
        .limit(most)
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


def source_tally(
    reader: Reader,
    *,
    measure: Measure,
    region_prefix: str,
    period_texts: Collection[str],
    publishers: Sequence[str] | None,
    detailed: bool = False,
) -> SourceTally:
    """The same of some periods, counted by the database: what is said of them without cells."""
    figures = chosen(
        measure=measure,
        region_prefix=region_prefix,
        basis=usual_basis(measure),
        publishers=publishers,
        detailed=detailed,
        period_texts=period_texts,
    )
    first = func.min(FigureRow.region_code)
    by_origin = (
        select(
            FigureRow.load_id,
            FigureRow.origin_id,
            first.label("first"),
            func.count().label("figures"),
        )
        .join_from(FigureRow, SeriesRow)
        .where(figures)
        .group_by(FigureRow.load_id, FigureRow.origin_id)
        .subquery()
    )
    rows = reader.execute(
        select(by_origin.c.figures, *_LOAD, OriginRow.citation)
        .join_from(by_origin, LoadRow, LoadRow.id == by_origin.c.load_id)
        .join(OriginRow, OriginRow.id == by_origin.c.origin_id)
        .order_by(by_origin.c.first, by_origin.c.load_id, by_origin.c.origin_id)
    ).all()
    files = (FileSource(row.file_name, row.loaded_by, row.loaded_at) for row in rows)
    return SourceTally(
        count=sum(row.figures for row in rows),
        files=tuple(dict.fromkeys(files)),
        citations=tuple(dict.fromkeys(row.citation for row in rows if row.citation)),
    )
