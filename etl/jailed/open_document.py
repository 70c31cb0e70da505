"""A second look at an OpenDocument sheet (.ods): error cells, formulas without a value, merges.

Attribute names are those of the OpenDocument standard 1.3; the error type is LibreOffice's.
"""

import re
from xml.parsers import expat

from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_look import SheetLook

# Without one of these words there is nothing to find, which saves reading the XML twice.
_WORTH_A_LOOK = re.compile(
    rb'"error"|table:formula=|"percentage"|"collapse"|"filter"|-spanned="(?!1")'
)
_VERSION = re.compile(rb'\soffice:version="(\d{1,3})\.(\d{1,3})"')
_NEWEST = (1, 9)
_MOST_REPEATS = 1024
_HIDDEN = frozenset({"collapse", "filter"})

Attributes = dict[str, str]


def check_version(content: bytes) -> None:
    """Refuse a format that was not yet there when this was written."""
    found = _VERSION.search(content[:65536])
    if found and (int(found[1]), int(found[2])) > _NEWEST:
        raise RefusedError("file-newer", kind=".ods")


def looks(content: bytes) -> list[SheetLook]:
    """Looks at the sheets, in the order of the document; none where nothing is to be found."""
    if not _WORTH_A_LOOK.search(content):
        return []
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise RefusedError("file-truncated") from fault
    return reader.sheets


class _Reader:
    """Knows at which row and column of which sheet the parser is."""

    def __init__(self) -> None:
        self.sheets: list[SheetLook] = []
        self._row = self._column = self._columns = 0
        self._row_repeats = 1
        self._error: list[str] | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "table:table":
            self.sheets.append(SheetLook())
            self._row = self._columns = 0
        elif not self.sheets:
            return
        elif tag == "table:table-column":
            repeats = _repeats(attributes, "columns")
            if attributes.get("table:visibility") in _HIDDEN:
                span = (self._columns, self._columns + repeats - 1)
                self.sheets[-1].hidden_columns.append(span)
            self._columns += repeats
        elif tag == "table:table-row":
            self._column = 0
            self._row_repeats = _repeats(attributes, "rows")
            if attributes.get("table:visibility") in _HIDDEN:
                last = self._row + min(self._row_repeats, _MOST_REPEATS)
                self.sheets[-1].hidden_rows += range(self._row, last)
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._row_repeats
        elif tag == "table:table-cell":
            if self._error is not None:
                self._mark("".join(self._error).strip() or "#N/A")
            self._error = None
            self._column += self._repeats
        elif tag == "table:covered-table-cell":
            self._column += self._repeats

    def text(self, text: str) -> None:
        if self._error is not None:
            self._error.append(text)

    def _cell(self, attributes: Attributes) -> None:
        self._repeats = _repeats(attributes, "columns")
        sheet, row, column = self.sheets[-1], self._row, self._column
        down = int(attributes.get("table:number-rows-spanned", 1))
        right = int(attributes.get("table:number-columns-spanned", 1))
        if down > 1 or right > 1:
            sheet.merges.append((row, column, row + down - 1, column + right - 1))
        if attributes.get("calcext:value-type") == "error":
            self._error = []
        elif attributes.get("office:value-type") == "percentage":
            for place in range(min(self._repeats, _MOST_REPEATS)):
                sheet.percents.add(row, column + place)
        elif "table:formula" in attributes and "office:value-type" not in attributes:
            self._mark("=" + attributes["table:formula"].partition("=")[2])

    def _mark(self, text: str) -> None:
        for down in range(min(self._row_repeats, _MOST_REPEATS)):
            for right in range(min(self._repeats, _MOST_REPEATS)):
                self.sheets[-1].texts[self._row + down, self._column + right] = text


def _repeats(attributes: Attributes, what: str) -> int:
    return int(attributes.get(f"table:number-{what}-repeated", 1))
