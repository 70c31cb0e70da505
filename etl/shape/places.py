"""Which region a row speaks of: the code decides, the name is its witness, nothing is guessed.

No number is read here: the region cells of a row go in, a code or a problem comes out.
"""

from collections.abc import Collection, Iterable, Mapping

from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE, RegionDirectory, RegionKind
from cakupan.texts.number_format import MISSING
from etl.finding_codes import Code
from etl.readers.workbook import CellValue
from etl.region_match import CodeAuthority, MatchProblem, RegionMatch, RegionMatcher
from etl.region_names import marked
from etl.shape.body import Body
from etl.shape.cells import cell_text, error_in, is_blank
from etl.shape.columns import REGION_ROLES
from etl.shape.naming import NamedRow, Naming, naming_of
from etl.shape.place_rulings import PlaceRulings
from etl.shape.problems import Problem
from etl.shape.table import Row, Table
from etl.vocabulary import Role, Vocabulary, label

_CODES = {
    MatchProblem.UNKNOWN: Code.REGION_UNKNOWN,
    MatchProblem.AMBIGUOUS: Code.REGION_AMBIGUOUS,
    MatchProblem.LOOKALIKE: Code.REGION_LOOKALIKE,
    MatchProblem.CODE_NAME_CONFLICT: Code.REGION_CONFLICT,
}
_PARTS = frozenset({RegionKind.KABUPATEN, RegionKind.KOTA})
_WHOLES = frozenset({RegionKind.PROVINCE, RegionKind.NATION})
_PLACE_ROLES = (*REGION_ROLES, Role.LEVEL)
_OF_PROVINCE = (Role.PROVINCE_CODE, Role.PROVINCE_NAME)
Cells = Mapping[Role, CellValue]


class Gazetteer(Record, frozen=True):
    """What finds regions: the directory, the matcher built on it, and the words of tables."""

    directory: RegionDirectory
    matcher: RegionMatcher
    vocabulary: Vocabulary


class Place(Record, frozen=True):
    """The region of a row. ``sums`` marks a bare "Jumlah", whose region its parts will tell.

    ``code`` is empty where there is none; then ``problem`` says why, unless the row sums.
    ``match`` holds the regions of a name in doubt, which the names beside it may settle.
    """

    code: str = ""
    sums: bool = False
    problem: Problem | None = None
    note: Problem | None = None
    match: RegionMatch | None = None


class PlaceReader:
    """Reads the region cells of one table's rows; equal cells are looked up once."""

    def __init__(self, table: Table, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._matcher = gazetteer.matcher
        self._family = table.family
        self._columns = {
            role: table.columns.roles[role] for role in _PLACE_ROLES if role in table.columns.roles
        }
        # A table of provinces only has its names, and perhaps its codes, in the province's columns.
        self._own = (
            Role.REGION_CODE if Role.REGION_CODE in self._columns else Role.PROVINCE_CODE,
            Role.REGION_NAME if Role.REGION_NAME in self._columns else Role.PROVINCE_NAME,
        )
        self._names_provinces = any(role in self._columns for role in _OF_PROVINCE)
        self._above = {
            role: said.value for role, said in table.says.items() if role in _PLACE_ROLES
        }
        self._beside = [
            index for role, index in table.columns.roles.items() if role not in _PLACE_ROLES
        ]
        self._authority = table.family.code_authority or self._infer(table)
        self._naming = self._names_prove(table)
        self._seen: dict[tuple[CellValue, ...], Place] = {}
        self._rulings = PlaceRulings(table, self._columns, self._naming, gazetteer.directory)
        self._stated = None if table.columns.has_region else self._ruled(self._read_above(table), 0)

    def of(self, number: int, row: Row) -> Place:
        """The region of this row."""
        place = self.by_cells(tuple(row[index] for index in self._columns.values()))
        if self._stated is not None:
            return place
        if place.match is not None:
            place = self._settled(place.match, number, row)
        return self._ruled(place, number)

    def cells(self, body: Body) -> Iterable[tuple[CellValue, ...]]:
        """The cells of each row that say its region."""
        columns = [body.column(index) for index in self._columns.values()]
        return zip(*columns, strict=True) if columns else [()] * len(body)

    def by_cells(self, cells: tuple[CellValue, ...]) -> Place:
        """What the cells of a row say by themselves, whatever stands around it."""
        if self._stated is not None:
            return self._stated
        if cells not in self._seen:
            self._seen[cells] = self._read(dict(zip(self._columns, cells, strict=True)))
        return self._seen[cells]

    def _settled(self, match: RegionMatch, number: int, row: Row) -> Place:
        """A name in doubt, in the light of its neighbours."""
        named = self._named_row(number, row)
        settled = self._naming.settle(match, named)
        if settled.code is not None:
            return Place(settled.code)
        return Place(problem=self._problem(settled, self._own[1], named.name))

    def _ruled(self, place: Place, number: int) -> Place:
        """A place that stays open, as a person said."""
        if place.problem is None:
            return place
        settled = self._rulings.settle(place.problem, number)
        if settled is place.problem:
            return place
        return Place(settled) if isinstance(settled, str) else Place(problem=settled)

    @property
    def names(self) -> Mapping[str, str]:
        """The names that rulings were given for, with their regions."""
        return self._rulings.names

    def _named_row(self, number: int, row: Row) -> NamedRow:
        name = cell_text(row[self._columns[self._own[1]]])
        province = tuple(row[self._columns[role]] for role in _OF_PROVINCE if role in self._columns)
        return NamedRow(number, name, tuple(row[index] for index in self._beside), province)

    def _names_prove(self, table: Table) -> Naming:
        """Where names stand alone, what all of them prove of each."""
        if self._own[0] in self._columns or self._own[1] not in self._columns:
            return Naming()
        rows = (self._named_row(number, row) for number, row in table.body)
        return naming_of(rows, self._matcher, self._gazetteer.directory)

    def _read_above(self, table: Table) -> Place:
        """The region of a table that says it for all of its rows, or leaves it unsaid."""
        region = {Role.REGION_CODE, Role.REGION_NAME} & set(self._above)
        roles = (Role.REGION_CODE, Role.REGION_NAME) if region else _OF_PROVINCE
        code, name = (cell_text(self._above.get(role)) for role in roles)
        if not code and not name:
            return Place(problem=Problem(Code.REGION_UNSTATED))
        if not _has_digit(code):
            return self._by_name({}, name or code, roles[1], None)
        if table.says[roles[0]].cell is None and self._authority is None:
            # Not the file's code but a person's answer, and those are the codes of this house.
            self._authority = CodeAuthority.KEMENDAGRI
        return self._by_code(code, name, roles, None)

    def _infer(self, table: Table) -> CodeAuthority | None:
        """Whose codes the table uses, told by the names beside them."""
        code, name = (self._columns.get(role) for role in self._own)
        if code is None or name is None:
            return None
        named = set(zip(table.cells(code), table.cells(name), strict=True))
        pairs = {(one, cell_text(text)) for one, text in named}
        return self._matcher.infer_authority(pairs)

    def _read(self, cells: Cells) -> Place:
        level = self._gazetteer.vocabulary.levels.get(label(cell_text(cells.get(Role.LEVEL))))
        if level is RegionKind.NATION:
            return Place(NATION_CODE)
        roles = self._own
        is_province = level is RegionKind.PROVINCE
        if is_province or not any(cell_text(cells.get(role)) for role in roles):
            roles = _OF_PROVINCE if self._names_provinces else roles
        code, name = (cell_text(cells.get(role)) for role in roles)
        if not _has_digit(code):
            # Where cells are merged, "INDONESIA" stands in the column of the codes.
            return self._by_name(cells, name or code, roles[1] if name else roles[0], level)
        return self._by_code(code, name, roles, level)

    def _by_name(self, cells: Cells, name: str, role: Role, level: RegionKind | None) -> Place:
        if not name:
            return Place(problem=Problem(Code.REGION_MISSING, role))
        if label(name) in self._gazetteer.vocabulary.totals:
            return Place(sums=True)
        match = self._named(cells, name, role, level)
        if match.code is None:
            settling = match.problem is MatchProblem.AMBIGUOUS and role is self._own[1]
            problem = self._problem(match, role, name)
            return Place(problem=problem, match=match if settling else None)
        return Place(match.code, match=match if name in self._naming.doubtful else None)

    def _named(self, cells: Cells, name: str, role: Role, level: RegionKind | None) -> RegionMatch:
        kinds: Collection[RegionKind] | None = None if level is None else {level}
        if level is None and role in _OF_PROVINCE:
            kinds = _WHOLES
        elif level is None and Role.PROVINCE_NAME in self._columns:
            kinds = _PARTS
        province = self._province(cells)
        match = self._matcher.by_name(
            name,
            province_code=province,
            bare_is_kabupaten=self._family.bare_is_kabupaten,
            kinds=kinds,
        )
        if kinds is _PARTS and match.problem is MatchProblem.UNKNOWN:
            # The province's own row repeats its name in the column of its parts.
            return self._matcher.by_name(name, province_code=province)
        return match

    def _province(self, cells: Cells) -> str | None:
        """The province that the row, or a line above the table, names; None where none does."""
        said = {**self._above, **{role: cell for role, cell in cells.items() if not is_blank(cell)}}
        name = cell_text(said.get(Role.PROVINCE_NAME))
        if name:
            return self._matcher.by_name(name, kinds={RegionKind.PROVINCE}).code
        code = cell_text(said.get(Role.PROVINCE_CODE))
        return self._coded(code, "").code if _has_digit(code) else None

    def _by_code(
        self, code: str, name: str, roles: tuple[Role, Role], level: RegionKind | None
    ) -> Place:
        match = self._coded(code, name)
        if match.code is None:
            conflict = match.problem is MatchProblem.CODE_NAME_CONFLICT
            role, value = (roles[1], name) if conflict else (roles[0], code)
            return Place(problem=self._problem(match, role, value))
        if not name:
            return Place(match.code)
        region = self._gazetteer.directory[match.code]
        named = self._matcher.by_name(name)
        if named.problem is MatchProblem.UNKNOWN and match.code not in named.candidates:
            stranger = RegionMatch(None, MatchProblem.CODE_NAME_CONFLICT, (match.code,))
            return Place(problem=self._problem(stranger, roles[1], name))
        if named.problem is MatchProblem.UNKNOWN or level not in (None, region.kind):
            return Place(
                match.code,
                note=Problem(Code.REGION_NAME_DIFFERS, roles[1], name, {"region": region.name}),
            )
        return Place(match.code)

    def _coded(self, code: str, name: str) -> RegionMatch:
        """The region of a code. Where nothing tells whose code it is, both readings must agree."""
        # Only Kemendagri writes a dot.
        authority = self._authority or (CodeAuthority.KEMENDAGRI if "." in code else None)
        if authority is not None:
            return self._matcher.by_code_and_name(code, name, authority=authority)
        both = [self._matcher.by_code_and_name(code, name, authority=one) for one in CodeAuthority]
        codes = sorted({match.code for match in both if match.code is not None})
        if len(codes) > 1 or (codes and not name and None in {match.code for match in both}):
            return RegionMatch(None, MatchProblem.AMBIGUOUS, tuple(codes))
        return next((match for match in both if match.code is not None), both[0])

    def _problem(self, match: RegionMatch, role: Role, value: str) -> Problem:
        directory = self._gazetteer.directory
        near = ", ".join(f"{code} {directory[code].name}" for code in match.candidates)
        problem = match.problem or MatchProblem.UNKNOWN
        if problem is MatchProblem.UNKNOWN and error_in(value):
            return Problem(Code.CELL_ERROR, role, value)
        details = {"candidates": near or MISSING, "codes": " ".join(match.candidates)}
        if problem is MatchProblem.LOOKALIKE:
            details["marked"] = marked(value)
        return Problem(_CODES[problem], role, value, details)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
