"""What all forms of one region share: its rows, its words, its kinds of cells."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from cakupan.domain.awards import AwardCriterion
from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.records import Record
from cakupan.domain.reference import Denominator, Framework, Programme, Publisher, Reference, Term
from cakupan.domain.regions import Region, RegionKind
from cakupan.domain.sheets import Cell
from cakupan.domain.templates import Entry, EntryKind, TemplateColumn, TemplateLine
from cakupan.texts import Words

_YEARS = 5
# Figures do not cease to hold; only targets do.
MATURITIES = tuple(one for one in Maturity if one is not Maturity.RETIRED)


_Named = Programme | Term | Framework | Denominator | Publisher | AwardCriterion


class Form(Record, frozen=True):
    """One region and year. Every word comes from texts/ under ``templates``."""

    reference: Reference
    region: Region
    year: int
    say: Words

    @property
    def years(self) -> range:
        """The last five years, the form's own year last."""
        return range(self.year - _YEARS + 1, self.year + 1)

    @property
    def parts(self) -> tuple[Region, ...]:
        """The kabupaten and kota whose rows are printed, in code order."""
        directory = self.reference.directory
        if self.region.kind is RegionKind.NATION:
            return tuple(
                part for one in directory.provinces() for part in directory.parts(one.code)
            )
        return directory.parts(self.region.code) or (self.region,)

    @property
    def place_widths(self) -> dict[str, int]:
        """Columns of a row's region; over all of Indonesia the province is one of them."""
        province = {"province": 26} if self.region.kind is RegionKind.NATION else {}
        return {"code": 13, **province, "part": 36}

    @property
    def place_columns(self) -> tuple[TemplateColumn, ...]:
        """The columns of ``place_cells``."""
        return tuple(self.column(name, width) for name, width in self.place_widths.items())

    def place_cells(self, part: Region) -> tuple[Cell, ...]:
        """The printed cells that say which region a row is."""
        if self.region.kind is not RegionKind.NATION:
            return part.code, part.name
        return part.code, self.reference.directory[part.code[:2]].name, part.name

    def text(self, key: str, **fields: object) -> str:
        """A sentence of ``templates``; region and years are always at hand."""
        return self.say(
            f"templates.{key}",
            **{"region": self.region.name, "first": self.years[0], "year": self.year} | fields,
        )

    def file_name(self, book: str) -> str:
        """The file name: the region in small letters without spaces."""
        place = re.sub(r"[^a-z0-9]+", "_", self.region.name.casefold()).strip("_")
        return self.text(f"file.{book}", region=place)

    def column(self, name: str, width: int, entry: Entry | None = None) -> TemplateColumn:
        """A column under its own name."""
        return TemplateColumn(self.text(f"column.{name}"), width, entry)

    @property
    def scored(self) -> tuple[AwardCriterion, ...]:
        """The criteria that judges score."""
        return self.reference.scored_criteria

    def line(self, name: str, text: str = "", entry: Entry | None = None) -> TemplateLine:
        """A line above the table."""
        return TemplateLine(self.text(f"line.{name}"), text, entry)

    def title_line(self, sheet: str) -> TemplateLine:
        """The title of a sheet, which nobody changes."""
        return self.line("title", self.text(f"line_title.{sheet}"))

    def publisher_line(self, publisher_id: str) -> TemplateLine:
        """Who publishes the figures: known publishers are offered."""
        names = {one.id: one.name_id for one in self.reference.publishers}
        return self.line("publisher", names[publisher_id], self.publishers())

    def maturity_line(self) -> TemplateLine:
        """Final, unless said otherwise."""
        entry = self.choice("maturity", MATURITIES, hint="maturity")
        return self.line("maturity", self.text("maturity.final"), entry)

    def citation_line(self) -> TemplateLine:
        """Where the figures come from, to be written by whoever fills in the form."""
        return self.line("citation", "", self.words("citation"))

    def measure_line(self, measure: Measure) -> TemplateLine:
        """What the sheet counts, which nobody changes."""
        return self.line("measure", self.text(f"measure.{measure}"))

    def unit_line(self, *units: str) -> TemplateLine:
        """The unit of all figures; several can be chosen from."""
        entry = self.choice("unit", units) if len(units) > 1 else None
        return self.line("unit", self.text(f"unit.{units[0]}"), entry)

    def period_line(self) -> TemplateLine:
        """The period of all figures, to be written by whoever fills in the form."""
        return self.line("period", "", self.words("period"))

    def words(self, hint: str = "", *, optional: bool = False) -> Entry:
        """A free text."""
        shown = self.text(f"hint.{hint}") if hint else ""
        return Entry(EntryKind.TEXT, hint=shown, optional=optional)

    def number(self, hint: str = "", *, optional: bool = False) -> Entry:
        """A number from zero up, with decimals where it has any."""
        return Entry(
            EntryKind.NUMBER,
            hint=self.text(f"hint.{hint}") if hint else "",
            complaint=self.text("complaint.number"),
            optional=optional,
        )

    def offer(self, terms: Iterable[_Named], *, hint: str = "", optional: bool = False) -> Entry:
        """Names of a list are offered, other words are taken."""
        return self.offered([term.name_id for term in terms], hint=hint, optional=optional)

    def offered(self, names: Sequence[str], *, hint: str, optional: bool = False) -> Entry:
        """These words are offered, others are taken."""
        shown = self.text(f"hint.{hint}") if hint else ""
        return Entry(EntryKind.OFFER, hint=shown, choices=tuple(names), optional=optional)

    def regions(self) -> Entry:
        """The region itself and all below it, in code order."""
        directory, home = self.reference.directory, self.region
        parts = directory if home.kind is RegionKind.NATION else (home, *directory.parts(home.code))
        return self.one_of([self.region_name(one) for one in parts], hint="region")

    def region_name(self, region: Region) -> str:
        """A province is named as one: Gorontalo alone is a kabupaten, a kota and a province."""
        if region.kind is RegionKind.PROVINCE:
            return self.text("region.province", name=region.name)
        return region.name

    def publishers(self) -> Entry:
        """Known publishers are offered, others are taken."""
        return self.offer(self.reference.publishers, hint="publisher")

    def choice(
        self,
        table: str,
        members: Iterable[StrEnum | str],
        *,
        hint: str = "",
        optional: bool = False,
    ) -> Entry:
        """One of the words ``table`` has for these members; a member without a word is left out."""
        keys = [f"{table}.{member}" for member in members]
        words = tuple(self.text(key) for key in keys if f"templates.{key}" in self.say)
        return self.one_of(words, hint=hint, optional=optional)

    def one_of(self, words: Sequence[str], *, hint: str = "", optional: bool = False) -> Entry:
        """A closed list."""
        return Entry(
            EntryKind.CHOICE,
            hint=self.text(f"hint.{hint}") if hint else "",
            complaint=self.text("complaint.choice"),
            choices=tuple(words),
            optional=optional,
        )

    def count(self, *, least: int = 0, optional: bool = False) -> Entry:
        """A whole number of people, from ``least`` up."""
        complaint = self.text("complaint.count_from_one" if least else "complaint.count")
        return Entry(EntryKind.COUNT, complaint=complaint, least=least, optional=optional)
