"""All numbers of a table with their regions and meanings, as columns that share what is equal."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import chain, compress
from typing import TypeVar, overload

from cakupan.domain.figure_columns import Figures, Number, Shared, Subject, plain
from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Finding
from cakupan.domain.records import Record
from etl.readers.workbook import cell_address
from etl.rulings import NOTHING_TAUGHT, Taught
from etl.shape.columns import ValueColumn
from etl.shape.meaning import Meaning
from etl.shape.table import Table
from etl.shape.values import Value

Held = TypeVar("Held")


class Kind(Record, frozen=True):
    """What numbers share: their meaning, their rounding unit in stored terms, their column."""

    meaning: Meaning
    rounding_unit: Decimal
    column: ValueColumn

    def shared(self, sheet: str) -> Shared:
        """The same as it is stored."""
        meaning = self.meaning
        return Shared(
            subject=Subject.of(meaning.subject),
            period=meaning.subject.period,
            unit=meaning.unit,
            rounding_unit=self.rounding_unit,
            maturity=meaning.maturity,
            sheet=sheet,
            citation=meaning.citation,
            note=meaning.note,
        )


class Reading(Record, frozen=True):
    """One number in stored terms. ``region_code`` is empty in a bare "Jumlah" row.

    ``row`` is zero-based.
    """

    region_code: str
    kind: Kind
    number: Number
    row: int

    @property
    def cell(self) -> str:
        """Where it stands."""
        return cell_address(self.row, self.kind.column.index)


class Readings(Sequence[Reading]):
    """Readings in the order of the rows and, within one, of the columns.

    ``which`` leads from each reading to its place in ``kinds``.
    """

    def __init__(self) -> None:
        self.kinds: list[Kind] = []
        self.which: list[int] = []
        self.regions: list[str] = []
        self.numbers: list[Number] = []
        self.rows: list[int] = []
        self._known: dict[tuple[int, Decimal, int], int] = {}

    def kind(self, meaning: Meaning, rounding_unit: Decimal, column: ValueColumn) -> int:
        """The place of a kind, which is new or was there."""
        # Equal words have one meaning, the same object: to compare what it says takes long.
        key = id(meaning), rounding_unit, column.index
        if key not in self._known:
            self._known[key] = len(self.kinds)
            self.kinds.append(Kind(meaning, rounding_unit, column))
        return self._known[key]

    def add(
        self, region_code: str, meaning: Meaning, column: ValueColumn, value: Value, row: int
    ) -> None:
        """One more."""
        self.which.append(self.kind(meaning, value.rounding_unit, column))
        self.regions.append(region_code)
        self.numbers.append(plain(value.number))
        self.rows.append(row)

    def add_rows(
        self,
        rows: Sequence[int],
        regions: Sequence[str],
        kinds: Sequence[Sequence[int]],
        numbers: Sequence[Sequence[Number]],
    ) -> None:
        """Whole rows; ``kinds`` and ``numbers`` hold a column for each column of numbers."""
        width = len(kinds)
        self.which += _by_rows(kinds)
        self.numbers += _by_rows(numbers)
        self.regions += _by_rows([regions] * width)
        self.rows += _by_rows([rows] * width)

    def __len__(self) -> int:
        return len(self.which)

    @overload
    def __getitem__(self, place: int) -> Reading: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Reading]: ...
    def __getitem__(self, place: int | slice) -> Reading | Sequence[Reading]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        kind = self.kind_of(place)
        return Reading(self.regions[place], kind, self.numbers[place], self.rows[place])

    def kind_of(self, place: int) -> Kind:
        """The kind of the reading at a position."""
        return self.kinds[self.which[place]]

    def by_kind(self) -> dict[int, list[int]]:
        """Positions of the readings of each kind, in the order in which the kinds appear."""
        places: dict[int, list[int]] = {kind: [] for kind in dict.fromkeys(self.which)}
        for place, kind in enumerate(self.which):
            places[kind].append(place)
        return places

    def figures(self, sheet: str, *, without: Collection[int]) -> Figures:
        """The readings as they are stored, but for those at some positions."""
        left = [place not in without for place in range(len(self))] if without else None
        which, regions = _chosen(self.which, left), _chosen(self.regions, left)
        numbers, rows = _chosen(self.numbers, left), _chosen(self.rows, left)
        letters = [cell_address(0, kind.column.index).rstrip("1") for kind in self.kinds]
        used = list(dict.fromkeys(which))
        places = {kind: place for place, kind in enumerate(used)}
        return Figures(
            shared=[self.kinds[kind].shared(sheet) for kind in used],
            kinds=[places[kind] for kind in which],
            regions=regions,
            values=numbers,
            cells=[f"{letters[kind]}{row + 1}" for kind, row in zip(which, rows, strict=True)],
        )


def _by_rows(columns: Sequence[Sequence[Held]]) -> Iterable[Held]:
    """The cells of columns row by row."""
    return columns[0] if len(columns) == 1 else chain.from_iterable(zip(*columns, strict=True))


def _chosen(column: Sequence[Held], chosen: Sequence[bool] | None) -> Sequence[Held]:
    return column if chosen is None else list(compress(column, chosen))


class Gap(Record, frozen=True):
    """A cell without a number: the region stands in the table, its figure does not."""

    region_code: str
    subject: FigureKey
    row: int


class TableReading(Record, frozen=True):
    """All that a table holds, in the order of its rows."""

    table: Table
    readings: Readings
    gaps: tuple[Gap, ...]
    findings: tuple[Finding, ...]
    taught: Taught = NOTHING_TAUGHT
