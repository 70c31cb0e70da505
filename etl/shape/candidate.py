"""A row that may head a table, understood with the lines above it, and the tables it makes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record, replace
from etl.families import Families, Family, Shape, mark_of
from etl.readers.workbook import Row, Sheet, cell_address
from etl.shape.blocks import Splitter
from etl.shape.body import Body
from etl.shape.cells import cell_text, is_blank
from etl.shape.columns import REGION_ROLES, Columns, header_labels, read_columns, role_of
from etl.shape.counting import counted
from etl.shape.header import Header, header_at
from etl.shape.heading import Heading, Statement, Title, read_heading, table_numbers
from etl.shape.lexicon import Lexicon
from etl.shape.table import Table
from etl.vocabulary import Role, label

# A line above a table: its label and what stands beside it.
_LINE = 2


class Candidate(Record, frozen=True):
    """A header, understood. ``above`` are the numbered lines between it and the table before.

    ``about`` is the measure that titles and lines above the table name, if they do.
    """

    header: Header
    columns: Columns
    family: Family
    heading: Heading
    shape: Shape
    above: Sequence[tuple[int, Row]]
    about: Measure | None = None


def without_title_measure(candidate: Candidate) -> Candidate:
    """Where a column's own name is not understood, a title above it is no proof of its measure."""
    said = candidate.heading.says
    by_title = candidate.heading.subject.measure
    unsaid: dict[Role, Statement] = {
        role: one
        for role, one in said.items()
        if role not in (Role.MEASURE, Role.GROUP)
        or (role is Role.MEASURE and one.value != by_title)
    }
    return replace(candidate, heading=replace(candidate.heading, says=unsaid))


class HeaderReader:
    """Reads headers of one sheet."""

    def __init__(
        self,
        sheet: Sheet,
        families: Families,
        file_name: str,
        lexicon: Lexicon,
        is_region: Callable[[str], bool],
    ) -> None:
        """``is_region`` tells whether a text names a region, if not exactly one."""
        self.sheet = sheet
        self.lexicon = lexicon
        self.is_region = is_region
        # A csv has no sheets: its name is that of the file, and those are not believed.
        self.name = "" if sheet.name == PurePath(file_name).stem else sheet.name
        self._families = families
        self._file_name = file_name
        self._learned = {
            header: role for family in families.known for header, role in family.roles.items()
        }
        self._roles: dict[str, Role | None] = {}

    def role(self, text: str) -> Role | None:
        """The role of a header, in the language of its first line if not in both."""
        if text not in self._roles:
            vocabulary = self.lexicon.vocabulary
            lines = text.strip().splitlines()
            self._roles[text] = (
                self._learned.get(label(text))
                or role_of(text, vocabulary)
                or (role_of(lines[0], vocabulary) if lines else None)
            )
        return self._roles[text]

    def says_region(self, row: Row) -> bool:
        """Whether a row is a line above a table, "Wilayah | Provinsi Banten", and no header."""
        filled = [cell for cell in row if not is_blank(cell)]
        return len(filled) == _LINE and self.is_region(cell_text(filled[1]))

    def keys(self, row: Row) -> dict[int, Role]:
        """Columns whose header in this row says what its cells are, but for numbers."""
        roles = {index: self.role(cell) for index, cell in enumerate(row) if isinstance(cell, str)}
        return {
            index: role
            for index, role in roles.items()
            if role is not None and role is not Role.VALUE
        }

    def candidate(self, anchor: int, keys: Mapping[int, Role], start: int) -> Candidate:
        """The header around the row ``anchor``; the lines above it begin at the row ``start``."""
        rows = self.sheet.rows
        header = header_at(rows, anchor, keys, lowest=start, merged=tuple(self.sheet.merges))
        above = [(number, rows[number]) for number in range(start, header.top)]
        labels = header_labels(header.cells)
        family = self._families.of_header(labels, self._file_name)
        shared = read_columns(header.cells, family, self.lexicon).title
        title = Title(shared, self._title_cell(header)) if shared else None
        heading = read_heading(self.name, above, title, self.lexicon)
        shape = Shape(labels, mark_of(self.name), heading.marks)
        family = self._families.of_table(shape, self._file_name)
        about = self._about({**_said_by(family), **heading.says})
        columns = read_columns(header.cells, family, self.lexicon, about)
        return Candidate(header, columns, family, heading, shape, above, about)

    def tables(self, candidate: Candidate, columns: Columns, end: int) -> list[Table]:
        """The table, in as many parts as a year or a unit in between cuts it into."""
        header, heading, rows = candidate.header, candidate.heading, self.sheet.rows
        says = {**_said_by(candidate.family), **heading.says}
        width = max((cell.index + 1 for cell in header.cells), default=0)
        keys = [columns.roles[role] for role in REGION_ROLES if role in columns.roles]
        first = header.cells[0].index if header.cells else 0
        splitter = Splitter(columns, key=min(keys, default=first), lexicon=self.lexicon)
        heads = [rows[number] for number in range(header.top, header.bottom + 1)]
        return [
            Table(
                sheet=self.sheet.name,
                header=header.bottom,
                columns=block.columns,
                family=candidate.family,
                says=block.says,
                body=Body(rows, block.spans, width=width),
                shape=candidate.shape,
                percents=self.sheet.percents,
                undecided=heading.periods,
                table_numbers=table_numbers(self.name, candidate.above),
            )
            for block in splitter.blocks(rows, (header.bottom + 1, end), heads, says)
        ]

    def _about(self, says: Mapping[Role, Statement]) -> Measure | None:
        """The measure that is said of the whole table."""
        said = says.get(Role.MEASURE)
        what = None if said is None else counted(label(cell_text(said.value)), None, self.lexicon)
        return None if what is None else what.measure

    def _title_cell(self, header: Header) -> str:
        """Where the label that heads all columns of numbers stands."""
        row = self.sheet.rows[header.top]
        index = next((cell.index for cell in header.cells if len(cell.parts) > 1), 0)
        return cell_address(header.top, min(index, max(len(row) - 1, 0)))


def _said_by(family: Family) -> dict[Role, Statement]:
    return {role: Statement(text, None) for role, text in family.says.items()}
