"""What each cell of a header row announces. Only the header is read here, no cell below it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from etl.families import Family
from etl.period_text import find_period, read_period
from etl.readers.workbook import CellValue
from etl.shape.cells import cell_text
from etl.vocabulary import Role, Scale, Vocabulary, label

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_COUNT_WORDS = ("jumlah ", "banyaknya ", "total ")
REGION_ROLES = (Role.REGION_CODE, Role.REGION_NAME, Role.PROVINCE_CODE, Role.PROVINCE_NAME)


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of numbers and what its header says of them; ``sums_row`` adds up its segments."""

    index: int
    header: str
    measure: Measure | None = None
    segment: Segment | None = None
    period: Period | None = None
    scale: Scale | None = None
    sums_row: bool = False


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column that is left: of another subject (``topic``), or with an unknown header (empty)."""

    index: int
    header: str
    topic: str


@dataclass(frozen=True, slots=True)
class Columns:
    """A header row taken apart. ``roles`` say which column (by index) holds what of a row."""

    roles: Mapping[Role, int]
    values: tuple[ValueColumn, ...]
    unread: tuple[UnreadColumn, ...]

    @property
    def has_region(self) -> bool:
        """Whether any column can say which region a row speaks of."""
        return any(role in self.roles for role in REGION_ROLES)


def header_labels(row: Sequence[CellValue]) -> frozenset[str]:
    """The labels of a header row with their periods taken out, for recognising a family."""
    return frozenset(label(find_period(cell_text(cell))[1]) for cell in row) - {""}


def read_columns(row: Sequence[CellValue], family: Family, vocabulary: Vocabulary) -> Columns:
    """Each header cell as a role, a column of numbers, or one that is left unread."""
    roles: dict[Role, int] = {}
    values: list[ValueColumn] = []
    unread: list[UnreadColumn] = []
    for index, cell in enumerate(row):
        header = cell_text(cell)
        if not header or _is_ignored(header, family):
            continue
        role = None if label(header) in family.values else vocabulary.roles.get(label(header))
        if role is Role.IGNORED:
            continue
        if role is None or role is Role.VALUE:
            column = _value_column(index, cell, family, vocabulary)
            if column is None:
                topic = vocabulary.topics.get(label(find_period(header)[1]), "")
                unread.append(UnreadColumn(index=index, header=header, topic=topic))
            else:
                values.append(column)
        elif role in roles:
            unread.append(UnreadColumn(index=index, header=header, topic=""))
        else:
            roles[role] = index
    return Columns(roles=roles, values=_with_row_sums(values), unread=tuple(unread))


def _is_ignored(header: str, family: Family) -> bool:
    return any(fnmatchcase(header.casefold(), pattern) for pattern in family.ignored)


def _value_column(
    index: int, cell: CellValue, family: Family, vocabulary: Vocabulary
) -> ValueColumn | None:
    """A header such as "2023", "Bekerja 2023", "PU", "Peserta aktif BPU (orang)" or "Nilai"."""
    header = cell_text(cell)
    plain = ValueColumn(index=index, header=header)
    if label(header) in family.values:
        return replace(plain, measure=family.values[label(header)])
    period = read_period(cell)
    if period is not None:
        return replace(plain, period=period)
    period, rest = find_period(header)
    rest, scale = _take_scale(rest, vocabulary)
    words = label(rest)
    plain = replace(plain, period=period, scale=scale)
    if not words or vocabulary.roles.get(words) is Role.VALUE:
        return plain if words or period else None
    segment, words = _take_segment(words, vocabulary)
    measure = _measure(words, vocabulary)
    if words and measure is None:
        return None
    return replace(plain, segment=segment, measure=measure)


def _take_scale(header: str, vocabulary: Vocabulary) -> tuple[str, Scale | None]:
    """A unit in brackets, taken out of the header: "Bekerja (ribu orang)"."""
    for match in _IN_BRACKETS.finditer(header):
        scale = vocabulary.units.get(label(match[1]))
        if scale is not None:
            return header[: match.start()] + header[match.end() :], scale
    return header, None


def _take_segment(words: str, vocabulary: Vocabulary) -> tuple[Segment | None, str]:
    """The longest segment name among the words, and the words without it."""
    padded = f" {words} "
    for name in sorted(vocabulary.segments, key=len, reverse=True):
        if f" {name} " in padded and vocabulary.segments[name] is not Segment.TOTAL:
            return vocabulary.segments[name], padded.replace(f" {name} ", " ", 1).strip()
    return None, words


def _measure(words: str, vocabulary: Vocabulary) -> Measure | None:
    if words in vocabulary.measures:
        return vocabulary.measures[words]
    for prefix in _COUNT_WORDS:
        if words.startswith(prefix):
            return vocabulary.measures.get(words.removeprefix(prefix))
    return None


def _with_row_sums(values: Sequence[ValueColumn]) -> tuple[ValueColumn, ...]:
    """Beside columns a segment, a bare "Jumlah" of the same period and measure is their sum."""
    split = {(column.measure, column.period) for column in values if column.segment is not None}
    return tuple(
        replace(column, sums_row=True)
        if column.segment is None and (column.measure, column.period) in split
        else column
        for column in values
    )
