"""Who pays whose contributions, since when, for how long, and who says so?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from cakupan.domain.ledger import LedgerKey, LedgerLine
from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.queries.as_of import standing
from cakupan.storage.queries.selection import usable, within
from cakupan.storage.reading import Reader
from cakupan.storage.records import whole_people
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow

NUMBERS = (Measure.SUBSIDISED_WORKERS, Measure.SUBSIDY_IDR_A_MONTH, Measure.SUBSIDY_MONTHS)
"""What makes up a line: workers, rupiah a month for one of them, months."""

_FIGURES = (
    select(
        FigureRow.__table__,
        *(SeriesRow.measure, SeriesRow.group_name, SeriesRow.programme, SeriesRow.publisher),
        OriginRow.citation,
    )
    .join_from(FigureRow, SeriesRow)
    .join(OriginRow, OriginRow.id == FigureRow.origin_id)
    .where(SeriesRow.measure.in_([measure.value for measure in NUMBERS]))
)


class LedgerFigure(Record, frozen=True):
    """One number of a line, and who states it in which load."""

    measure: Measure
    value: int
    publisher: str
    citation: str
    maturity: Maturity
    load_id: int


class StatedLine(Record, frozen=True):
    """A line, and the figures that state it; those it is made of come first."""

    line: LedgerLine
    figures: tuple[LedgerFigure, ...]


def stated_lines(
    reader: Reader,
    *,
    region_prefix: str,
    publishers: Sequence[str],
    as_of: datetime | None = None,
) -> dict[LedgerKey, StatedLine]:
    """Lines of a region and all below it, in order of region, start, group and payer.

    Workers, contribution and months of one region, group, payer and start make up a line; of two
    publishers the one counts that stands before the other. ``as_of`` asks what was current at a
    moment of the past.
    """
    return _lines(
        reader,
        standing(FigureRow, as_of),
        within(region_prefix),
        usable(FigureRow),
        SeriesRow.publisher.in_(publishers),
        publishers=publishers,
    )


def lines_of_load(reader: Reader, load_id: int) -> dict[LedgerKey, StatedLine]:
    """The lines that one load states, current or not; one that it retires says so."""
    return _lines(reader, FigureRow.load_id == load_id, publishers=())


def _lines(
    reader: Reader, *conditions: ColumnElement[bool], publishers: Sequence[str]
) -> dict[LedgerKey, StatedLine]:
    found: defaultdict[LedgerKey, list[LedgerFigure]] = defaultdict(list)
    for row in reader.execute(_FIGURES.where(*conditions).order_by(FigureRow.id)):
        key = LedgerKey(row.region_code, row.period, row.group_name, row.programme)
        found[key].append(_figure(row))
    return {key: _stated(key, _in_order(found[key], publishers)) for key in sorted(found)}


def _figure(row: Row[Any]) -> LedgerFigure:
    return LedgerFigure(
        measure=Measure(row.measure),
        value=whole_people(row.value, row.scale),
        publisher=row.publisher,
        citation=row.citation,
        maturity=Maturity(row.maturity),
        load_id=row.load_id,
    )


def _in_order(
    figures: Iterable[LedgerFigure], publishers: Sequence[str]
) -> tuple[LedgerFigure, ...]:
    """A real figure before a sample, then by publisher, then the newest."""
    places = {publisher: place for place, publisher in enumerate(publishers)}

    def place(one: LedgerFigure) -> tuple[bool, int, int]:
        sample = one.maturity is Maturity.SAMPLE
        return (sample, places.get(one.publisher, len(places)), -one.load_id)

    return tuple(sorted(figures, key=place))


def _stated(key: LedgerKey, figures: tuple[LedgerFigure, ...]) -> StatedLine:
    used = {one.measure: one for one in reversed(figures)}
    line = LedgerLine(
        region_code=key.region_code,
        group=key.group,
        payer=key.payer,
        start=Period(key.start),
        workers=_value(used.get(Measure.SUBSIDISED_WORKERS)),
        rupiah_a_month=_value(used.get(Measure.SUBSIDY_IDR_A_MONTH)),
        months=_value(used.get(Measure.SUBSIDY_MONTHS)),
        citation=next((one.citation for one in figures if one.citation), ""),
        sample=any(one.maturity is Maturity.SAMPLE for one in used.values()),
    )
    return StatedLine(line, figures)


def _value(figure: LedgerFigure | None) -> int | None:
    return None if figure is None else figure.value


def is_retired(figures: Collection[LedgerFigure]) -> bool:
    """Whether these say that their line holds no more."""
    return all(one.maturity is Maturity.RETIRED for one in figures)
