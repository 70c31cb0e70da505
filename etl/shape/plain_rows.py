"""Rows in which nothing is in doubt, column by column: known words, sure regions, whole numbers.

Every other row is read alone. What is read here is what would be read there, only faster.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar, cast

from cakupan.domain.measures import Unit
from cakupan.domain.records import Record
from etl.number_text import NumberReading
from etl.shape.meaning import Meaning
from etl.shape.readings import Readings
from etl.shape.values import Value, read_value

Key = TypeVar("Key", bound=Hashable)
_ONE = NumberReading(Decimal(1))


class Repeated(Generic[Key]):
    """A column that repeats itself: ``keys`` are its different values, ``which`` each row's."""

    def __init__(self, column: Iterable[Key]) -> None:
        rows = list(column)
        first = {key: place for place, key in enumerate(dict.fromkeys(rows))}
        self.which = list(map(first.__getitem__, rows))
        self.keys = list(first)

    def first_rows(self) -> Iterator[tuple[Key, int]]:
        """Each key and the place of the first row that has it."""
        start = 0
        for number, key in enumerate(self.keys):
            # A new key stands behind the first of the one before.
            start = self.which.index(number, start)
            yield key, start


class PlainKind(NamedTuple):
    """What whole numbers of one meaning become: their kind, and how many times the number."""

    kind: int
    times: int
    zero_is_missing: bool


def scaling(meaning: Meaning) -> Value | None:
    """The value of 1 under a meaning where all whole numbers are multiples of it."""
    value = read_value(_ONE, "1", meaning)
    whole = isinstance(value, Value) and meaning.unit is not Unit.RATIO
    return cast("Value", value) if whole else None


class PlainColumn(Record, frozen=True):
    """A column of numbers: ``kinds`` of the rows' words, None where they are not all understood.

    ``which`` leads from each row to its words; ``numbers`` are as written, None where not whole.
    """

    kinds: Sequence[PlainKind | None]
    which: Sequence[int]
    numbers: Sequence[int | None]

    def odd(self) -> Iterator[int]:
        """The rows whose number here must be read alone."""
        if None in self.kinds:
            yield from (row for row, words in enumerate(self.which) if self.kinds[words] is None)
        least = 1 if any(kind.zero_is_missing for kind in self.kinds if kind) else 0
        if None in self.numbers or min(cast("Sequence[int]", self.numbers), default=0) < least:
            yield from (row for row, one in enumerate(self.numbers) if one is None or one < least)

    def kind_numbers(self) -> Sequence[int]:
        """The kind of each row's number; -1 in odd rows."""
        kinds = [-1 if kind is None else kind.kind for kind in self.kinds]
        return [kinds[words] for words in self.which]

    def values(self) -> Sequence[int]:
        """The numbers in stored terms; anything in odd rows."""
        times = [1 if kind is None else kind.times for kind in self.kinds]
        if set(times) <= {1}:
            return cast("Sequence[int]", self.numbers)
        pairs = zip(self.numbers, self.which, strict=True)
        return [0 if number is None else number * times[words] for number, words in pairs]


class PlainRows:
    """The rows of a table by columns; ``odd`` are the places of those to be read alone."""

    def __init__(
        self,
        rows: Sequence[int],
        regions: Sequence[str | None],
        columns: Sequence[PlainColumn],
    ) -> None:
        self._rows = rows
        self._regions = regions
        self._kinds = [column.kind_numbers() for column in columns]
        self._values = [column.values() for column in columns]
        odd = {row for column in columns for row in column.odd()}
        if None in regions:
            odd |= {row for row, region in enumerate(regions) if region is None}
        self.odd = sorted(odd)

    def add_to(self, readings: Readings, start: int, stop: int) -> None:
        """Hand on the plain rows from ``start`` to before ``stop``."""
        if start < stop:
            readings.add_rows(
                self._rows[start:stop],
                cast("Sequence[str]", self._regions[start:stop]),
                [kinds[start:stop] for kinds in self._kinds],
                [values[start:stop] for values in self._values],
            )
