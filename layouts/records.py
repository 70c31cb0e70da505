"""What a page needs to know of stored records, as shapes: storage's own types fit, unimported."""

from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from cakupan.domain.measures import Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period


class Published(Protocol):
    """A coverage as somebody published it."""

    @property
    def ratio(self) -> Decimal:
        """0.4603 for 46,03%."""

    @property
    def period(self) -> Period:
        """The day or month it was published for."""

    @property
    def publisher(self) -> str:
        """Id of a publisher, or the outlet's name."""

    @property
    def citation(self) -> str:
        """Where it can be read."""

    @property
    def note(self) -> str:
        """What the source says of what is counted in it."""


class Cited(Protocol):
    """A figure that somebody published and no chart rests on."""

    @property
    def measure(self) -> Measure:
        """What is counted."""

    @property
    def segment(self) -> Segment:
        """The segment, or the total."""

    @property
    def group(self) -> str:
        """The group of workers it speaks of, as the source names it; empty for all."""

    @property
    def period(self) -> Period:
        """When it was stated for."""

    @property
    def value(self) -> Decimal:
        """The value, of this unit."""

    @property
    def unit(self) -> Unit:
        """Persons or a ratio."""

    @property
    def rounding_unit(self) -> Decimal:
        """The unit of its last printed digit."""

    @property
    def publisher(self) -> str:
        """Id of a publisher, or the outlet's name."""

    @property
    def citation(self) -> str:
        """Where it can be read."""

    @property
    def note(self) -> str:
        """What the loader wrote beside it."""

    @property
    def disputed(self) -> bool:
        """Whether it contradicts its own source."""


class Fresh(Protocol):
    """The newest period of one measure from one publisher, and the file that brought it."""

    @property
    def measure(self) -> Measure:
        """What is counted."""

    @property
    def publisher(self) -> str:
        """Whose figures they are."""

    @property
    def period(self) -> Period:
        """The newest one."""

    @property
    def sample(self) -> bool:
        """Whether any figure of it is a sample."""

    @property
    def file_name(self) -> str:
        """The file it was loaded from."""

    @property
    def loaded_at(self) -> datetime:
        """When, in UTC."""


class KnownFault(Protocol):
    """A fault of a source that is corrected while reading."""

    @property
    def family(self) -> str:
        """Id of the family of tables it stands in."""

    @property
    def wrong(self) -> str:
        """What stands there."""

    @property
    def right(self) -> str:
        """What is read instead."""

    @property
    def why_id(self) -> str:
        """Why, in Indonesian."""

    @property
    def why_en(self) -> str:
        """Why, in English."""

    @property
    def told(self) -> str:
        """Who was told of it; empty where nobody was yet."""

    @property
    def since(self) -> date:
        """The day it was found."""


class FromFile(Protocol):
    """What a file stated."""

    @property
    def file_name(self) -> str:
        """The file it stands in."""

    @property
    def loaded_by(self) -> str:
        """Who loaded the file."""

    @property
    def loaded_at(self) -> datetime:
        """When, in UTC."""


class Origin(FromFile, Protocol):
    """One figure behind a shown number, with the cell it was read from."""

    @property
    def region_code(self) -> str:
        """The region it counts."""

    @property
    def segment(self) -> Segment:
        """The segment, or the total."""

    @property
    def value(self) -> Decimal:
        """The exact value."""

    @property
    def publisher(self) -> str:
        """Whose figure it is."""

    @property
    def maturity(self) -> Maturity:
        """How far it can be trusted."""

    @property
    def sheet(self) -> str:
        """The sheet of the file."""

    @property
    def cell(self) -> str:
        """The cell of the sheet, D12."""

    @property
    def citation(self) -> str:
        """What the file names as its source."""

    @property
    def programme(self) -> str:
        """The programme, payer or base it is stated for; empty for a whole."""

    @property
    def group(self) -> str:
        """The group it is stated for; empty for a whole."""


class Awarded(Protocol):
    """One loaded figure of an award: a place, an assessed year, a number of winners or nominees."""

    @property
    def region_code(self) -> str:
        """The region, or where the named body is at home."""

    @property
    def measure(self) -> Measure:
        """What is told."""

    @property
    def period(self) -> Period:
        """The year of the award."""

    @property
    def category(self) -> str:
        """Id of an award category, or the source's word."""

    @property
    def winner(self) -> str:
        """The named body that won; empty where the region itself did."""

    @property
    def value(self) -> Decimal:
        """The place, the year or the number."""

    @property
    def publisher(self) -> str:
        """Id of a publisher, or the outlet's name."""

    @property
    def citation(self) -> str:
        """Where it can be read."""

    @property
    def note(self) -> str:
        """What the loader wrote beside it."""

    @property
    def sample(self) -> bool:
        """Whether it is a sample."""
