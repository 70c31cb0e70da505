"""A figure: one exact value under one key, with the cell it came from."""

from decimal import Decimal

from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.domain.records import Record


class FigureKey(Record, frozen=True):
    """What a figure is about. Two figures with one key are two versions of one thing.

    ``publisher`` is an id of publishers.csv or the outlet's name. ``programme`` and ``group`` are
    empty where they do not apply, and else ids of the reference data, or the words of the source
    where those have none:

    ===================  ==========================  ==================================
    measures             ``programme``               ``group``
    ===================  ==========================  ==================================
    participants, claims benefit programme           group of workers
    employed             –                           kind of employment
    vulnerable workers   –                           group of vulnerable workers
    subsidies            payer                       group of vulnerable workers
    scholarships         –                           level of schooling
    target               denominator it is meant for framework
    award                winner's name, where it is  category
                         not the region itself
    nominees, documents, nominee's name, where it   category
    scores of an award   is not the region itself
    ===================  ==========================  ==================================

    ``aspect`` is the criterion of a score and the name of a document, ``stage`` the stage of an
    award that a nominee is at or was scored in; both are empty elsewhere. The publisher of a score
    is the judge who gave it.

    The period of claims and scholarships is the month or year they were paid in; a day says from
    1 January up to it. That of a subsidy is its first month, that of a target the year it is to be
    reached in, or the day it was stated on where no year was named, and that of an award the year
    it was given.
    """

    region_code: str
    measure: Measure
    period: Period
    publisher: str
    segment: Segment = Segment.TOTAL
    programme: str = ""
    group: str = ""
    basis: Basis = Basis.NONE
    aspect: str = ""
    stage: str = ""


class Figure(Record, frozen=True):
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
