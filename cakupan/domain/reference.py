"""Reference data as types: denominators, targets, segments, programmes, lists, rules."""

from collections.abc import Mapping
from decimal import Decimal

from cakupan.domain.awards import AwardCriterion, AwardEvent, AwardSize, CriterionSource
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionAlias, RegionDirectory


class Denominator(Record, frozen=True):
    """A base that coverage can be measured against; the reader switches between them."""

    id: str
    measure: Measure
    name_id: str
    name_en: str
    short_id: str
    short_en: str
    source_id: str
    source_en: str


class Target(Record, frozen=True):
    """A stated aim. ``year`` is missing for "dalam waktu dekat"; ``ratio`` is 0.65 for 65%."""

    id: str
    region_code: str
    framework: str
    year: int | None
    ratio: Decimal
    denominator: str
    citation: str
    note_id: str
    note_en: str

    def due(self) -> Period | None:
        """A target year T means 31 December of T."""
        return None if self.year is None else Period(f"{self.year:04d}-12-31")


class Framework(Record, frozen=True):
    """A family of targets (RPJMD, UCJ …) in the order the ladder shows them."""

    id: str
    name_id: str
    name_en: str


class SegmentInfo(Record, frozen=True):
    """Long and short names of a segment."""

    segment: Segment
    name_id: str
    name_en: str
    short_id: str
    short_en: str


class Programme(Record, frozen=True):
    """A benefit programme (JKK, JKM, JHT, JP, JKP)."""

    id: str
    name_id: str
    name_en: str


class Term(Record, frozen=True):
    """One entry of a list that figures name by its id: a group of workers, a payer, a level."""

    id: str
    name_id: str
    name_en: str


class Publisher(Record, frozen=True):
    """Who publishes figures. ``in_series`` says whether their figures may be charted as a line."""

    id: str
    name_id: str
    name_en: str
    in_series: bool


class Regulation(Record, frozen=True):
    """A rule that targets and programmes rest on."""

    id: str
    title_id: str
    title_en: str
    year: int
    region_code: str
    status: str
    about_id: str
    about_en: str


class Lineage(Record, frozen=True):
    """One rename, re-coding or split in a region's past."""

    code: str
    event: str
    year: int
    old_code: str
    old_name: str
    note: str


class Tile(Record, frozen=True):
    """The square of a kabupaten or kota in the tile map, as (column, row) from the top left."""

    in_nation: tuple[int, int]
    in_province: tuple[int, int]


class Reference(Record, frozen=True):
    """Everything of data/reference/, read once at the start and handed in where it is needed."""

    directory: RegionDirectory
    aliases: tuple[RegionAlias, ...]
    lineage: tuple[Lineage, ...]
    segments: tuple[SegmentInfo, ...]
    programmes: tuple[Programme, ...]
    publishers: tuple[Publisher, ...]
    denominators: tuple[Denominator, ...]
    frameworks: tuple[Framework, ...]
    targets: tuple[Target, ...]
    regulations: tuple[Regulation, ...]
    tiles: Mapping[str, Tile]
    worker_groups: tuple[Term, ...]
    combined_groups: tuple[Term, ...]
    employment_kinds: tuple[Term, ...]
    payers: tuple[Term, ...]
    scholarship_levels: tuple[Term, ...]
    award_categories: tuple[Term, ...]
    award_criteria: tuple[AwardCriterion, ...]
    award_documents: tuple[Term, ...]
    award_events: tuple[AwardEvent, ...]
    award_sizes: tuple[AwardSize, ...]

    @property
    def group_names(self) -> tuple[Term, ...]:
        """Groups to choose from, and those that sources publish only together with others."""
        return (*self.worker_groups, *self.combined_groups)

    @property
    def scored_criteria(self) -> tuple[AwardCriterion, ...]:
        """The criteria of awards that judges score."""
        return tuple(one for one in self.award_criteria if one.source is CriterionSource.SCORED)

    def denominator(self, denominator_id: str) -> Denominator:
        """The denominator of this id; ``KeyError`` where there is none."""
        for denominator in self.denominators:
            if denominator.id == denominator_id:
                return denominator
        raise KeyError(denominator_id)
