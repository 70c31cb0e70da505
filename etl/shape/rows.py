"""Every number of a table with its region and meaning, or the finding that says why not.

Totals are readings like any other here; telling them apart is a check.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.records import replace
from etl.finding_codes import Code, found
from etl.number_text import DecimalSign, NumberReading, decimal_sign, read_number
from etl.readers.workbook import CellValue, cell_address
from etl.rulings import LEFT_OUT, Taught, ruling
from etl.shape.cells import cell_text, is_blank
from etl.shape.columns import REGION_ROLES, ValueColumn
from etl.shape.lexicon import Lexicon
from etl.shape.listener import Said
from etl.shape.meaning import Meaning, read_meaning
from etl.shape.places import Gazetteer, Place, PlaceReader
from etl.shape.plain_numbers import whole_numbers
from etl.shape.plain_rows import PlainColumn, PlainKind, PlainRows, Repeated, scaling
from etl.shape.problems import Problem
from etl.shape.readings import Gap, Readings, TableReading
from etl.shape.table import Row, Table
from etl.shape.values import Value, read_ruled, read_value
from etl.vocabulary import Role, label

_INDEX_CELL = re.compile(r"\(\d{1,3}\)|-\d{1,3}")
# So many numbers of a row tell it from others.
_SHOWN_BESIDE = 3
_NOT_READ = {Code.NOT_OURS, Code.ROW_LEFT_OUT}
_ONCE = {Code.REGION_NAME_DIFFERS, Code.NOT_OURS, Code.REGION_UNSTATED}
_ASKED_TOGETHER = {Code.REGION_UNSTATED, Code.REGION_AMBIGUOUS}
_OF_PLACE = (*REGION_ROLES, Role.LEVEL)
Understood = tuple[Meaning | None, tuple[Problem, ...]]


def read_rows(table: Table, gazetteer: Gazetteer, lexicon: Lexicon) -> TableReading:
    """Read every row below the header; nothing stops it, so one run tells everything."""
    reader = _RowReader(table, gazetteer, lexicon)
    reader.read_all()
    return TableReading(
        table=table,
        readings=reader.readings,
        gaps=tuple(reader.gaps),
        findings=tuple(reader.findings.values()),
        taught=reader.taught(),
    )


class _RowReader:
    """Collects what the rows of one table say; equal words are understood once."""

    def __init__(self, table: Table, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.readings = Readings()
        self.gaps: list[Gap] = []
        # A row's word concerns all its numbers, but its fault is told once.
        self.findings: dict[tuple[str, str | None, str | None], Finding] = {}
        self._table = table
        self._lexicon = lexicon
        self._percents = table.percents
        self._places = PlaceReader(table, gazetteer)
        self._values = [
            (column, decimal_sign(table.cells(column.index))) for column in table.columns.values
        ]
        self._roles = {
            role: index for role, index in table.columns.roles.items() if role not in _OF_PLACE
        }
        self._above = {role: statement.value for role, statement in table.says.items()}
        self._understood: dict[tuple[CellValue, ...], Understood] = {}
        # Where a ruling is asked for that holds for many cells: at the first of them.
        self._asked: dict[tuple[str, int | str | None, str], str | None] = {}
        self._words: dict[str, Measure] = {}

    def taught(self) -> Taught:
        """What was ruled of names and words."""
        return Taught(self._places.names, self._words)

    def read_all(self) -> None:
        """All rows in their order: those in which nothing is in doubt together, others alone."""
        body, plain = self._table.body, self._plain()
        start = 0
        for odd in plain.odd:
            plain.add_to(self.readings, start, odd)
            self.read(*body[odd])
            start = odd + 1
        plain.add_to(self.readings, start, len(body))

    def _plain(self) -> PlainRows:
        """The table by columns; a row is plain that ``read`` would make the same of, silently."""
        body, table = self._table.body, self._table
        words = Repeated(zip(*map(table.cells, self._roles.values()), strict=True))
        if not self._roles:
            words = Repeated([()] * len(body))
        columns = [
            PlainColumn(
                kinds=[self._kind(column, *body[row]) for _, row in words.first_rows()],
                which=words.which,
                numbers=whole_numbers(table.cells(column.index), sign),
            )
            for column, sign in self._values
        ]
        return PlainRows(body.numbers, self._regions(), columns)

    def _kind(self, column: ValueColumn, number: int, row: Row) -> PlainKind | None:
        """What the whole numbers of a column are in rows with the words of this one."""
        meaning, _ = self._understand(column, row, number)
        one = None if meaning is None else scaling(meaning)
        if meaning is None or one is None or self._percents.in_column(column.index):
            return None
        kind = self.readings.kind(meaning, one.rounding_unit, column)
        return PlainKind(kind, int(one.number), meaning.zero_is_missing)

    def _regions(self) -> list[str | None]:
        """The region of each row; None where it is not sure, or something is to be said of it."""
        cells = Repeated(self._places.cells(self._table.body))
        places = [self._places.by_cells(one) for one in cells.keys]
        sure = [
            None if place.problem or place.match or place.sums else place.code for place in places
        ]
        regions = [sure[which] for which in cells.which]
        for place, (_, row) in zip(places, cells.first_rows(), strict=True):
            if place.note is not None:
                # What is noted of a region is noted once.
                regions[row] = None
        return regions

    def read(self, number: int, row: Row) -> None:
        """One row: what it counts, its region, then each of its numbers."""
        understood = [self._understand(column, row, number) for column, _ in self._values]
        if self._is_foreign(row, number, understood):
            return
        place = self._places.of(number, row)
        if place.problem is not None:
            if self._holds_values(row) and not _is_index(row):
                self._complain(self._beside(place.problem, row), number)
                if place.problem.code in _ASKED_TOGETHER:
                    # What else is unsaid is asked in the same run.
                    self._complain_of(understood, number)
            return
        if place.note is not None:
            self._complain(place.note, number)
        for (column, sign), (meaning, problems) in zip(self._values, understood, strict=True):
            reading = self._number(number, column.index, row[column.index], sign)
            if meaning is not None:
                text = cell_text(row[column.index])
                value = read_value(reading, text, meaning)
                if isinstance(value, Problem) and value.code is Code.NUMBER_AMBIGUOUS:
                    value = self._ruled(value, reading, column, meaning, number)
                self._take(place, column, meaning, value, number)
            elif not reading.is_missing:
                self._complain_of([(meaning, problems)], number)

    def _beside(self, problem: Problem, row: Row) -> Problem:
        """A region that is asked for, with what a person can tell its row by."""
        if problem.code not in (Code.REGION_AMBIGUOUS, Code.REGION_UNKNOWN):
            return problem
        numbers = [cell_text(row[column.index]) for column, _ in self._values]
        shown = " · ".join(filter(None, numbers[:_SHOWN_BESIDE]))
        return replace(problem, details={**problem.details, "row": shown})

    def _ruled(
        self,
        problem: Problem,
        reading: NumberReading,
        column: ValueColumn,
        meaning: Meaning,
        number: int,
    ) -> Value | Problem | None:
        """A number with two readings in the way that was said for its column."""
        ways = str(problem.details["ways"])
        cell = cell_address(number, column.index)
        at = self._asked.setdefault((problem.code, column.index, ways), cell)
        said = ruling(self._table.rulings, problem.code, self._table.sheet, at)
        if said in ways.split():
            return read_ruled(reading, problem.value or "", meaning, said)
        if said == LEFT_OUT:
            self._complain(Problem(Code.CELL_LEFT_OUT, Role.VALUE, problem.value), number, column)
            return None
        return replace(problem, details={**problem.details, "at": at or cell})

    def _take(
        self,
        place: Place,
        column: ValueColumn,
        meaning: Meaning,
        value: Value | Problem | None,
        number: int,
    ) -> None:
        if isinstance(value, Problem):
            self._complain(value, number, column)
            return
        if value is not None and value.number == 0 and meaning.zero_is_missing:
            kept = self._table.family.zeros_are_figures
            code = Code.ZERO_KEPT if kept else Code.ZERO_IS_MISSING
            self._complain(Problem(code, Role.VALUE, "0"), number, column)
            value = value if kept else None
        if value is None:
            if not place.sums:
                self.gaps.append(Gap(place.code, meaning.subject, number))
            return
        self.readings.add(place.code, meaning, column, value, number)

    def _complain_of(self, understood: Iterable[Understood], number: int) -> None:
        for _, problems in understood:
            for problem in problems:
                self._complain(problem, number)

    def _number(self, row: int, column: int, cell: CellValue, sign: DecimalSign) -> NumberReading:
        """The number of a cell; one shown as percent holds 0.4603 where people see 46,03%."""
        reading = read_number(cell, sign=sign)
        shown = isinstance(cell, int | float) and reading.value is not None
        if not (shown and self._percents and self._percents.at(row, column)):
            return reading
        return replace(
            reading,
            value=(reading.value or Decimal(0)) * 100,
            rounding_unit=reading.rounding_unit * 100,
            is_percent=True,
        )

    def _is_foreign(self, row: Row, number: int, understood: Sequence[Understood]) -> bool:
        """Whether the row's own word for what it counts is of another subject."""
        if Role.MEASURE not in self._roles or not understood or understood[0][0] is not None:
            return False
        foreign = [problem for problem in understood[0][1] if problem.code in _NOT_READ]
        if foreign and self._holds_values(row):
            self._complain(foreign[0], number)
        return bool(foreign)

    def _understand(self, column: ValueColumn, row: Row, number: int) -> Understood:
        words = (column.index, *(row[index] for index in self._roles.values()))
        if words not in self._understood:
            beside = zip(self._roles, words[1:], strict=True)
            said = self._above | {role: cell for role, cell in beside if not is_blank(cell)}
            understood = read_meaning(said, column, self._lexicon)
            self._understood[words] = self._taught(understood, said, column, number)
        return self._understood[words]

    def _taught(
        self, understood: Understood, said: Said, column: ValueColumn, number: int
    ) -> Understood:
        """The meaning with a person's word for a measure that nobody knows."""
        unknown = next((one for one in understood[1] if one.code is Code.MEASURE_UNKNOWN), None)
        if unknown is None:
            return understood
        cell = self._cell(unknown, number, None)
        at = self._asked.setdefault((unknown.code, unknown.value, ""), cell)
        text = unknown.value or ""
        word = ruling(self._table.rulings, unknown.code, self._table.sheet, at)
        if word == LEFT_OUT:
            return None, (Problem(Code.ROW_LEFT_OUT, Role.MEASURE, text),)
        measure = self._lexicon.vocabulary.measures.get(label(word)) if word else None
        if measure is not None:
            self._words[text] = measure
        measure = measure or self._table.family.words.get(label(text))
        if measure is not None:
            return read_meaning({**said, Role.MEASURE: measure.value}, column, self._lexicon)
        asking = replace(unknown, details={**unknown.details, "at": at or "", "kept": "yes"})
        return None, tuple(asking if one is unknown else one for one in understood[1])

    def _holds_values(self, row: Row) -> bool:
        return not all(is_blank(row[column.index]) for column, _ in self._values)

    def _complain(self, problem: Problem, row: int, column: ValueColumn | None = None) -> None:
        """Keep a finding at the cell that says the faulty word, once."""
        cell = self._cell(problem, row, column)
        finding = found(
            problem.code, sheet=self._table.sheet, cell=cell, value=problem.value, **problem.details
        )
        # A name that differs, or what is not ours, is noted once, however many rows repeat it.
        once = problem.code in _ONCE
        self.findings.setdefault((problem.code, None if once else cell, problem.value), finding)

    def _cell(self, problem: Problem, row: int, column: ValueColumn | None) -> str | None:
        if column is not None:
            return cell_address(row, column.index)
        if problem.role is None:
            return None
        if problem.role in self._table.columns.roles:
            return cell_address(row, self._table.columns.roles[problem.role])
        said = self._table.says.get(problem.role)
        return None if said is None else said.cell


def _is_index(row: Row) -> bool:
    """A row that numbers the columns: (1) (2) (3), or -1 -2 -3 after a spreadsheet ate brackets."""
    return all(is_blank(cell) or _INDEX_CELL.fullmatch(cell_text(cell)) for cell in row)
