"""Names of regions that stay open, as a person ruled on them, or as was ruled for this family."""

from collections.abc import Mapping

from cakupan.domain.records import replace
from cakupan.domain.regions import RegionDirectory
from etl.finding_codes import Code
from etl.readers.workbook import cell_address
from etl.rulings import LEFT_OUT, ruling
from etl.shape.naming import Naming
from etl.shape.problems import Problem
from etl.shape.table import Table
from etl.vocabulary import Role, label

_RULED = frozenset({Code.REGION_AMBIGUOUS, Code.REGION_UNKNOWN})
_CODE_ROLES = (Role.REGION_CODE, Role.PROVINCE_CODE)


class PlaceRulings:
    """Rulings on one table's names of regions. ``names`` are those given, with their codes."""

    def __init__(
        self, table: Table, columns: Mapping[Role, int], naming: Naming, directory: RegionDirectory
    ) -> None:
        self.names: dict[str, str] = {}
        self._table = table
        self._columns = columns
        self._naming = naming
        self._directory = directory
        self._asked: dict[tuple[Role | None, str | None], int] = {}

    def settle(self, problem: Problem, number: int) -> str | Problem:
        """The code of a region, or the problem; an open one tells the cell it is asked about at."""
        if problem.code not in _RULED or _is_unknown_code(problem):
            return problem
        at = self._at(problem, number)
        said = ruling(self._table.rulings, problem.code, self._table.sheet, at)
        # A name that stands for several regions here means another one in each row.
        name = "" if problem.value in self._naming.doubtful else problem.value or ""
        if self._can_be(problem, said):
            self.names |= {name: said} if name else {}
            return said
        if said == LEFT_OUT:
            return Problem(Code.ROW_LEFT_OUT, problem.role, problem.value)
        known = self._table.family.names.get(label(name), "")
        if self._can_be(problem, known):
            return known
        kept = {"kept": "yes"} if name else {}
        return replace(problem, details={**problem.details, "at": at, **kept})

    def _can_be(self, problem: Problem, code: str) -> bool:
        """Whether the name can mean this region: one of several, or any where nobody knows it."""
        if problem.code is Code.REGION_UNKNOWN:
            return code in self._directory
        return code in str(problem.details["codes"]).split()

    def _at(self, problem: Problem, number: int) -> str:
        """The cell that stands for all that one ruling is for."""
        if problem.role is None or problem.role not in self._columns:
            said = None if problem.role is None else self._table.says.get(problem.role)
            return "" if said is None else said.cell or ""
        first = self._asked.setdefault((problem.role, problem.value), number)
        if problem.role in (Role.REGION_NAME, Role.PROVINCE_NAME):
            first = self._naming.first.get(number, first)
        return cell_address(first, self._columns[problem.role])


def _is_unknown_code(problem: Problem) -> bool:
    """Whether a code is mistaken: that is mended where it stands, for a name beside it may be."""
    return problem.code is Code.REGION_UNKNOWN and problem.role in _CODE_ROLES
