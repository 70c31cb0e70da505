"""One reader a file of data/reference/. No default stands in for a missing value."""

import re
from collections.abc import Collection
from decimal import Decimal, InvalidOperation
from itertools import chain
from pathlib import Path

from cakupan.domain.measures import Measure, Segment
from cakupan.domain.reference import (
    Denominator,
    Framework,
    Lineage,
    Programme,
    Publisher,
    Regulation,
    SegmentInfo,
    Target,
    Term,
    Tile,
)
from cakupan.domain.regions import Region, RegionAlias, RegionDirectory, RegionKind
from cakupan.storage.csv_rows import CsvRow, read_rows

_NAMES = ("id", "name_id", "name_en")
_SHORT_NAMES = ("name_id", "name_en", "short_id", "short_en")
_LINEAGE = ("code", "event", "year", "old_code", "old_name", "note")
_TARGET = (
    *("id", "region_code", "framework", "year", "ratio"),
    *("denominator", "citation", "note_id", "note_en"),
)
_PLACE_IN = (("nation_column", "nation_row"), ("province_column", "province_row"))
_REGULATION = (
    *("id", "title_id", "title_en", "year"),
    *("region_code", "status", "about_id", "about_en"),
)


def regions(path: Path) -> RegionDirectory:
    """regions.csv: the nation, its provinces and their parts."""
    rows = list(read_rows(path, ("code", "name", "kind", "bps_code"), unique=("code",)))
    codes = {row.fields["code"] for row in rows}
    return RegionDirectory(_region(row, codes) for row in rows)


def _region(row: CsvRow, codes: Collection[str]) -> Region:
    code, kind = row.parsed("code", _code), row.parsed("kind", RegionKind)
    if code[:2] not in codes:
        raise row.fault("reference_unknown", "code")
    if ("." in code) != (kind in {RegionKind.KABUPATEN, RegionKind.KOTA}):
        raise row.fault("reference_value", "kind")
    return Region(code=code, name=row.text("name"), kind=kind, bps_code=row.text("bps_code"))


def aliases(path: Path, directory: RegionDirectory) -> tuple[RegionAlias, ...]:
    """aliases.csv: a spelling that means several regions stands once for each of them."""
    columns = ("spelling", "code")
    return tuple(
        RegionAlias(spelling=row.text("spelling"), code=row.known("code", directory))
        for row in read_rows(path, columns, unique=columns)
    )


def lineage(path: Path, directory: RegionDirectory) -> tuple[Lineage, ...]:
    """lineage.csv: renames, re-codings and splits."""
    return tuple(
        Lineage(
            code=row.known("code", directory),
            event=row.known("event", {"rename", "recode", "split"}),
            year=row.parsed("year", int),
            old_code=row.parsed("old_code", _code),
            old_name=row.text("old_name"),
            note=row.optional("note"),
        )
        for row in read_rows(path, _LINEAGE, unique=("code", "event", "old_code"))
    )


def segments(path: Path) -> tuple[SegmentInfo, ...]:
    """segments.csv, in the order they are shown."""
    return tuple(
        SegmentInfo(
            segment=row.parsed("segment", Segment),
            name_id=row.text("name_id"),
            name_en=row.text("name_en"),
            short_id=row.text("short_id"),
            short_en=row.text("short_en"),
        )
        for row in read_rows(path, ("segment", *_SHORT_NAMES), unique=("segment",))
    )


def terms(path: Path) -> tuple[Term, ...]:
    """A list of ids and names, in the order they are offered."""
    return tuple(
        Term(id=row.parsed("id", _id), name_id=row.text("name_id"), name_en=row.text("name_en"))
        for row in read_rows(path, _NAMES, unique=("id",))
    )


def programmes(path: Path) -> tuple[Programme, ...]:
    """programmes.csv, in the order they are shown."""
    return tuple(
        Programme(id=row.text("id"), name_id=row.text("name_id"), name_en=row.text("name_en"))
        for row in read_rows(path, _NAMES, unique=("id",))
    )


def publishers(path: Path) -> tuple[Publisher, ...]:
    """publishers.csv, in the order of preference."""
    return tuple(
        Publisher(
            id=row.text("id"),
            name_id=row.text("name_id"),
            name_en=row.text("name_en"),
            in_series=row.known("in_series", {"yes", "no"}) == "yes",
        )
        for row in read_rows(path, (*_NAMES, "in_series"), unique=("id",))
    )


def denominators(path: Path) -> tuple[Denominator, ...]:
    """denominators.csv, in the order they are offered."""
    columns = ("id", "measure", *_SHORT_NAMES, "source_id", "source_en")
    return tuple(
        Denominator(
            id=row.text("id"),
            measure=row.parsed("measure", Measure),
            name_id=row.text("name_id"),
            name_en=row.text("name_en"),
            short_id=row.text("short_id"),
            short_en=row.text("short_en"),
            source_id=row.text("source_id"),
            source_en=row.text("source_en"),
        )
        for row in read_rows(path, columns, unique=("id",))
    )


def frameworks(path: Path) -> tuple[Framework, ...]:
    """frameworks.csv, in the order of the ladder."""
    return tuple(
        Framework(id=row.text("id"), name_id=row.text("name_id"), name_en=row.text("name_en"))
        for row in read_rows(path, _NAMES, unique=("id",))
    )


def targets(
    path: Path,
    *,
    directory: RegionDirectory,
    denominator_ids: Collection[str],
    framework_ids: Collection[str],
) -> tuple[Target, ...]:
    """targets.csv; a year may be missing, a citation may not."""
    return tuple(
        Target(
            id=row.text("id"),
            region_code=row.known("region_code", directory),
            framework=row.known("framework", framework_ids),
            year=row.parsed("year", int) if row.optional("year") else None,
            ratio=row.parsed("ratio", _ratio),
            denominator=row.known("denominator", denominator_ids),
            citation=row.text("citation"),
            note_id=row.optional("note_id"),
            note_en=row.optional("note_en"),
        )
        for row in read_rows(path, _TARGET, unique=("id",))
    )


def regulations(path: Path, directory: RegionDirectory) -> tuple[Regulation, ...]:
    """regulations.csv; a draft is marked as one."""
    return tuple(
        Regulation(
            id=row.text("id"),
            title_id=row.text("title_id"),
            title_en=row.text("title_en"),
            year=row.parsed("year", int),
            region_code=row.known("region_code", directory),
            status=row.known("status", {"in_force", "draft"}),
            about_id=row.text("about_id"),
            about_en=row.text("about_en"),
        )
        for row in read_rows(path, _REGULATION, unique=("id",))
    )


def tiles(path: Path, directory: RegionDirectory) -> dict[str, Tile]:
    """tiles.csv: where each kabupaten and kota stands in the tile map of nation and province."""
    columns = ("code", *chain.from_iterable(_PLACE_IN))
    return {
        row.known("code", directory): Tile(*(_place(row, pair) for pair in _PLACE_IN))
        for row in read_rows(path, columns, unique=("code",))
    }


def _place(row: CsvRow, columns: tuple[str, str]) -> tuple[int, int]:
    column, line = (row.parsed(name, int) for name in columns)
    return column, line


def _code(text: str) -> str:
    if not re.fullmatch(r"[0-9]{2}(\.[0-9]{2})?", text):
        raise ValueError(text)
    return text


def _id(text: str) -> str:
    """Small letters and underscores, the form that a word nobody knows becomes an id in."""
    if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", text):
        raise ValueError(text)
    return text


def _ratio(text: str) -> Decimal:
    """0.65 for 65%; a bare 65 is refused."""
    try:
        ratio = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not 0 < ratio <= 1:
        raise ValueError(text)
    return ratio
