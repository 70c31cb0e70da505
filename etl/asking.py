"""What a table leaves unsaid, as questions with the answers that its file suggests. None is taken.

A file's name may propose a period or a region; names lie, so a person has to agree.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePath

from cakupan.domain.measures import Measure
from cakupan.domain.questions import Choice, Question
from cakupan.domain.records import Record, replace
from cakupan.domain.reference import Denominator, Framework, Publisher, Reference, Term
from cakupan.domain.regions import RegionDirectory, RegionKind
from etl.finding_codes import Code
from etl.period_text import find_period, read_period
from etl.region_match import MatchProblem, RegionMatcher
from etl.shape.cells import cell_text, is_blank
from etl.shape.columns import UnreadColumn
from etl.shape.table import Table
from etl.vocabulary import Role, label

MEASURE, PERIOD, REGION = "measure", "period", "region"
PUBLISHER, UNIT = "publisher", "unit"
FRAMEWORK, BASE, PAYER, CATEGORY = "framework", "base", "payer", "category"
# Findings that a question of the whole table stands for, and what it asks.
ASKED = {
    Code.MEASURE_MISSING.value: MEASURE,
    Code.PERIOD_MISSING.value: PERIOD,
    Code.REGION_UNSTATED.value: REGION,
    Code.PUBLISHER_MISSING.value: PUBLISHER,
    Code.UNIT_MISSING.value: UNIT,
    Code.FRAMEWORK_MISSING.value: FRAMEWORK,
    Code.BASE_MISSING.value: BASE,
    Code.PAYER_MISSING.value: PAYER,
    Code.CATEGORY_MISSING.value: CATEGORY,
}
# What an answer says of the whole table, as a line above it would.
SAYS = {
    MEASURE: Role.MEASURE,
    PUBLISHER: Role.PUBLISHER,
    UNIT: Role.UNIT,
    FRAMEWORK: Role.GROUP,
    BASE: Role.PROGRAMME,
    PAYER: Role.PROGRAMME,
    CATEGORY: Role.GROUP,
}
_SAYING = {
    PERIOD: frozenset({Role.PERIOD, Role.YEAR}),
    **{name: frozenset({role}) for name, role in SAYS.items()},
}
_UNITS = ("persen", "rasio", "kasus", "anak", "rupiah", "juta rupiah")
REMEMBERED = frozenset({REGION, *SAYS})
_OPEN = frozenset({PERIOD, REGION, PUBLISHER})
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LOOK_AT = 40
_LONGEST_NAME = 4


class Need(Record, frozen=True):
    """A table and what it leaves unsaid, by the ids of its questions."""

    table: Table
    unsaid: tuple[str, ...]


def need_of(table: Table, codes: Collection[str]) -> Need | None:
    """What a table needs to be told; None where its findings ask for nothing of the kind."""
    unsaid = tuple(
        name
        for code, name in ASKED.items()
        # Where a column says it, but not in every row, the row has to be mended.
        if code in codes and not _SAYING.get(name, frozenset()) & set(table.columns.roles)
    )
    return Need(table, unsaid) if unsaid else None


def joined(needs: Iterable[Need]) -> list[Need]:
    """The needs of each shape in one."""
    together: dict[str, Need] = {}
    for need in needs:
        before = together.setdefault(need.table.shape.id, need)
        unsaid = tuple(dict.fromkeys((*before.unsaid, *need.unsaid)))
        together[need.table.shape.id] = replace(before, unsaid=unsaid)
    return list(together.values())


def question_ids(needs: Sequence[Need]) -> dict[tuple[str, str], str]:
    """The id of each question, by the shape of its table and what is asked.

    Tables of one shape are asked once. Where two shapes leave the same unsaid, an id also names
    the sheet, so that no answer is taken for a table that it was not given for.
    """
    shapes: dict[str, dict[str, str]] = {}
    for need in needs:
        for name in need.unsaid:
            shapes.setdefault(name, {}).setdefault(need.table.shape.id, need.table.sheet)
    return {
        (shape, name): name if len(sheets) == 1 else f"{name}@{sheet}"
        for name, sheets in shapes.items()
        for shape, sheet in sheets.items()
    }


class Asker:
    """Puts the questions of one file."""

    def __init__(
        self,
        file_name: str,
        matcher: RegionMatcher,
        directory: RegionDirectory,
        reference: Reference,
    ) -> None:
        self._file_name = PurePath(file_name).stem
        self._matcher = matcher
        self._directory = directory
        self._fixed = {
            MEASURE: [Choice(one.value, key=f"ringkasan.measure.{one.value}") for one in Measure],
            **{
                name: [Choice(one.id, text=one.name_id) for one in rows]
                for name, rows in _listed(reference).items()
            },
            UNIT: [Choice(unit, key=f"questions.units.{unit.split()[0]}") for unit in _UNITS],
        }

    def questions(
        self, needs: Sequence[Need], ids: Mapping[tuple[str, str], str], *, needed: bool
    ) -> tuple[Question, ...]:
        """Each question once, in the order of the tables; ``ids`` as ``question_ids`` gave them."""
        asked: dict[str, Question] = {}
        for need in needs:
            for name in need.unsaid:
                key = ids[need.table.shape.id, name]
                asked.setdefault(
                    key,
                    Question(
                        id=key,
                        key=f"questions.{name}",
                        sheet=need.table.sheet,
                        choices=tuple(self._choices(name, need.table)),
                        open=name in _OPEN,
                        needed=needed,
                    ),
                )
        return tuple(asked.values())

    def _choices(self, name: str, table: Table) -> Iterator[Choice]:
        if name in self._fixed:
            yield from self._fixed[name]
            return
        holds = _holds_period if name == PERIOD else self._holds_region
        for column in table.columns.unread:
            cells = [row[column.index] for _, row in islice(table.body, _LOOK_AT)]
            filled = [cell for cell in cells if not is_blank(cell)]
            if filled and 2 * sum(holds(cell_text(cell)) for cell in filled) > len(filled):
                yield _column(column)
        yield from self._periods(table) if name == PERIOD else self._regions(table)

    def _holds_region(self, text: str) -> bool:
        match = self._matcher.by_name(text)
        return match.code is not None or match.problem is MatchProblem.AMBIGUOUS

    def _periods(self, table: Table) -> Iterator[Choice]:
        """Periods that the titles disagree about, and those in the file's name."""
        told = [period.text for period in table.undecided]
        period, _ = find_period(self._file_name)
        told += [period.text] if period else _YEARS.findall(self._file_name)
        yield from (Choice(text, text=text) for text in dict.fromkeys(told))

    def _regions(self, table: Table) -> Iterator[Choice]:
        """Provinces and regions that the file's name, or the sheet's, holds the names of."""
        found: dict[str, None] = {}
        for text in (table.sheet, self._file_name):
            words = label(text).split()
            for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
                for start in range(len(words) - size + 1):
                    code = self._matcher.by_name(" ".join(words[start : start + size])).code
                    if code is not None and self._is_stated(code, size):
                        found.setdefault(code)
        yield from (Choice(code, text=f"{code} {self._directory[code].name}") for code in found)

    def _is_stated(self, code: str, words: int) -> bool:
        """A province in one word; of other regions more is asked, for many are common words."""
        return self._directory[code].kind is RegionKind.PROVINCE or words > 1


def _listed(
    reference: Reference,
) -> dict[str, Sequence[Publisher | Framework | Denominator | Term]]:
    """What is chosen from lists of the reference data."""
    return {
        PUBLISHER: reference.publishers,
        FRAMEWORK: reference.frameworks,
        BASE: reference.denominators,
        PAYER: reference.payers,
        CATEGORY: reference.award_categories,
    }


def _column(column: UnreadColumn) -> Choice:
    return Choice(column.header, text=f"“{column.header}”")


def _holds_period(text: str) -> bool:
    return read_period(text) is not None
