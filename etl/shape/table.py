"""A table of a sheet, taken apart: its columns, what is said of all of it, and its rows."""

from collections.abc import Mapping, Sequence

from cakupan.domain.periods import Period
from cakupan.domain.records import Record, field
from etl.families import Family, Shape
from etl.readers.workbook import Areas, CellValue, Row
from etl.shape.body import Body
from etl.shape.columns import Columns
from etl.shape.heading import Statement
from etl.vocabulary import Role

__all__ = ["Foreign", "Row", "Statement", "Table"]


class Table(Record, frozen=True):
    """A table of ours, or a part of one that a year or a unit in between sets off.

    ``header`` is the zero-based row that its columns' labels end in. ``body`` holds the rows below
    it that hold anything, each with its zero-based number and at least as wide as the header.
    ``percents`` are cells shown as percent. ``undecided`` are periods that its titles and the name
    of its sheet contradict each other about. ``rulings`` are what a person said of single places.
    """

    sheet: str
    header: int
    columns: Columns
    family: Family
    says: Mapping[Role, Statement]
    body: Body
    shape: Shape
    percents: Areas = field(default_factory=Areas)
    undecided: tuple[Period, ...] = ()
    table_numbers: tuple[str, str] | None = None
    rulings: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_place(self) -> bool:
        """Whether a column or a line says which region the figures are of."""
        said = {Role.REGION_CODE, Role.REGION_NAME, Role.PROVINCE_CODE, Role.PROVINCE_NAME}
        return self.columns.has_region or bool(said & set(self.says))

    def cells(self, index: int) -> Sequence[CellValue]:
        """The cells of one column."""
        return self.body.column(index)


class Foreign(Record, frozen=True):
    """A table of another subject: ``value`` at ``cell`` says which. ``columns`` hold its numbers.

    It is read no further, but damage that shows in it is told.
    """

    sheet: str
    cell: str
    value: str
    topic: str
    table: Table
