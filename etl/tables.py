"""Every table of a workbook, read and checked by itself. Answers and the database stay outside."""

from collections.abc import Iterator, Mapping
from functools import partial

from cakupan.domain.figure_columns import Figures
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.records import Record, field, replace
from cakupan.domain.reference import Reference
from etl.asking import Need, need_of
from etl.checks.battery import check_sheet, check_table, mend_table
from etl.checks.totals import check_totals, find_totals
from etl.families import Families
from etl.finding_codes import Code, found
from etl.left_aside import left_aside
from etl.readers.workbook import Workbook
from etl.region_match import MatchProblem, RegionMatcher
from etl.rulings import NOTHING_TAUGHT, Taught
from etl.shape.damage import damage_in
from etl.shape.finding import find_tables
from etl.shape.lexicon import Lexicon
from etl.shape.places import Gazetteer
from etl.shape.rows import read_rows
from etl.shape.table import Foreign, Table

# What a table leaves unsaid: its questions wait where the rest of the workbook can be loaded.
_UNSAID = {
    Code.REGION_UNSTATED,
    Code.MEASURE_MISSING,
    Code.PERIOD_MISSING,
    Code.PUBLISHER_MISSING,
    Code.UNIT_MISSING,
    Code.FRAMEWORK_MISSING,
    Code.BASE_MISSING,
    Code.PAYER_MISSING,
    Code.CATEGORY_MISSING,
}


class Told(Record, frozen=True):
    """What one table, or the reason for none, tells."""

    findings: tuple[Finding, ...]
    table: Table | None = None
    figures: Figures = field(default_factory=Figures)
    need: Need | None = None
    taught: Taught = NOTHING_TAUGHT

    @property
    def lacks_region(self) -> bool:
        """Whether nothing says which region the table is of."""
        return any(finding.code == Code.REGION_UNSTATED for finding in self.findings)

    def waiting(self) -> "Told":
        """With questions that hold up nothing else."""
        findings = (
            replace(one, severity=Severity.NOTES) if one.code in _UNSAID else one
            for one in self.findings
        )
        return replace(self, findings=tuple(findings))


class TableReader:
    """Reads workbooks against one set of reference data."""

    def __init__(self, reference: Reference, families: Families) -> None:
        self.directory = reference.directory
        self.reference = reference
        self.matcher = RegionMatcher(self.directory, reference.aliases, reference.lineage)
        self._gazetteer = Gazetteer(self.directory, self.matcher, families.vocabulary)
        self.lexicon = Lexicon.of(families.vocabulary, reference)
        self._corrections = families.corrections

    def read(
        self,
        workbook: Workbook,
        families: Families,
        file_name: str,
        answers: Mapping[str, str],
    ) -> list[Told]:
        """What every table of the workbook tells, in their order.

        ``answers`` rule on single places; what they say of tables is in ``families``.
        """
        told: list[Told] = []
        tell = partial(self._told, answers=answers)
        for sheet in workbook.sheets:
            outcomes = find_tables(sheet, families, file_name, self.lexicon, self._is_region)
            told += [Told(tuple(check_sheet(sheet))), *map(tell, outcomes)]
        return told

    def _is_region(self, text: str) -> bool:
        match = self.matcher.by_name(text)
        return match.code is not None or match.problem is MatchProblem.AMBIGUOUS

    def _told(self, outcome: Table | Foreign | Finding, answers: Mapping[str, str]) -> Told:
        if isinstance(outcome, Finding):
            return Told((outcome,))
        if isinstance(outcome, Foreign):
            return Told(tuple(self._foreign(outcome)))
        ruled = replace(outcome, rulings=answers)
        table, mended = mend_table(ruled, self._corrections)
        reading = read_rows(table, self._gazetteer, self.lexicon)
        totals = find_totals(reading)
        summing = {total.place for total in totals}
        return Told(
            findings=(
                *left_aside(table),
                *mended,
                *reading.findings,
                *check_totals(reading, totals, self.directory),
                *check_table(reading, self.directory),
            ),
            table=table,
            figures=reading.readings.figures(table.sheet, without=summing),
            need=need_of(table, {finding.code for finding in reading.findings}),
            taught=reading.taught,
        )

    def _foreign(self, foreign: Foreign) -> Iterator[Finding]:
        yield found(
            Code.NOT_OURS,
            sheet=foreign.sheet,
            cell=foreign.cell,
            value=foreign.value,
            topic=foreign.topic,
        )
        yield from damage_in(foreign, self._gazetteer)
