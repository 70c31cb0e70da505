"""Every check in its turn: of the cells, of a table, of its figures beside what is current.

Pure: what is current is handed in. A check that is not called here does not exist.
"""

from collections.abc import Iterable, Iterator

from cakupan.domain.figure_columns import Figures
from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import OF_JURIES, Measure
from cakupan.domain.regions import RegionDirectory
from etl.checks.averages import MONEY_OF, check_averages
from etl.checks.awards import check_awards, check_nominees
from etl.checks.corrected import correct
from etl.checks.limits import check_limits
from etl.checks.lines import Known
from etl.checks.margins import check_margins
from etl.checks.movement import check_movement
from etl.checks.order import WITHIN, check_balance, check_order, check_provinces
from etl.checks.parts import check_parts
from etl.checks.plausible import check_coverage, check_units
from etl.checks.presence import check_basis, check_periods, check_regions
from etl.checks.sheets import check_hidden, check_long_numbers
from etl.checks.thousands import mend_thousands
from etl.corrections import Correction
from etl.readers.workbook import Sheet
from etl.shape.readings import TableReading
from etl.shape.table import Table


def related(measures: Iterable[Measure]) -> frozenset[Measure]:
    """The measures that figures of these can be held against."""
    asked = set(measures)
    near = {Measure.EMPLOYED, Measure.UNEMPLOYED, Measure.LABOUR_FORCE, Measure.WORKING_AGE}
    if asked & {Measure.PARTICIPANTS_ACTIVE, *near}:
        asked |= near
    if asked & set(OF_JURIES):
        asked.add(Measure.AWARD_STAGE)
    for counted, money in MONEY_OF.items():
        if asked & {counted, money}:
            asked |= {counted, money}
    for part, wholes in WITHIN.items():
        if part in asked or asked & set(wholes):
            asked |= {part, *wholes}
    return frozenset(asked)


def check_sheet(sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with a sheet whatever stands in it."""
    yield from check_hidden(sheet)
    yield from check_long_numbers(sheet)


def mend_table(
    table: Table, corrections: Iterable[Correction]
) -> tuple[Table, tuple[Finding, ...]]:
    """The table without the faults that are known or proven, and what was mended."""
    table, corrected = correct(table, corrections)
    table, mended = mend_thousands(table)
    return table, (*corrected, *mended)


def check_table(reading: TableReading, directory: RegionDirectory) -> Iterator[Finding]:
    """What is wrong with the numbers of a table of ours beside each other."""
    yield from check_margins(reading, directory)


def check_figures(
    figures: Iterable[Figure], current: Iterable[Figure], directory: RegionDirectory
) -> Iterator[Finding]:
    """Figures of a file against each other, and against what is current beside them."""
    known = Known(Figures.of(figures), Figures.of(current))
    yield from check_units(known, directory)
    yield from check_order(known, directory)
    yield from check_provinces(known, directory)
    yield from check_balance(known, directory)
    yield from check_movement(known, directory)
    yield from check_coverage(known, directory)
    yield from check_regions(known, directory)
    yield from check_periods(known)
    yield from check_basis(known)
    yield from check_limits(known, directory)
    yield from check_parts(known, directory)
    yield from check_averages(known, directory)
    yield from check_awards(known, directory)
    yield from check_nominees(known, directory)
