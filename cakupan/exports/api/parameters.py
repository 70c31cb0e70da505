"""What may stand in an address of the API: each parameter once, to be read and to be documented."""

from enum import StrEnum

from cakupan.domain.language import Language
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.domain.regions import RegionKind

MOST_ROWS, USUAL_ROWS = 10_000, 1_000
MOST_REGIONS = 100
ALL_PERIODS = "semua"
DIRECT_PARTS, EVERY_REGENCY = "bagian", "kabupaten"
JSON, CSV = "json", "csv"
MACHINE, EXCEL_ID = "mesin", "excel-id"
_LONGEST = 200


class Shape(StrEnum):
    """How the text of a parameter is built."""

    CHOICE = "choice"
    REGIONS = "regions"
    PERIODS = "periods"
    WHOLE = "whole"
    FREE = "free"


class Parameter(Record, frozen=True):
    """A parameter by its name; what it means stands under ``api.parameter.<name>``.

    ``start`` is what holds where it is not given; ``least`` and ``most`` bound a whole number, and
    ``most`` the length of a free text.
    """

    name: str
    shape: Shape
    start: str = ""
    values: tuple[str, ...] = ()
    least: int = 0
    most: int = _LONGEST


def choice(name: str, *values: str, start: str = "") -> Parameter:
    """A parameter with a list of values."""
    return Parameter(name, Shape.CHOICE, start=start, values=values)


class Catalogue(Record, frozen=True):
    """Every parameter there is, by its name, with the ids of this reference."""

    parameters: dict[str, Parameter]

    @classmethod
    def of(cls, reference: Reference) -> "Catalogue":
        """Made once for an app."""
        provinces = tuple(region.code for region in reference.directory.provinces())
        wholes = ("00", *provinces)
        listed = (
            Parameter("wilayah", Shape.REGIONS),
            choice("induk", *wholes, start=wholes[0]),
            choice("tingkat", DIRECT_PARTS, EVERY_REGENCY, start=DIRECT_PARTS),
            choice("provinsi", *provinces),
            choice("jenis", *(kind.value for kind in RegionKind)),
            Parameter("periode", Shape.PERIODS),
            choice("penyebut", *(one.id for one in reference.denominators), start="eligible"),
            choice("target", *(one.id for one in reference.frameworks)),
            choice("ukuran", *(measure.value for measure in Measure)),
            choice("segmen", *(segment.value for segment in Segment)),
            Parameter("penerbit", Shape.FREE),
            Parameter("rilis", Shape.FREE),
            choice("bahasa", *(one.value for one in Language), start=Language.ID.value),
            choice("format", JSON, CSV),
            choice("dialek", MACHINE, EXCEL_ID, start=MACHINE),
            Parameter("limit", Shape.WHOLE, start=str(USUAL_ROWS), least=1, most=MOST_ROWS),
            Parameter("offset", Shape.WHOLE, start="0", most=10**9),
        )
        return cls({one.name: one for one in listed})

    def __getitem__(self, name: str) -> Parameter:
        return self.parameters[name]
