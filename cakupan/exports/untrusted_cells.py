"""Writes what strangers put into cells: as text or number, never as anything that is executed."""

import re
from datetime import date, datetime
from math import isfinite

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

CellValue = str | int | float | bool | date | datetime | None

# Excel's own limits.
LONGEST_TEXT, MOST_ROWS, MOST_COLUMNS = 32_767, 1_048_576, 16_384
_LONGEST_NAME, _RESERVED_NAME = 31, "history"
_EXACT_BELOW = 10**15
_FIRST_YEAR = 1900
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\n\t]")
# A text that a spreadsheet would take for a formula, were it typed.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "|", "%")


def plain_text(text: str, longest: int = LONGEST_TEXT) -> str:
    """The text without what XML cannot hold, and no longer than a cell can hold."""
    sound = _NO_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return sound if _cut(sound, longest) == sound else _cut(sound, longest - 1) + "…"


def as_text(text: str) -> str:
    """The text for a file that knows no types: an apostrophe keeps it from being a formula."""
    sound = plain_text(text)
    return f"'{sound}" if sound.startswith(_FORMULA_SIGNS) else sound


def sheet_name(name: str, taken: set[str], unnamed: str) -> str:
    """A name a sheet can have, different from those ``taken`` (casefolded, added to)."""
    sound = _cut(_NOT_IN_NAMES.sub("_", plain_text(name)).strip("' "), _LONGEST_NAME)
    sound = sound.rstrip("' ") or unnamed
    chosen, number = sound, 1
    while chosen.casefold() in taken or chosen.casefold() == _RESERVED_NAME:
        number += 1
        ending = f" ({number})"
        chosen = _cut(sound, _LONGEST_NAME - len(ending)) + ending
    taken.add(chosen.casefold())
    return chosen


class CellWriter:
    """Writes values in the looks of one workbook; each combination of looks is made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def look(self, **properties: object) -> Format:
        """A format of the workbook."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def write(
        self, paper: Worksheet, row: int, column: int, value: CellValue, **look: object
    ) -> None:
        """One value, as close to what it was as is safe."""
        if value is None or value == "":
            if look:
                paper.write_blank(row, column, None, self.look(**look))
        elif isinstance(value, bool):
            paper.write_boolean(row, column, value, self.look(**look))
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            shown = "yyyy-mm-dd hh:mm" if isinstance(value, datetime) else "yyyy-mm-dd"
            paper.write_datetime(row, column, value, self.look(**look, num_format=shown))
        elif isinstance(value, int | float) and _is_exact(value):
            paper.write_number(row, column, value, self.look(**look))
        else:
            self.write_text(paper, row, column, str(value), **look)

    def write_text(
        self, paper: Worksheet, row: int, column: int, text: str, **look: object
    ) -> None:
        """A text that stays one, even when its cell is edited."""
        sound = plain_text(text)
        # The mark Excel keeps for an apostrophe typed in front: editing makes no formula of it.
        quoted = {"quote_prefix": True} if sound.startswith(_FORMULA_SIGNS) else {}
        paper.write_string(row, column, sound, self.look(**look, **quoted))


def _cut(text: str, longest: int) -> str:
    """The first ``longest`` letters as Excel counts them: a letter beyond U+FFFF is two."""
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")


def _is_exact(number: float) -> bool:
    """Whether Excel keeps every digit: a 16-digit id is text."""
    return abs(number) < _EXACT_BELOW if isinstance(number, int) else isfinite(number)
