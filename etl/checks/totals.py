"""Totals: which readings add up others of the same table, and whether they do so rightly.

A province's row is a total only where its kabupaten/kota stand in the same table; a ratio is never
one. Nothing is corrected here. Readings are told apart by their positions in the table.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Finding
from cakupan.domain.measures import ADD_OVER_PROGRAMMES, NEVER_SUMMED, Segment
from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE, RegionDirectory
from cakupan.texts.number_format import MISSING
from etl.finding_codes import Code, found
from etl.shape.readings import Gap, Readings, TableReading


class Total(Record, frozen=True):
    """A reading that adds up ``parts``; ``gaps`` more parts stand in the table without a number.

    ``region_code`` is empty where a bare "Jumlah" belongs to no region.
    """

    place: int
    region_code: str
    parts: Sequence[int]
    gaps: int


def find_totals(table: TableReading) -> tuple[Total, ...]:
    """Every reading of the table that sums others: across a row, or over regions."""
    if not _may_sum(table):
        return ()
    across = tuple(_row_totals(table))
    groups = _by_subject(table.readings, {total.place for total in across})
    gaps: dict[FigureKey, list[Gap]] = {}
    for gap in table.gaps:
        gaps.setdefault(gap.subject, []).append(gap)
    totals = list(across)
    readings = table.readings
    for subject, group in groups.items():
        if table.table.family.every_row_is_a_figure or subject.measure in NEVER_SUMMED:
            # Nothing adds up here: a bare "Jumlah" belongs to no region.
            totals += [Total(one, "", (), 0) for one in group if not readings.regions[one]]
        else:
            totals += _totals_over(readings, group, gaps.get(subject, ()))
    return tuple(totals)


def _may_sum(table: TableReading) -> bool:
    """Whether any reading can be a total; most long tables are over here."""
    codes = set(table.readings.regions)
    split = {code[:2] for code in (*codes, *(gap.region_code for gap in table.gaps)) if "." in code}
    across = any(column.sums_row for column in table.table.columns.values)
    return across or not codes.isdisjoint({"", NATION_CODE, *split})


def check_totals(
    table: TableReading, totals: Sequence[Total], directory: RegionDirectory
) -> Iterator[Finding]:
    """A total that is not the sum of its parts, or that could not be checked."""
    sheet, readings = table.table.sheet, table.readings
    for total in totals:
        reading = readings[total.place]
        if not total.parts and not total.gaps:
            yield found(Code.TOTAL_UNPLACED, sheet=sheet, cell=reading.cell)
            continue
        stated = Decimal(reading.number)
        summed = Decimal(sum(readings.numbers[part] for part in total.parts))
        if abs(summed - stated) <= _tolerance(readings, total):
            continue
        yield found(
            _code(readings, total),
            sheet=sheet,
            cell=reading.cell,
            value=f"{stated:f}",
            region=directory[total.region_code].name if total.region_code else MISSING,
            stated=int(stated),
            summed=int(summed),
            difference=int(abs(stated - summed)),
            parts=len(total.parts),
            gaps=total.gaps,
        )


def _code(readings: Readings, total: Total) -> Code:
    if readings.kind_of(total.place).column.sums_row:
        return Code.ROW_TOTAL_DIFFERS
    return Code.TOTAL_UNCHECKED if total.gaps else Code.TOTAL_DIFFERS


def _tolerance(readings: Readings, total: Total) -> Decimal:
    """Half a rounding unit for each rounded number; exact counts must agree to the last person."""
    units = [readings.kind_of(place).rounding_unit for place in (*total.parts, total.place)]
    return sum((unit / 2 for unit in units if unit > 1), Decimal(0))


def _by_subject(readings: Readings, left_out: Collection[int]) -> dict[FigureKey, list[int]]:
    """Readings of one subject together, in the order of the table."""
    groups: dict[FigureKey, list[int]] = {}
    for kind, places in readings.by_kind().items():
        left = [one for one in places if one not in left_out] if left_out else places
        if left:
            groups.setdefault(readings.kinds[kind].meaning.subject, []).extend(left)
    for group in groups.values():
        group.sort(key=readings.rows.__getitem__)
    return groups


def _row_totals(table: TableReading) -> Iterator[Total]:
    """Columns that sum the segments or programmes beside them; alone, such a number is a figure."""
    if not any(column.sums_row for column in table.table.columns.values):
        return
    readings = table.readings
    parts: dict[tuple[object, ...], list[int]] = defaultdict(list)
    sums: list[tuple[int, tuple[object, ...]]] = []
    for place, (which, row) in enumerate(zip(readings.which, readings.rows, strict=True)):
        kind, subject = readings.kinds[which], readings.kinds[which].meaning.subject
        if subject.segment is not Segment.TOTAL:
            parts[row, *_beside(subject)].append(place)
        if subject.programme and subject.measure in ADD_OVER_PROGRAMMES:
            parts[row, *_beside(subject, programme="")].append(place)
        if kind.column.sums_row:
            sums.append((place, (row, *_beside(subject))))
    for place, key in sums:
        if key in parts:
            yield Total(place, readings.regions[place], parts[key], gaps=0)


def _beside(subject: FigureKey, *, programme: str | None = None) -> tuple[object, ...]:
    of = subject.programme if programme is None else programme
    return subject.measure, subject.period, of, subject.group


def _totals_over(readings: Readings, group: Sequence[int], gaps: Sequence[Gap]) -> Iterable[Total]:
    """The totals among the readings of one subject; most tables hold none."""
    codes = {readings.regions[place] for place in group}
    split = {code[:2] for code in (*codes, *(gap.region_code for gap in gaps)) if "." in code}
    if codes.isdisjoint({"", NATION_CODE, *split}):
        return ()
    return _Standing(readings, group, gaps, split).totals()


class _Standing:
    """The readings of one subject, and which of them add up others."""

    def __init__(
        self, readings: Readings, group: Sequence[int], gaps: Sequence[Gap], split: Collection[str]
    ) -> None:
        self._readings = readings
        self._group = group
        self._split = split
        self._parts = [one for one in group if self._is_part(readings.regions[one])]
        self._gaps = [one for one in gaps if self._is_part(one.region_code)]
        self._by_province: dict[str, list[int]] = defaultdict(list)
        for part in self._parts:
            self._by_province[readings.regions[part][:2]].append(part)

    def totals(self) -> Iterator[Total]:
        """The nation's row, rows of provinces that are split up, and bare sums."""
        since = -1
        for place in self._group:
            code = self._readings.regions[place]
            if not code:
                yield self._block(place, since)
                since = self._readings.rows[place]
            elif code in self._split or (code == NATION_CODE and (self._parts or self._gaps)):
                yield self._over(place, code)

    def _is_part(self, code: str) -> bool:
        """A kabupaten or kota, or a province that is not split up in this table."""
        return "." in code or code not in {"", NATION_CODE, *self._split}

    def _over(self, place: int, code: str) -> Total:
        """The total of a region: of its parts wherever they stand in the table."""
        nation = code == NATION_CODE
        gaps = [gap for gap in self._gaps if nation or gap.region_code.startswith(code)]
        parts = self._parts if nation else self._by_province[code]
        return Total(place, code, parts, len(gaps))

    def _block(self, place: int, since: int) -> Total:
        """A bare sum: of what stands above it, from the bare sum before."""
        regions, rows = self._readings.regions, self._readings.rows
        standing: list[tuple[int, str, int | None]] = [
            *((rows[part], regions[part], part) for part in self._parts),
            *((gap.row, gap.region_code, None) for gap in self._gaps),
        ]
        above = [one for one in standing if one[0] < rows[place]]
        # A grand total follows subtotals: nothing new stands between them.
        block = [one for one in above if one[0] > since] or above
        provinces = {region[:2] for _, region, _ in block}
        code = provinces.pop() if len(provinces) == 1 else NATION_CODE
        parts = tuple(part for _, _, part in block if part is not None)
        return Total(place, code, parts, gaps=len(block) - len(parts))
