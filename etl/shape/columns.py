"""What each column of a header announces. Only the header is read here, no cell below it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.periods import Period
from etl.families import Family
from etl.period_text import find_period
from etl.shape.cells import cell_text
from etl.shape.header import HeaderCell
from etl.shape.labels import Reader, Said
from etl.shape.lexicon import Lexicon
from etl.vocabulary import Role, Scale, Vocabulary, label

REGION_ROLES = (Role.REGION_CODE, Role.REGION_NAME, Role.PROVINCE_CODE, Role.PROVINCE_NAME)
_NUMBER_IN_FRONT = re.compile(r"^\d+ ")
_OF_A_PLACE = re.compile(r" (?:se|di) .*$")


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of numbers and what its header says of them.

    ``month`` stands without its year, 0 for none; ``sums_row`` adds up the row's segments.
    """

    index: int
    header: str
    measure: Measure | None = None
    segment: Segment | None = None
    period: Period | None = None
    month: int = 0
    scale: Scale | None = None
    group: str = ""
    programme: str = ""
    basis: Basis | None = None
    sums_row: bool = False


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column that is left.

    It is of another subject (``topic``), splits people up (``part``), or has an unknown header,
    whose lowest label stands in the zero-based ``row``.
    """

    index: int
    header: str
    topic: str = ""
    part: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """A header taken apart. ``roles`` say which column (by index) holds what of a row.

    ``aside`` are columns that the family knows and leaves; ``title`` is what heads all numbers.
    """

    roles: Mapping[Role, int]
    values: tuple[ValueColumn, ...]
    unread: tuple[UnreadColumn, ...]
    aside: tuple[UnreadColumn, ...] = ()
    title: str = ""

    @property
    def has_region(self) -> bool:
        """Whether any column can say which region a row speaks of."""
        return any(role in self.roles for role in REGION_ROLES)

    @property
    def topic(self) -> str:
        """The other subject that most of the unread columns speak of; empty where none does."""
        topics = [column.topic for column in self.unread if column.topic]
        return max(topics, key=topics.count, default="")


def header_labels(cells: Sequence[HeaderCell]) -> frozenset[str]:
    """The labels of a header with their periods taken out, for recognising a family."""
    return frozenset(label(find_period(cell.text)[1]) for cell in cells) - {""}


def role_of(header: str, vocabulary: Vocabulary) -> Role | None:
    """The role of a header: "Kabupaten/Kota", "38 Provinsi", "Kabupaten/Kota se Jawa Timur"."""
    words = label(header)
    if words in vocabulary.roles:
        return vocabulary.roles[words]
    for spelling in (_NUMBER_IN_FRONT.sub("", words), _OF_A_PLACE.sub("", words)):
        role = vocabulary.roles.get(spelling)
        if role in REGION_ROLES:
            return role
    return None


def read_columns(cells: Sequence[HeaderCell], family: Family, lexicon: Lexicon) -> Columns:
    """Each column as a role, a column of numbers, or one that is left unread."""
    roles: dict[Role, int] = {}
    left: list[HeaderCell] = []
    unread: list[UnreadColumn] = []
    aside: list[UnreadColumn] = []
    for cell in cells:
        role = _role(cell, family, lexicon.vocabulary)
        if _is_ignored(cell.text, family):
            aside.append(UnreadColumn(cell.index, cell.text, row=cell.row))
        elif role is Role.IGNORED:
            continue
        elif role is None or role is Role.VALUE:
            left.append(cell)
        elif role in roles:
            unread.append(UnreadColumn(cell.index, cell.text, row=cell.row))
        else:
            roles[role] = cell.index
    # What names the rows of a table without regions stands in front, and heads no number.
    numbers = left[1:] if left and left[0] is cells[0] else left
    shared = _shared(numbers)
    values: list[ValueColumn] = []
    for cell in left:
        column = _value_column(cell, shared if cell in numbers else 0, family, lexicon)
        if isinstance(column, ValueColumn):
            values.append(column)
        else:
            unread.append(column)
    return Columns(
        roles=roles,
        values=_with_row_sums(values),
        unread=tuple(sorted(unread, key=lambda column: column.index)),
        aside=tuple(aside),
        title="\n".join(str(part) for part in numbers[0].parts[:shared]) if shared else "",
    )


def _role(cell: HeaderCell, family: Family, vocabulary: Vocabulary) -> Role | None:
    words = label(cell.text)
    if words in family.values:
        return None
    if words in family.roles:
        return family.roles[words]
    role = role_of(cell.text, vocabulary)
    if role is not None or len(cell.parts) == 1:
        return role or _first_line_role(cell, vocabulary)
    # Under "Wilayah" stand "Kode" and "Nama"; under "Tahun" stand numbers of years.
    for part in (cell.parts[-1], cell.parts[0]):
        role = role_of(cell_text(part), vocabulary)
        if role in REGION_ROLES:
            return role
    return None


def _first_line_role(cell: HeaderCell, vocabulary: Vocabulary) -> Role | None:
    """The role of the first language of a bilingual header."""
    text = str(cell.parts[0])
    return role_of(text.splitlines()[0], vocabulary) if "\n" in text.strip() else None


def _is_ignored(header: str, family: Family) -> bool:
    return any(fnmatchcase(header.casefold(), pattern) for pattern in family.ignored)


def _shared(cells: Sequence[HeaderCell]) -> int:
    """How many labels head all columns of numbers together."""
    size = 0
    while cells and all(
        len(cell.parts) > size + 1 and cell.parts[size] == cells[0].parts[size] for cell in cells
    ):
        size += 1
    return size


def _value_column(
    cell: HeaderCell, shared: int, family: Family, lexicon: Lexicon
) -> ValueColumn | UnreadColumn:
    """A header such as "2023", "Bekerja 2023", "PU", "Peserta aktif BPU (orang)" or "Nilai"."""
    plain = ValueColumn(index=cell.index, header=cell.text)
    for header in (cell.text, cell_text(cell.parts[-1]), find_period(cell.text)[1]):
        if label(header) in family.values:
            return replace(
                plain,
                measure=family.values[label(header)],
                period=Reader(lexicon).read(cell.parts, shared).period,
            )
    said = Reader(lexicon).read(cell.parts, shared)
    if said.topic or said.part or said.unknown:
        part = "" if said.topic else said.part
        return UnreadColumn(cell.index, cell.text, topic=said.topic, part=part, row=cell.row)
    return _column_of(plain, said)


def _column_of(plain: ValueColumn, said: Said) -> ValueColumn:
    return replace(
        plain,
        measure=said.measure,
        segment=said.segment,
        period=said.period,
        month=said.month,
        scale=said.scale,
        group=said.group,
        programme=said.programme,
        basis=said.basis,
    )


def _with_row_sums(values: Sequence[ValueColumn]) -> tuple[ValueColumn, ...]:
    """Beside columns a segment, a bare "Jumlah" of the same period and measure is their sum."""
    split = {
        (column.measure, column.period, column.month)
        for column in values
        if column.segment is not None
    }
    measures = {measure for measure, _, _ in split}
    if len(measures) == 1:
        # "Jumlah" beside "Peserta aktif" over PU and BPU says no measure of its own.
        split |= {(None, period, month) for _, period, month in split}
    return tuple(
        replace(column, sums_row=True)
        if column.segment is None and (column.measure, column.period, column.month) in split
        else column
        for column in values
    )
