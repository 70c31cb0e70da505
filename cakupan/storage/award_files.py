"""Readers of award_criteria.csv, award_events.csv and award_sizes.csv."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TypeVar

from cakupan.domain.awards import AwardCriterion, AwardEvent, AwardSize, CriterionSource, Stage
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory
from cakupan.domain.weekdays import WEEKDAYS
from cakupan.storage.csv_rows import CsvRow, read_rows

T = TypeVar("T")
_CRITERION = ("id", "name_id", "name_en", "source", "weight")
_SIZE = ("id", "level", "name_id", "name_en", "least")
_LEVELS = ("province", "regency")
_EVENT = (
    *("id", "region_code", "award_year", "assessed_year", "cut_off", "ceremony", "weekday"),
    *("criteria", "stages", "jury_id", "jury_en", "categories", "categories_id", "categories_en"),
    *("regulation", "citation", "note_id", "note_en"),
)


def award_criteria(path: Path) -> tuple[AwardCriterion, ...]:
    """award_criteria.csv, in the order of the screen; a computed one has a weight of 0 to 100."""
    return tuple(_criterion(row) for row in read_rows(path, _CRITERION, unique=("id",)))


def award_sizes(path: Path) -> tuple[AwardSize, ...]:
    """award_sizes.csv: cut-offs in workers, of provinces and of kabupaten/kota, smallest first."""
    return tuple(
        AwardSize(
            id=row.text("id"),
            of_provinces=row.known("level", _LEVELS) == _LEVELS[0],
            name_id=row.text("name_id"),
            name_en=row.text("name_en"),
            least=row.parsed("least", _people),
        )
        for row in read_rows(path, _SIZE, unique=("id", "level"))
    )


def award_events(
    path: Path,
    *,
    directory: RegionDirectory,
    criterion_ids: Collection[str],
    regulation_ids: Collection[str],
) -> tuple[AwardEvent, ...]:
    """award_events.csv: what the sources say of each award, and no more."""
    return tuple(
        AwardEvent(
            id=row.text("id"),
            region_code=row.known("region_code", directory),
            award_year=row.parsed("award_year", int),
            assessed_year=_perhaps(row, "assessed_year", int),
            cut_off=_perhaps(row, "cut_off", Period),
            ceremony=_perhaps(row, "ceremony", date.fromisoformat),
            weekday=row.known("weekday", WEEKDAYS) if row.optional("weekday") else "",
            criteria=_each_of(row, "criteria", criterion_ids),
            stages=tuple(Stage(name) for name in _each_of(row, "stages", [*Stage])),
            jury_id=row.optional("jury_id"),
            jury_en=row.optional("jury_en"),
            categories=_perhaps(row, "categories", int),
            categories_id=row.optional("categories_id"),
            categories_en=row.optional("categories_en"),
            regulation=row.known("regulation", regulation_ids)
            if row.optional("regulation")
            else "",
            citation=row.text("citation"),
            note_id=row.text("note_id"),
            note_en=row.text("note_en"),
        )
        for row in read_rows(path, _EVENT, unique=("id",))
    )


def _people(text: str) -> int:
    people = int(text)
    if people < 0:
        raise ValueError(text)
    return people


def _criterion(row: CsvRow) -> AwardCriterion:
    source = row.parsed("source", CriterionSource)
    computed = source is CriterionSource.COMPUTED
    return AwardCriterion(
        id=row.text("id"),
        name_id=row.text("name_id"),
        name_en=row.text("name_en"),
        source=source,
        weight=row.parsed("weight", _weight) if computed else None,
    )


def _weight(text: str) -> int:
    weight = int(text)
    if not 0 <= weight <= 100:
        raise ValueError(text)
    return weight


def _perhaps(row: CsvRow, column: str, parse: Callable[[str], T]) -> T | None:
    return row.parsed(column, parse) if row.optional(column) else None


def _each_of(row: CsvRow, column: str, known: Collection[str]) -> tuple[str, ...]:
    """Ids with a space between them, each of them known."""
    ids = tuple(row.optional(column).split())
    if not set(ids) <= set(known):
        raise row.fault("reference_unknown", column)
    return ids
