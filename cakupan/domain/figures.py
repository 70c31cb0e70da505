"""A figure: one exact value under one key, with the cell it came from."""

from dataclasses import dataclass
from decimal import Decimal

from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period


@dataclass(frozen=True, slots=True)
class FigureKey:
    """What a figure is about. Two figures with one key are two versions of one thing.

    ``programme`` and ``group`` are ids of the reference data and empty where they do not apply;
    ``publisher`` is an id of publishers.csv or the outlet's name.
    """

    region_code: str
    measure: Measure
    period: Period
    publisher: str
    segment: Segment = Segment.TOTAL
    programme: str = ""
    group: str = ""
    basis: Basis = Basis.NONE


@dataclass(frozen=True, slots=True)
class Figure:
    """One value as read: ``value`` is exact, ``rounding_unit`` is the unit it was rounded to.

    "2,73 juta" is value 2 730 000 with rounding unit 10 000; an exact count has rounding unit 1.
    ``sheet`` and ``cell`` (``"D12"``) say where in the loaded file it stands.
    """

    key: FigureKey
    value: Decimal
    unit: Unit
    rounding_unit: Decimal
    maturity: Maturity
    sheet: str
    cell: str
    citation: str = ""
    note: str = ""
