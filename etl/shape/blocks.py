"""The rows below a header, cut where something is said of all that follow: a year, a unit."""

import re
from collections.abc import Collection, Mapping, Sequence

from cakupan.domain.records import Record, field, replace
from etl.period_text import read_period
from etl.readers.rows import column_of
from etl.readers.workbook import CellValue, Row, cell_address
from etl.shape.body import Span, add
from etl.shape.cells import cell_text, is_blank
from etl.shape.columns import Columns
from etl.shape.heading import Statement
from etl.shape.labels import month_of
from etl.shape.lexicon import Lexicon
from etl.vocabulary import Role, label

_INDEX_CELL = re.compile(r"\(\d{1,3}\)|-?\d{1,3}")
_DIGITS = re.compile(r"\d[\d.,]*", re.ASCII)
_KINDS_OF_NAME, _KINDS_OF_NUMBER = frozenset({str, int}), frozenset({int, float})
_REMARKS = (Role.CITATION, Role.NOTE)


class Block(Record):
    """Rows of which the same is true: ``spans`` are the runs that they stand in."""

    columns: Columns
    says: Mapping[Role, Statement]
    spans: list[Span] = field(default_factory=list)


class Splitter:
    """Walks down the rows of one table."""

    def __init__(self, columns: Columns, *, key: int, lexicon: Lexicon) -> None:
        """``key`` is the column that every row of the table fills."""
        self._columns = columns
        self._key = key
        self._vocabulary = lexicon.vocabulary
        self._numbers = [column.index for column in columns.values]
        self._first = self._numbers[0] if self._numbers else key

    def blocks(
        self,
        rows: Sequence[Row],
        within: Span,
        heads: Sequence[Row],
        says: Mapping[Role, Statement],
    ) -> list[Block]:
        """The blocks in their order; rows equal to ``heads``, repeated on each page, are none."""
        blocks = [Block(self._columns, says)]
        known = set(heads)
        number, end = within
        while number < end and len(blocks) == 1 and not blocks[0].spans:
            self._look(blocks, number, rows[number], known)
            number += 1
        for odd in self._odd(rows, (number, end), heads):
            add(blocks[-1].spans, number, odd)
            self._look(blocks, odd, rows[odd], known)
            number = odd + 1
        add(blocks[-1].spans, number, end)
        return [block for block in blocks if block.spans]

    def _look(self, blocks: list[Block], number: int, row: Row, known: Collection[Row]) -> None:
        """Look closely at a row that may be something else than a row of the table."""
        current = blocks[-1]
        filled = [(index, cell) for index, cell in enumerate(row) if not is_blank(cell)]
        if not filled or row in known or self._is_remark(filled):
            return
        if len(blocks) == 1 and not current.spans and _is_index(filled):
            return
        following = self._following(current, number, filled)
        if following is not None:
            blocks.append(following)
        else:
            add(current.spans, number, number + 1)

    def _odd(self, rows: Sequence[Row], within: Span, heads: Sequence[Row]) -> list[int]:
        """Rows that might be separators: all but those with something in front and a number."""
        numbers = column_of(rows, self._first, *within)
        names = column_of(rows, self._key, *within)
        head_names = {row[self._key] for row in heads if len(row) > self._key}
        if _KINDS_OF_NAME.issuperset(map(type, names)) and head_names.isdisjoint(names):
            if _KINDS_OF_NUMBER.issuperset(map(type, numbers)):
                return []
            if all(names) and all(map(_is_whole_text, numbers)):
                return []
        return [
            number
            for number, cell, name in zip(range(*within), numbers, names, strict=True)
            if name in head_names or not _is_plain(cell, name)
        ]

    def _is_remark(self, filled: Sequence[tuple[int, CellValue]]) -> bool:
        """A footnote: "Sumber: …", "Catatan/Note: …"."""
        text = cell_text(filled[0][1])
        words = label(re.split(r"[:/]", text, maxsplit=1)[0])
        if filled[0][0] in self._numbers or self._vocabulary.roles.get(words) not in _REMARKS:
            return False
        return not any(isinstance(cell, int | float) for _, cell in filled[1:])

    def _following(
        self, current: Block, number: int, filled: Sequence[tuple[int, CellValue]]
    ) -> Block | None:
        """A new block where the row says something of the rows below it."""
        if len(filled) == 1:
            index, cell = filled[0]
            role = self._alone(index, cell)
            if role is None:
                return None
            said = Statement(cell, cell_address(number, index))
            return Block(current.columns, {**current.says, role: said})
        units = {
            index: self._vocabulary.units.get(label(cell_text(cell))) for index, cell in filled
        }
        scales = {index: scale for index, scale in units.items() if scale is not None}
        if len(scales) < len(filled) or not set(scales) <= set(self._numbers):
            return None
        values = tuple(
            replace(column, scale=scales.get(column.index, column.scale))
            for column in current.columns.values
        )
        return Block(replace(current.columns, values=values), current.says)

    def _alone(self, index: int, cell: CellValue) -> Role | None:
        """What a lone cell in front of the rows says; under a column of numbers it is a number."""
        if index > self._key or index in self._numbers:
            return None
        dated = {Role.YEAR, Role.PERIOD, Role.MONTH} & set(self._columns.roles)
        if read_period(cell) is not None:
            return None if dated else Role.PERIOD
        if month_of(label(cell_text(cell))):
            return None if dated else Role.MONTH
        return None


def _is_plain(number: CellValue, name: CellValue) -> bool:
    """Whether the first number and the name are those of a row that no separator looks like."""
    if isinstance(number, str):
        return bool(name) and _DIGITS.fullmatch(number) is not None
    return isinstance(number, int | float) and isinstance(name, str | int)


def _is_whole_text(cell: CellValue) -> bool:
    return type(cell) is str and cell.isdigit() and cell.isascii()


def _is_index(filled: Sequence[tuple[int, CellValue]]) -> bool:
    """A row that numbers the columns: (1) (2) (3), or -1 -2 -3 after a spreadsheet ate brackets."""
    texts = [cell_text(cell) for _, cell in filled]
    if len(texts) < 2 or not all(_INDEX_CELL.fullmatch(text) for text in texts):
        return False
    numbers = [abs(int(text.strip("()"))) for text in texts]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] in (0, 1)
