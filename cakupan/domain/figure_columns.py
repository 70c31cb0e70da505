"""Many figures as columns: what they share is kept once, and a figure is made when asked for.

A file of a quarter of a million figures says some hundred different things, each of many regions.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import NamedTuple, overload

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.domain.records import Record

# A whole number is an int: it is compared and stored as it is, with no Decimal around it.
Number = int | Decimal


class Subject(NamedTuple):
    """What a line of figures counts: a key without its region and period."""

    measure: Measure
    segment: Segment
    programme: str
    group: str
    basis: Basis
    publisher: str
    aspect: str = ""
    stage: str = ""

    @classmethod
    def of(cls, key: FigureKey) -> "Subject":
        """The subject of a key."""
        return cls(
            *(key.measure, key.segment, key.programme, key.group, key.basis, key.publisher),
            *(key.aspect, key.stage),
        )

    @property
    def is_whole(self) -> bool:
        """Whether all are counted, not those of one segment, programme or group."""
        return self.segment is Segment.TOTAL and not self.programme and not self.group


class Shared(Record, frozen=True):
    """All of a figure but its region, its value and its cell."""

    subject: Subject
    period: Period
    unit: Unit
    rounding_unit: Decimal
    maturity: Maturity
    sheet: str
    citation: str = ""
    note: str = ""

    @classmethod
    def of(cls, figure: Figure) -> "Shared":
        """What a figure shares with others."""
        return cls(
            subject=Subject.of(figure.key),
            period=figure.key.period,
            unit=figure.unit,
            rounding_unit=figure.rounding_unit,
            maturity=figure.maturity,
            sheet=figure.sheet,
            citation=figure.citation,
            note=figure.note,
        )

    def key(self, region_code: str) -> FigureKey:
        """The key of this in one region."""
        return FigureKey(region_code=region_code, period=self.period, **self.subject._asdict())


# Positions of figures by what is counted, region code and period text.
Positions = Mapping[Subject, Mapping[str, Mapping[str, int]]]


class Figures(Sequence[Figure]):
    """Figures in the order of their file. The columns are of one length.

    ``kinds`` leads from each figure to its place in ``shared``.
    """

    def __init__(
        self,
        shared: Sequence[Shared] = (),
        kinds: Sequence[int] = (),
        regions: Sequence[str] = (),
        values: Sequence[Number] = (),
        cells: Sequence[str] = (),
    ) -> None:
        self.shared = tuple(shared)
        self.kinds = kinds
        self.regions = regions
        self.values = values
        self.cells = cells

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "Figures":
        """The columns of these figures; columns already are what they are."""
        if isinstance(figures, Figures):
            return figures
        listed = list(figures)
        known: dict[Shared, int] = {}
        return cls(
            kinds=[known.setdefault(Shared.of(one), len(known)) for one in listed],
            regions=[one.key.region_code for one in listed],
            values=[plain(one.value) for one in listed],
            cells=[one.cell for one in listed],
            shared=tuple(known),
        )

    @classmethod
    def joined(cls, parts: Sequence["Figures"]) -> "Figures":
        """One after the other."""
        filled = [part for part in parts if part]
        if len(filled) == 1:
            return filled[0]
        known: dict[Shared, int] = {}
        kinds: list[int] = []
        for part in filled:
            places = [known.setdefault(one, len(known)) for one in part.shared]
            kinds += map(places.__getitem__, part.kinds)
        return cls(
            shared=tuple(known),
            kinds=kinds,
            regions=list(chain.from_iterable(part.regions for part in filled)),
            values=list(chain.from_iterable(part.values for part in filled)),
            cells=list(chain.from_iterable(part.cells for part in filled)),
        )

    def __len__(self) -> int:
        return len(self.kinds)

    @overload
    def __getitem__(self, place: int) -> Figure: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Figure]: ...
    def __getitem__(self, place: int | slice) -> Figure | Sequence[Figure]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        shared = self.shared_by(place)
        return Figure(
            key=shared.key(self.regions[place]),
            value=Decimal(self.values[place]),
            unit=shared.unit,
            rounding_unit=shared.rounding_unit,
            maturity=shared.maturity,
            sheet=shared.sheet,
            cell=self.cells[place],
            citation=shared.citation,
            note=shared.note,
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Figures | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(map(Figure.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def shared_by(self, place: int) -> Shared:
        """All that the figure at a position says but its region, value and cell."""
        return self.shared[self.kinds[place]]

    @cached_property
    def positions(self) -> Positions:
        """Where the figure of each key stands; the first of two with one key counts."""
        return self._indexed[0]

    @cached_property
    def repeated(self) -> Sequence[tuple[int, int]]:
        """Positions of figures whose key stood before, each behind the position of the first."""
        return self._indexed[1]

    @cached_property
    def _indexed(self) -> tuple[Positions, Sequence[tuple[int, int]]]:
        found: dict[Subject, dict[str, dict[str, int]]] = {}
        lines = [found.setdefault(one.subject, {}) for one in self.shared]
        periods = [one.period.text for one in self.shared]
        repeated: list[tuple[int, int]] = []
        for place, (kind, region) in enumerate(zip(self.kinds, self.regions, strict=True)):
            line = lines[kind]
            series = line.get(region)
            if series is None:
                series = line[region] = {}
            first = series.setdefault(periods[kind], place)
            if first != place:
                repeated.append((first, place))
        return found, repeated


def plain(value: Decimal) -> Number:
    """The same number, as an int where it is whole."""
    return int(value) if value.is_finite() and value == value.to_integral_value() else value
