"""Damage that shows in a table of another subject: it is not loaded, but its sender should know."""

from collections.abc import Iterator

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.measures import Unit
from cakupan.domain.records import replace
from etl.finding_codes import Code, found
from etl.number_text import decimal_sign, read_number
from etl.readers.workbook import cell_address
from etl.shape.cells import cell_text, holds_number
from etl.shape.places import Gazetteer, PlaceReader
from etl.shape.table import Foreign, Table
from etl.vocabulary import Role, label

_HUNDRED = 100
_RATES = {"unemployment_rate", "participation_rate", "employment_rate", "share"}


def damage_in(foreign: Foreign, gazetteer: Gazetteer) -> Iterator[Finding]:
    """Percentages above 100, and names that stand for two regions of which one is missing."""
    table = foreign.table
    yield from _impossible_rates(foreign, gazetteer)
    if not table.columns.has_region:
        return
    places = PlaceReader(table, gazetteer)
    told: set[str] = set()
    for number, row in table.body:
        problem = places.of(number, row).problem
        if problem is None or problem.code is not Code.REGION_AMBIGUOUS or problem.value in told:
            continue
        if problem.role is Role.REGION_CODE:
            # Whose codes these are may be all that the table is about.
            return
        told.add(problem.value or "")
        index = table.columns.roles.get(problem.role or Role.REGION_NAME, 0)
        finding = found(
            problem.code,
            sheet=table.sheet,
            cell=cell_address(number, index),
            value=problem.value,
            **problem.details,
        )
        yield replace(finding, severity=Severity.WARNS)


def _impossible_rates(foreign: Foreign, gazetteer: Gazetteer) -> Iterator[Finding]:
    table, columns = foreign.table, foreign.table.columns
    indexes = [column.index for column in columns.unread if column.topic in _RATES]
    if foreign.topic in _RATES:
        indexes += [column.index for column in columns.values]
    if not indexes or not _in_percent(table, gazetteer):
        return
    for index in indexes:
        sign = decimal_sign(table.cells(index))
        values = [
            (number, row[index], read_number(row[index], sign=sign).value)
            for number, row in table.body
            if holds_number(row[index])
        ]
        above = [one for one in values if one[2] is not None and one[2] > _HUNDRED]
        if above:
            number, value, _ = above[0]
            yield found(
                Code.RATE_IMPOSSIBLE,
                sheet=table.sheet,
                cell=cell_address(number, index),
                value=cell_text(value),
                impossible=len(above),
                counted=len(values),
            )


def _in_percent(table: Table, gazetteer: Gazetteer) -> bool:
    """Whether the table's own unit, where it states one, is percent; a rate needs none."""
    unit = table.columns.roles.get(Role.UNIT)
    if unit is None:
        return True
    units = gazetteer.vocabulary.units
    said = {units.get(label(cell_text(cell))) for cell in table.cells(unit)} - {None}
    return all(scale is not None and scale.unit is Unit.RATIO for scale in said)
