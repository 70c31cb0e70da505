"""What can be asked for: each address with the parameters it takes and the fields it gives."""

from cakupan.domain.records import Record
from cakupan.exports.api.fields import Field, FieldKind, maybe, text

BASE = "/api/v1"
# What every answer can be asked for: how it is written, and which part of it.
_WRITING = ("bahasa", "format", "dialek", "limit", "offset")
_REGION = text("region_code", "region_name", "region_kind")
_COUNTS = maybe(FieldKind.WHOLE, "participants", "workers")
_SAMPLE = (Field("sample", FieldKind.FLAG),)


class Resource(Record, frozen=True):
    """One address under ``BASE``; ``filters`` are its own parameters."""

    name: str
    filters: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def path(self) -> str:
        """Where it is asked for."""
        return f"{BASE}/{self.name}"

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of all parameters it takes."""
        return (*self.filters, *_WRITING)


COVERAGE = Resource(
    "coverage",
    ("wilayah", "provinsi", "jenis", "periode", "penyebut", "rilis"),
    (
        *_REGION,
        *text("period", "denominator"),
        *_COUNTS,
        *maybe(FieldKind.RATIO, "coverage"),
        *maybe(FieldKind.WHOLE, "rank"),
        *maybe(FieldKind.TEXT, "workers_since"),
        *_SAMPLE,
    ),
)
FIGURES = Resource(
    "figures",
    ("wilayah", "provinsi", "periode", "ukuran", "segmen", "penerbit", "rilis"),
    (
        *text("region_code", "region_name", "measure", "period", "segment", "basis"),
        *text("programme", "group", "aspect", "stage", "publisher"),
        Field("value", FieldKind.NUMBER),
        *text("unit"),
        Field("rounding_unit", FieldKind.NUMBER),
        *text("maturity", "citation", "note", "file", "sheet", "cell", "loaded_by"),
        *maybe(FieldKind.MOMENT, "loaded_at"),
    ),
)
TARGETS = Resource(
    "targets",
    ("wilayah", "provinsi", "target", "rilis"),
    (
        *text("target_id", "region_code", "region_name", "framework"),
        *maybe(FieldKind.WHOLE, "year"),
        Field("ratio", FieldKind.RATIO),
        *text("denominator", "citation"),
    ),
)
RANKING = Resource(
    "ranking",
    ("induk", "tingkat", "periode", "penyebut", "rilis"),
    (
        *maybe(FieldKind.WHOLE, "rank", "rank_change"),
        *_REGION,
        *text("period", "denominator"),
        *_COUNTS,
        *maybe(FieldKind.RATIO, "coverage", "points", "growth"),
        *_SAMPLE,
    ),
)
RELEASES = Resource(
    "releases",
    (),
    (
        *text("release_id", "note", "made_by"),
        *maybe(FieldKind.MOMENT, "made_at", "embargo_until"),
        *maybe(FieldKind.WHOLE, "figures"),
        Field("embargoed", FieldKind.FLAG),
    ),
)
RESOURCES = (COVERAGE, FIGURES, TARGETS, RANKING, RELEASES)
