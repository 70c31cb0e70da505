"""Which figures a chart may use.

Frames and the answer to "where from?" share this choice, so that what is shown and what is cited
can never differ.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from cakupan.domain.measures import UNUSED_MATURITIES, Basis, Maturity, Measure
from cakupan.storage.queries.as_of import standing
from cakupan.storage.tables import SERIES_COLUMNS, FigureRow, RegionRow, SeriesRow


def usual_basis(measure: Measure) -> Basis:
    """Participants are counted where they are registered unless asked otherwise."""
    return Basis.REGISTRATION if measure.value.startswith("participants") else Basis.NONE


def usable(figure: type[FigureRow]) -> ColumnElement[bool]:
    """Neither disputed nor retired."""
    # Spelled out: the list of a NOT IN would be built anew for every row.
    return and_(*(figure.maturity != maturity.value for maturity in sorted(UNUSED_MATURITIES)))


def usable_rows(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[Row[*tuple[Any, ...]]]:
    """The same of rows that are at hand."""
    unused = {maturity.value for maturity in UNUSED_MATURITIES}
    return (row for row in rows if row.maturity not in unused)


def marked(maturity: Maturity) -> ColumnElement[bool]:
    """Current, and said to be this: anything but final, which has an index of its own."""
    # Spelled out: an index of some rows serves a question that names the same condition.
    not_final = FigureRow.maturity != literal_column("'final'")
    return and_(FigureRow.is_current.expression, not_final, FigureRow.maturity == maturity.value)


def within(
    region_prefix: str, code: InstrumentedAttribute[str] = FigureRow.region_code
) -> ColumnElement[bool]:
    """Regions whose code begins with this: ``""`` all, ``"36"`` a province and its parts.

    A range rather than LIKE, because an index serves it; letters sort after digits everywhere.
    """
    return code.between(region_prefix, region_prefix + "z")


def _within_periods(region_prefix: str, period_texts: Collection[str]) -> ColumnElement[bool]:
    # Region by region, each found by its key: a range would go through all months of all of them.
    codes = select(RegionRow.code).where(within(region_prefix, RegionRow.code))
    return and_(FigureRow.region_code.in_(codes), FigureRow.period.in_(period_texts))


def chosen(
    *,
    measure: Measure,
    region_prefix: str,
    basis: Basis,
    publishers: Sequence[str] | None,
    as_of: datetime | None = None,
    detailed: bool = False,
    period_texts: Collection[str] = (),
) -> ColumnElement[bool]:
    """What makes a figure the one that stands for its region, segment and period.

    It is current (at ``as_of``), usable, of no single programme or group unless it is to be
    ``detailed``, and ``publishers``, in order of preference, name nobody before its own who states
    it too; None takes whoever states it. ``period_texts`` leave out all other periods. Holds for a
    figure joined with its series.
    """
    whole = () if detailed else (SeriesRow.programme == "", SeriesRow.group_name == "")
    known = () if publishers is None else (SeriesRow.publisher.in_(publishers),)
    return and_(
        standing(FigureRow, as_of),
        SeriesRow.measure == measure.value,
        _within_periods(region_prefix, period_texts) if period_texts else within(region_prefix),
        SeriesRow.basis == basis.value,
        *known,
        *whole,
        usable(FigureRow),
        *_nobody_before(tuple(publishers or ()), as_of),
    )


@lru_cache(maxsize=16)
def _nobody_before(
    publishers: tuple[str, ...], as_of: datetime | None
) -> tuple[ColumnElement[bool], ...]:
    # Kept, because making it takes longer than reading a hundred figures. Twice as fast on 250.000
    # figures as numbering the rows of each group.
    return tuple(_preferring(publishers, as_of))


def _preferring(publishers: Sequence[str], as_of: datetime | None) -> Iterator[ColumnElement[bool]]:
    figure, series = aliased(FigureRow), aliased(SeriesRow)
    same = [
        getattr(series, name) == getattr(SeriesRow, name)
        for name in SERIES_COLUMNS
        if name != "publisher"
    ]
    for place, publisher in enumerate(publishers[1:], start=1):
        preferred = exists().where(
            *same,
            series.publisher.in_(publishers[:place]),
            figure.series_id == series.id,
            figure.region_code == FigureRow.region_code,
            figure.period == FigureRow.period,
            standing(figure, as_of),
            usable(figure),
        )
        yield or_(SeriesRow.publisher != publisher, ~preferred)
