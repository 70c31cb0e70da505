"""Who pays whose contributions, since when, for how long, and who says so?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.ledger import LedgerKey, LedgerLine
from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.queries.past import standing_before
from cakupan.storage.queries.selection import usable, usable_rows, within
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
    .order_by(FigureRow.id)
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
) -> dict[LedgerKey, StatedLine]:
    """Lines of a region and all below it, in order of region, start, group and payer.

    Workers, contribution and months of one region, group, payer and start make up a line; of two
    publishers the one counts that stands before the other.
    """
    current = _FIGURES.where(
        FigureRow.is_current,
        within(region_prefix),
        usable(FigureRow),
        SeriesRow.publisher.in_(publishers),
    )
    return _lines(reader.execute(current), publishers)


def lines_before(
    reader: Reader, about: Mapping[int, LedgerKey], *, publishers: Sequence[str]
) -> dict[int, StatedLine]:
    """For each load the line under a key that counted when the load came, where there was one."""
    keys = set(about.values())
    found = standing_before(
        reader,
        _FIGURES.where(
            FigureRow.region_code.in_({key.region_code for key in keys}),
            FigureRow.period.in_({key.start for key in keys}),
            SeriesRow.publisher.in_(publishers),
        ),
        about=about,
        thing_of=_key,
    )
    return {
        load_id: line
        for load_id, rows in found.items()
        for line in _lines(usable_rows(rows), publishers).values()
    }


def lines_of_loads(
    reader: Reader, load_ids: Sequence[int]
) -> dict[int, dict[LedgerKey, StatedLine]]:
    """The lines that each of these loads states, current or not; one that it retires says so."""
    found = defaultdict(list)
    for row in reader.execute(_FIGURES.where(FigureRow.load_id.in_(load_ids))):
        found[row.load_id].append(row)
    return {load_id: _lines(rows, ()) for load_id, rows in found.items()}


def _lines(rows: Iterable[Row[Any]], publishers: Sequence[str]) -> dict[LedgerKey, StatedLine]:
    found: defaultdict[LedgerKey, list[LedgerFigure]] = defaultdict(list)
    for row in rows:
        found[_key(row)].append(_figure(row))
    return {key: _stated(key, _in_order(found[key], publishers)) for key in sorted(found)}


def _key(row: Row[Any]) -> LedgerKey:
    return LedgerKey(row.region_code, row.period, row.group_name, row.programme)


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
