"""Thousands that a spreadsheet took for decimals: 1.498 people beside 528.

They are mended only where a sum proves it, to the last person, and each mending is told. What no
sum proves is left as it is, and refused further on as a fraction of a person.
"""

from collections.abc import Iterator

from cakupan.domain.findings import Finding
from cakupan.domain.records import replace
from etl.checks.columns import splits
from etl.finding_codes import Code, found
from etl.readers.workbook import CellValue, Row, cell_address
from etl.shape.table import Table

# Every number of a sum: the index of the total, and those of its parts.
Sum = tuple[int, tuple[int, ...]]


def mended(number: float) -> float:
    """1.498 as 1498; whole numbers, and fractions that no thousands explain, as they are."""
    thousands = round(number * 1000)
    lost = number != int(number) and abs(number * 1000 - thousands) < 1e-6
    return float(thousands) if lost else number


def mend_thousands(table: Table) -> tuple[Table, list[Finding]]:
    """The table with every proven number mended, and a finding for each."""
    sums = list(_sums(table))
    findings: list[Finding] = []
    righted: dict[int, Row] = {}
    for number, row in table.body if sums else ():
        proven = _proven(row, sums)
        for index, value in sorted(proven.items()):
            findings.append(
                found(
                    Code.THOUSANDS_MENDED,
                    sheet=table.sheet,
                    cell=cell_address(number, index),
                    value=str(row[index]),
                    count=value,
                )
            )
        if proven:
            righted[number] = tuple(proven.get(index, cell) for index, cell in enumerate(row))
    body = table.body.with_rows(righted) if righted else table.body
    return replace(table, body=body), findings


def _sums(table: Table) -> Iterator[Sum]:
    """A column of ours and the columns that split it up, or a sum and its segments."""
    for column in table.columns.values:
        yield from ((column.index, split.indexes) for split in splits(table))
        parts = tuple(
            other.index
            for other in table.columns.values
            if other.segment is not None
            and (other.measure, other.period) == (column.measure, column.period)
        )
        if column.sums_row and len(parts) > 1:
            yield column.index, parts


def _proven(row: Row, sums: list[Sum]) -> dict[int, int]:
    """The mended numbers of a row, by index, as far as a sum proves them."""
    proven: dict[int, int] = {}
    for total, parts in sums:
        cells = [row[index] for index in (total, *parts)]
        numbers = [0.0 if _is_dash(cell) else cell for cell in cells]
        stored = [float(cell) for cell in numbers if isinstance(cell, int | float)]
        if len(stored) < len(cells) or all(one.is_integer() for one in stored):
            continue
        whole = [mended(one) for one in stored]
        if whole[0] == sum(whole[1:]) and abs(stored[0] - sum(stored[1:])) > 1e-6:
            fixed = zip((total, *parts), stored, whole, strict=True)
            proven |= {index: int(new) for index, old, new in fixed if old != new}
    return proven


def _is_dash(cell: CellValue) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip() in {"", "-", "–"})
