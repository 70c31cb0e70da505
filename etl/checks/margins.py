"""Margins: columns that split a total up, held against it row by row.

A table proves its own margins: columns that add up to the total in at least half of the rows are
its parts, and the rows where they do not are told, once for each period.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from cakupan.domain.findings import Finding
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionDirectory
from cakupan.texts.number_format import MISSING
from etl.checks.columns import Split, numbers, splits
from etl.checks.thousands import mended
from etl.finding_codes import Code, found
from etl.readers.workbook import cell_address
from etl.shape.readings import Reading, TableReading

# So many rows in which a part exceeds its total are no typing errors: a tenth of a period's.
_SHIFTED = 10
_NAMED = 8


class _Row(Record, frozen=True):
    """A row of a margin: ``number`` is its place in the sheet, ``parts`` stand beside ``total``."""

    number: int
    reading: Reading
    total: float
    parts: tuple[float, ...]

    @property
    def fits(self) -> bool:
        """Counts that were rounded one by one may miss their total by half a person each."""
        return abs(sum(self.parts) - self.total) <= len(self.parts) / 2

    @property
    def fits_mended(self) -> bool:
        """Whether it fits once 1.498 is read as 1498."""
        whole = [mended(one) for one in (self.total, *self.parts)]
        return abs(sum(whole[1:]) - whole[0]) <= len(self.parts) / 2

    @property
    def has_fraction(self) -> bool:
        """Whether any number is not whole."""
        return any(one != int(one) for one in (self.total, *self.parts))


def check_margins(reading: TableReading, directory: RegionDirectory) -> Iterator[Finding]:
    """The rows of each period in which a margin does not add up, and why it likely does not."""
    table = reading.table
    found_splits = splits(table)
    if not found_splits:
        return
    for column in table.columns.values:
        stated = {one.row: one for one in reading.readings if one.kind.column.index == column.index}
        totals = numbers(table.cells(column.index))
        for split in found_splits:
            beside = [numbers(table.cells(index)) for index in split.indexes]
            rows = list(_rows(table.body, stated, totals, beside))
            if rows and 2 * sum(row.fits for row in rows) >= len(rows):
                yield from _broken(table.sheet, column.index, split, rows, directory)


def _rows(
    body: Sequence[tuple[int, object]],
    stated: Mapping[int, Reading],
    totals: Sequence[float | None],
    beside: Sequence[Sequence[float | None]],
) -> Iterator[_Row]:
    """The rows that state a total and whose parts are all numbers."""
    for place, (number, _) in enumerate(body):
        total, parts = totals[place], [column[place] for column in beside]
        numbers_only = tuple(part for part in parts if part is not None)
        if number in stated and total is not None and len(numbers_only) == len(parts):
            yield _Row(number, stated[number], total, numbers_only)


def _broken(
    sheet: str, index: int, split: Split, rows: Sequence[_Row], directory: RegionDirectory
) -> Iterator[Finding]:
    by_period: dict[str, list[_Row]] = {}
    for row in rows:
        by_period.setdefault(row.reading.kind.meaning.subject.period.text, []).append(row)
    for period, group in sorted(by_period.items()):
        broken = [row for row in group if not row.fits]
        if not broken:
            continue
        first = broken[0]
        above = sum(max(row.parts) > row.total for row in broken)
        yield found(
            _reason(group, broken, above),
            sheet=sheet,
            cell=cell_address(first.number, index),
            value=f"{Decimal(first.reading.number):f}",
            columns=", ".join(split.headers),
            period=period,
            rows=len(group),
            broken=len(broken),
            above=above,
            mended=sum(row.fits_mended for row in broken),
            names=", ".join(_names(broken, directory)),
        )


def _reason(group: Sequence[_Row], broken: Sequence[_Row], above: int) -> Code:
    """Damaged thousands, columns moved to other rows, or nothing that can be told from here."""
    if 2 * sum(row.has_fraction for row in broken) >= len(broken):
        return Code.THOUSANDS_LOST
    return Code.COLUMNS_SHIFTED if _SHIFTED * above > len(group) else Code.MARGIN_DIFFERS


def _names(rows: Sequence[_Row], directory: RegionDirectory) -> list[str]:
    """The first regions, each once."""
    codes = dict.fromkeys(row.reading.region_code for row in rows)
    return [directory[code].name if code else MISSING for code in list(codes)[:_NAMED]]
