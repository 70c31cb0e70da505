"""The workbooks of sample claims, scholarships, vulnerable workers and the programme ledger."""

from collections.abc import Callable, Iterable, Mapping

from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region, RegionDirectory
from cakupan.domain.sheets import Cell, SampleBook, SampleSheet
from cakupan.texts.date_format import period
from etl.samples.eligible import Base
from etl.samples.facts import Facts
from etl.samples.programmes import (
    GRANTS,
    LEVELS,
    PROGRAMMES,
    ClaimCells,
    claims,
    months,
    scholarships,
)
from etl.samples.vulnerable import GROUPS, YEARS, Counts, vulnerable
from etl.samples.wording import Wording

SCHOLARSHIP_YEARS = (2023, 2024)
Numbers = tuple[int, ...]
Counted = Callable[[Region], Numbers]


class ProgrammeBooks:
    """Builds the books of the sample provinces; ``bases`` are their eligible workers."""

    def __init__(
        self,
        bases: Mapping[Region, Base],
        facts: Facts,
        directory: RegionDirectory,
        wording: Wording,
    ) -> None:
        self._bases = bases
        self._facts = facts
        self._directory = directory
        self._wording = wording

    def all(self) -> tuple[SampleBook, ...]:
        """Every book."""
        return (self._claims(), self._scholarships(), self._vulnerable(), self._ledger())

    def _claims(self) -> SampleBook:
        cells: ClaimCells = {}
        for province in self._bases:
            cells |= claims(province.code, self._codes(province), self._facts)

        def of(place: int, month: Period) -> Counted:
            return lambda part: tuple(
                cells[month, part.code, programme][place] for programme in PROGRAMMES
            )

        sheets = [
            self._sheet(
                name,
                ((period(month, Language.ID, short=True), of(place, month)) for month in months()),
            )
            for place, name in enumerate(("claims", "claims_idr"))
        ]
        return self._wording.book("claims", *sheets)

    def _scholarships(self) -> SampleBook:
        children: dict[tuple[int, str, str], int] = {}
        for province in self._bases:
            for year in SCHOLARSHIP_YEARS:
                found = scholarships(province.code, self._codes(province), year, self._facts)
                children |= {(year, *key): count for key, count in found.items()}

        def of(year: int, grants: Mapping[str, int]) -> Counted:
            return lambda part: tuple(
                children[year, part.code, level] * grants[level] for level in LEVELS
            )

        one_each = dict.fromkeys(LEVELS, 1)
        sheets = [
            self._sheet(name, ((str(year), of(year, grants)) for year in SCHOLARSHIP_YEARS))
            for name, grants in (("scholarships", one_each), ("scholarships_idr", GRANTS))
        ]
        return self._wording.book("scholarships", *sheets)

    def _vulnerable(self) -> SampleBook:
        counts: dict[tuple[int, str], Counts] = {
            (year, code): vulnerable(code, year, base, self._facts)
            for province, base in self._bases.items()
            for year in YEARS
            for code in self._codes(province)
        }

        def of(place: int, year: int) -> Counted:
            return lambda part: tuple(counts[year, part.code][group][place] for group in GROUPS)

        sheets = [
            self._sheet(name, ((str(year), of(place, year)) for year in YEARS))
            for place, name in enumerate(("vulnerable", "vulnerable_registered"))
        ]
        return self._wording.book("vulnerable", *sheets)

    def _ledger(self) -> SampleBook:
        word = self._wording.word
        rows: list[tuple[Cell, ...]] = [
            (
                line.code,
                self._directory[line.code].name,
                word("groups", line.group),
                word("payers", line.payer),
                period(line.start, Language.ID, short=True),
                line.workers,
                line.rupiah_a_month,
                line.months,
                line.citation,
            )
            for line in self._facts.ledger
        ]
        return self._wording.book("ledger", self._wording.sheet("ledger", rows, sample=True))

    def _sheet(self, name: str, blocks: Iterable[tuple[str, Counted]]) -> SampleSheet:
        """A block a period: each province's total, then its parts; sums on both margins."""
        rows: list[tuple[Cell, ...]] = []
        totals: list[int] = []
        for label, counted in blocks:
            for province in self._bases:
                parts = {part: counted(part) for part in self._directory.parts(province.code)}
                whole = tuple(sum(column) for column in zip(*parts.values(), strict=True))
                totals.append(len(rows))
                heading = (province.code, self._wording.total_name(province), label)
                rows.append((*heading, *whole, sum(whole)))
                rows += [
                    (part.code, part.name, label, *numbers, sum(numbers))
                    for part, numbers in parts.items()
                ]
        return self._wording.sheet(name, rows, total_rows=totals, sample=True)

    def _codes(self, province: Region) -> tuple[str, ...]:
        return tuple(part.code for part in self._directory.parts(province.code))
