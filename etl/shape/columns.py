"""What each column of a header announces. Only the header is read here, no cell below it."""

import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record, replace
from etl.families import Family
from etl.period_text import find_period
from etl.shape.cells import cell_text
from etl.shape.header import HeaderCell
from etl.shape.labels import Reader, Said
from etl.shape.lexicon import Lexicon
from etl.shape.value_columns import ValueColumn, with_row_sums, with_units
from etl.vocabulary import Role, Vocabulary, label

__all__ = ["REGION_ROLES", "Columns", "UnreadColumn", "ValueColumn", "read_columns"]

REGION_ROLES = (Role.REGION_CODE, Role.REGION_NAME, Role.PROVINCE_CODE, Role.PROVINCE_NAME)
_NUMBER_IN_FRONT = re.compile(r"^\d+ ")
_OF_A_PLACE = re.compile(r" (?:se|di) .*$")


class UnreadColumn(Record, frozen=True):
    """A column that is left.

    It is of another subject (``topic``), splits people up (``part``), or has an unknown header,
    whose lowest label stands in the zero-based ``row``.
    """

    index: int
    header: str
    topic: str = ""
    part: str = ""
    row: int = 0


class Columns(Record, frozen=True):
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


def read_columns(
    cells: Sequence[HeaderCell], family: Family, lexicon: Lexicon, about: Measure | None = None
) -> Columns:
    """Each column as a role, a column of numbers, or one that is left unread.

    ``about`` is the measure that the titles of the table name. Where they name none, and the
    headers do, they are read once more in the light of that.
    """
    columns = _read(cells, family, lexicon, about)
    habits = lexicon.vocabulary.habits
    counted = [column.measure for column in columns.values if column.measure is not None]
    akin = [measure for measure in counted if habits[measure].kin]
    if about is None and len({habits[measure].kin for measure in akin}) == 1:
        again = _read(cells, family, lexicon, akin[0])
        members = habits.kin(akin[0]).members
        found = {column.index for column in again.values if column.measure in members}
        # Beside "Pekerja rentan", "Terdaftar" are not all participants.
        if found >= {column.index for column in columns.values if column.measure is not None}:
            return again
    if about is None and not counted and Role.PROGRAMME in columns.roles:
        claims = _read(cells, family, lexicon, Measure.CLAIMS)
        # Beside a programme, "Jumlah kasus" can only be of claims.
        if any(column.measure is Measure.CLAIMS for column in claims.values):
            return claims
    return columns


def _read(
    cells: Sequence[HeaderCell], family: Family, lexicon: Lexicon, about: Measure | None
) -> Columns:
    roles: dict[Role, int] = {}
    left: list[HeaderCell] = []
    unread: list[UnreadColumn] = []
    aside: list[UnreadColumn] = []
    for cell in cells:
        role = _role(cell, family, lexicon.vocabulary, about)
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
        reader = Reader(lexicon, about)
        column = _value_column(cell, shared if cell in numbers else 0, family, reader)
        if isinstance(column, ValueColumn):
            values.append(column)
        else:
            unread.append(column)
    values, homeless = with_units(values, about, lexicon.vocabulary.habits)
    rows = {cell.index: cell.row for cell in left}
    unread += [UnreadColumn(one.index, one.header, row=rows[one.index]) for one in homeless]
    return Columns(
        roles=roles,
        values=with_row_sums(values),
        unread=tuple(sorted(unread, key=lambda column: column.index)),
        aside=tuple(aside),
        title="\n".join(str(part) for part in numbers[0].parts[:shared]) if shared else "",
    )


def _role(
    cell: HeaderCell, family: Family, vocabulary: Vocabulary, about: Measure | None
) -> Role | None:
    words = label(cell.text)
    if words in family.values:
        return None
    if words in family.roles:
        return family.roles[words]
    of_kin = vocabulary.habits.kin(about).columns.get(words)
    if of_kin is not None:
        return Role(of_kin)
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
    cell: HeaderCell, shared: int, family: Family, reader: Reader
) -> ValueColumn | UnreadColumn:
    """A header such as "2023", "Bekerja 2023", "PU", "Peserta aktif BPU (orang)" or "Nilai"."""
    plain = ValueColumn(index=cell.index, header=cell.text)
    for header in (cell.text, cell_text(cell.parts[-1]), find_period(cell.text)[1]):
        if label(header) in family.values:
            return replace(
                plain,
                measure=family.values[label(header)],
                period=reader.read(cell.parts, shared).period,
            )
    said = reader.read(cell.parts, shared)
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
