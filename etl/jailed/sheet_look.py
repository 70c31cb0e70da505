"""What a second look at a sheet finds and a fast engine does not tell, in every container alike.

Places are (row, column) and areas (top, left, bottom, right), all counted from 0.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

Place = tuple[int, int]
Span = tuple[int, int]
Area = tuple[int, int, int, int]

# What a sheet can hold; an address beyond it was written by no spreadsheet program.
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
# More areas than that are decoration; the answer has to stay small.
_MOST_AREAS = 50_000
_BUILT_IN_PERCENTS = frozenset({9, 10})
_NO_SIGN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class FarCells:
    """Few cells below a long gap: they cost an engine a row of memory for each row of the gap."""

    first: str
    count: int


class Runs:
    """Cells of one kind, told in rising order of rows, kept as runs down their columns."""

    def __init__(self) -> None:
        self._open: dict[int, Span] = {}
        self._done: list[Area] = []

    def add(self, row: int, column: int) -> None:
        """One more cell."""
        top, bottom = self._open.get(column, (row, row))
        if row > bottom + 1:
            self._done.append((top, column, bottom, column))
            top = row
        self._open[column] = (top, row)

    def areas(self) -> list[Area]:
        """All runs, in reading order."""
        rest = [(top, column, bottom, column) for column, (top, bottom) in self._open.items()]
        return sorted(self._done + rest)


@dataclass(slots=True)
class SheetLook:
    """``texts`` are cells that an engine shows as empty: "#REF!", "=A1+B1"."""

    hidden: bool = False
    texts: dict[Place, str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    percents: Runs = field(default_factory=Runs)
    far: FarCells | None = None

    def traits(self) -> dict[str, object]:
        """What the answer says of the sheet beside its cells."""
        return {
            "hidden": self.hidden,
            "hidden_rows": spans(self.hidden_rows)[:_MOST_AREAS],
            "hidden_columns": self.hidden_columns[:_MOST_AREAS],
            "merges": kept_areas(self.merges),
            "percents": self.percents.areas()[:_MOST_AREAS],
        }


def kept_areas(areas: Sequence[Area]) -> list[Area]:
    """The areas that are ones, in a number that is still of use."""
    sound = (one for one in areas if 0 <= one[0] <= one[2] and 0 <= one[1] <= one[3])
    return list(islice(sound, _MOST_AREAS))


def spans(numbers: Iterable[int]) -> list[Span]:
    """1, 2, 3, 7 are 1–3 and 7–7."""
    found: list[Span] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def styles_with_percent(formats: Sequence[int], codes: Mapping[int, str]) -> frozenset[int]:
    """Which styles write 0.46 as 46%: ``formats`` is the number format of each style.

    ``codes`` are the formats that the workbook defines itself.
    """
    percents = _BUILT_IN_PERCENTS | {
        number for number, code in codes.items() if "%" in _NO_SIGN.sub("", code)
    }
    return frozenset(style for style, number in enumerate(formats) if number in percents)


def column_number(letters: str) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
