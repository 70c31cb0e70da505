"""Totals: which readings add up others of the same table, and whether they do so rightly.

A province's row is a total only where its kabupaten/kota stand in the same table; a ratio is never
one. Nothing is corrected here.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Finding
from cakupan.domain.measures import ADD_OVER_PROGRAMMES, NEVER_SUMMED, Segment
from cakupan.domain.regions import NATION_CODE, RegionDirectory
from cakupan.texts.number_format import MISSING
from etl.finding_codes import Code, found
from etl.shape.rows import Gap, Reading, TableReading


@dataclass(frozen=True, slots=True)
class Total:
    """A reading that adds up ``parts``; ``gaps`` more parts stand in the table without a number.

    ``region_code`` is empty where a bare "Jumlah" belongs to no region.
    """

    reading: Reading
    region_code: str
    parts: tuple[Reading, ...]
    gaps: int


def find_totals(table: TableReading) -> tuple[Total, ...]:
    """Every reading of the table that sums others: across a row, or over regions."""
    across = tuple(_row_totals(table))
    groups = _by_subject(table.readings, {id(total.reading) for total in across})
    gaps: dict[FigureKey, list[Gap]] = {}
    for gap in table.gaps:
        gaps.setdefault(gap.subject, []).append(gap)
    totals = list(across)
    for subject, group in groups.items():
        if table.table.family.every_row_is_a_figure or subject.measure in NEVER_SUMMED:
            # Nothing adds up here: a bare "Jumlah" belongs to no region.
            totals += [Total(one, "", (), 0) for one in group if not one.region_code]
        else:
            totals += _Standing(group, gaps.get(subject, ())).totals()
    return tuple(totals)


def check_totals(
    sheet: str, totals: Sequence[Total], directory: RegionDirectory
) -> Iterator[Finding]:
    """A total that is not the sum of its parts, or that could not be checked."""
    for total in totals:
        reading = total.reading
        if not total.parts and not total.gaps:
            yield found(Code.TOTAL_UNPLACED, sheet=sheet, cell=reading.cell)
            continue
        summed = sum((part.number for part in total.parts), Decimal(0))
        if abs(summed - reading.number) <= _tolerance(total):
            continue
        yield found(
            _code(total),
            sheet=sheet,
            cell=reading.cell,
            value=f"{reading.number:f}",
            region=directory[total.region_code].name if total.region_code else MISSING,
            stated=int(reading.number),
            summed=int(summed),
            difference=int(abs(reading.number - summed)),
            parts=len(total.parts),
            gaps=total.gaps,
        )


def _code(total: Total) -> Code:
    if total.reading.sums_row:
        return Code.ROW_TOTAL_DIFFERS
    return Code.TOTAL_UNCHECKED if total.gaps else Code.TOTAL_DIFFERS


def _tolerance(total: Total) -> Decimal:
    """Half a rounding unit for each rounded number; exact counts must agree to the last person."""
    units = [reading.value.rounding_unit for reading in (*total.parts, total.reading)]
    return sum((unit / 2 for unit in units if unit > 1), Decimal(0))


def _by_subject(
    readings: Sequence[Reading], left_out: Container[int]
) -> dict[FigureKey, list[Reading]]:
    """Readings of one subject together, in the order of the table; ``left_out`` holds ids.

    A table's rows share their meanings, so each is compared once and not at every number.
    """
    by_meaning: dict[int, list[Reading]] = {}
    for reading in readings:
        if id(reading) not in left_out:
            by_meaning.setdefault(id(reading.meaning), []).append(reading)
    groups: dict[FigureKey, list[Reading]] = {}
    for group in by_meaning.values():
        groups.setdefault(group[0].meaning.subject, []).extend(group)
    for group in groups.values():
        group.sort(key=lambda reading: reading.row)
    return groups


def _row_totals(table: TableReading) -> Iterator[Total]:
    """Columns that sum the segments or programmes beside them; alone, such a number is a figure."""
    if not any(column.sums_row for column in table.table.columns.values):
        return
    parts: dict[tuple[object, ...], list[Reading]] = {}
    for reading in table.readings:
        subject = reading.meaning.subject
        if subject.segment is not Segment.TOTAL:
            parts.setdefault(_row_subject(reading), []).append(reading)
        if subject.programme and subject.measure in ADD_OVER_PROGRAMMES:
            parts.setdefault(_row_subject(reading, programme=""), []).append(reading)
    for reading in table.readings:
        beside = parts.get(_row_subject(reading))
        if reading.sums_row and beside:
            yield Total(reading, reading.region_code, tuple(beside), gaps=0)


def _row_subject(reading: Reading, *, programme: str | None = None) -> tuple[object, ...]:
    subject = reading.meaning.subject
    of = subject.programme if programme is None else programme
    return reading.row, subject.measure, subject.period, of, subject.group


class _Standing:
    """The readings of one subject, and which of them add up others."""

    def __init__(self, group: Sequence[Reading], gaps: Sequence[Gap]) -> None:
        self._group = group
        standing: list[Reading | Gap] = [*group, *gaps]
        self._split = {one.region_code[:2] for one in standing if "." in one.region_code}
        self._parts = [one for one in group if self._is_part(one.region_code)]
        self._gaps = [one for one in gaps if self._is_part(one.region_code)]

    def totals(self) -> Iterator[Total]:
        """The nation's row, rows of provinces that are split up, and bare sums."""
        since = -1
        for reading in self._group:
            code = reading.region_code
            if not code:
                yield self._block(reading, since)
                since = reading.row
            elif code in self._split or (code == NATION_CODE and (self._parts or self._gaps)):
                yield self._over(reading, code)

    def _is_part(self, code: str) -> bool:
        """A kabupaten or kota, or a province that is not split up in this table."""
        return "." in code or code not in {"", NATION_CODE, *self._split}

    def _over(self, reading: Reading, code: str) -> Total:
        """The total of a region: of its parts wherever they stand in the table."""
        prefix = "" if code == NATION_CODE else code
        parts = tuple(part for part in self._parts if part.region_code.startswith(prefix))
        gaps = sum(gap.region_code.startswith(prefix) for gap in self._gaps)
        return Total(reading, code, parts, gaps)

    def _block(self, reading: Reading, since: int) -> Total:
        """A bare sum: of what stands above it, from the bare sum before."""
        standing: list[Reading | Gap] = [*self._parts, *self._gaps]
        above = [one for one in standing if one.row < reading.row]
        # A grand total follows subtotals: nothing new stands between them.
        block = [one for one in above if one.row > since] or above
        provinces = {one.region_code[:2] for one in block}
        code = provinces.pop() if len(provinces) == 1 else NATION_CODE
        parts = tuple(one for one in block if isinstance(one, Reading))
        return Total(reading, code, parts, gaps=len(block) - len(parts))
