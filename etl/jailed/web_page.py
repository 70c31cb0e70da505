"""A web page that calls itself a workbook: its tables as sheets, panes of one table joined again.

Cells stay the text that the page shows. Nothing is fetched and nothing is run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_look import Area

_WIDEST, _HIGHEST = 1_000, 10_000
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SILENT = frozenset({"script", "style"})
_BREAKS = frozenset({"br", "p", "div", "li"})


@dataclass(slots=True)
class Grid:
    """A table of a page. A cell that spans several stands in the first of them."""

    rows: list[list[str | None]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)

    @property
    def height(self) -> int:
        """Rows, those included into which a cell of the last row reaches."""
        return max([len(self.rows), *(area[2] + 1 for area in self.merges)])

    @property
    def width(self) -> int:
        """Columns of its widest row."""
        return max([0, *map(len, self.rows), *(area[3] + 1 for area in self.merges)])


def tables(text: str) -> list[Grid]:
    """The tables of a page that hold cells, in its order. A page without one is refused."""
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    grids = [
        joined
        for group in page.groups
        for joined in _joined([_placed(table.cells) for table in group if table.cells])
    ]
    if not grids:
        raise RefusedError("container-html")
    return grids


@dataclass(slots=True)
class _Cell:
    right: int
    down: int
    words: list[str] = field(default_factory=list)

    def text(self) -> str:
        lines = "".join(self.words).split("\0")
        shown = [_SPACE.sub(" ", line).strip(" ") for line in lines]
        return "\n".join(line for line in shown if line)


@dataclass(slots=True)
class _Table:
    cells: list[list[_Cell]] = field(default_factory=list)
    holds_tables: bool = False


class _Page(HTMLParser):
    """Collects tables; those that stand inside one and the same other table are a group."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.groups: list[list[_Table]] = []
        self._open: list[tuple[_Table, list[_Table]]] = []
        self._cell: _Cell | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            if self._open:
                self._open[-1][0].holds_tables = True
            self._open.append((_Table(), []))
            self._cell = None
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1][0].cells.append([])
            self._cell = None
        elif tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag in _BREAKS and self._cell is not None:
            self._cell.words.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self._end_table()
        elif tag in ("td", "th", "tr"):
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.words.append(data)

    def finish(self) -> None:
        """End the tables that the page left open."""
        while self._open:
            self._end_table()

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        table = self._open[-1][0]
        if not table.cells:
            table.cells.append([])
        right, down = (_span(attributes.get(name)) for name in ("colspan", "rowspan"))
        self._cell = _Cell(min(right, _WIDEST), min(down, _HIGHEST))
        table.cells[-1].append(self._cell)

    def _end_table(self) -> None:
        table, inner = self._open.pop()
        self._cell = None
        if inner:
            self.groups.append(inner)
        if not table.holds_tables and any(table.cells):
            if self._open:
                self._open[-1][1].append(table)
            else:
                self.groups.append([table])


def _span(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdecimal() else 1


def _placed(cells: list[list[_Cell]]) -> Grid:
    """Cells at the places to which the spans of those before push them."""
    grid = Grid()
    taken: dict[int, int] = {}
    for top, row in enumerate(cells):
        line: list[str | None] = []
        for cell in row:
            while taken.get(len(line), 0) > top:
                line.append(None)
            left = len(line)
            line += [cell.text(), *[None] * (cell.right - 1)]
            if cell.down > 1 or cell.right > 1:
                grid.merges.append((top, left, top + cell.down - 1, left + cell.right - 1))
                taken |= dict.fromkeys(range(left, left + cell.right), top + cell.down)
        grid.rows.append(line)
    return grid


def _joined(grids: list[Grid]) -> Iterator[Grid]:
    """Panes of one table become one: names left of values, both under their headers.

    A page with frozen panes keeps four tables (corner, names, header, values) or two (names,
    values). They are joined where their heights leave no other reading.
    """
    heights = [grid.height for grid in grids]
    if len(grids) == 4 and heights[:2] == heights[2:]:
        corner, names, header, values = grids
        if corner.width == names.width and header.width == values.width:
            yield _beside(_below(corner, names), _below(header, values))
            return
    if len(grids) == 2 and heights[0] == heights[1] and grids[0].width == 1:
        yield _beside(*grids)
        return
    yield from grids


def _below(upper: Grid, lower: Grid) -> Grid:
    height = upper.height
    blank: list[list[str | None]] = [[] for _ in range(height - len(upper.rows))]
    return Grid(
        rows=[*upper.rows, *blank, *lower.rows],
        merges=upper.merges + [_moved(area, height, 0) for area in lower.merges],
    )


def _beside(left: Grid, right: Grid) -> Grid:
    width, height = left.width, max(left.height, right.height)
    rows = []
    for number in range(height):
        names = left.rows[number] if number < len(left.rows) else []
        values = right.rows[number] if number < len(right.rows) else []
        rows.append([*names, *[None] * (width - len(names)), *values])
    return Grid(rows, left.merges + [_moved(area, 0, width) for area in right.merges])


def _moved(area: Area, down: int, right: int) -> Area:
    top, left, bottom, last = area
    return (top + down, left + right, bottom + down, last + right)
