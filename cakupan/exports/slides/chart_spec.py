"""What a native chart is made of, before it is XML: series, axes, labels that are texts."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from cakupan.domain.records import Record, field
from cakupan.exports.slides.paint import ACCENT, INK, Paint


class SeriesShape(StrEnum):
    """How a series is drawn."""

    BAR = "bar"
    LINE = "line"
    RING = "ring"


class Labels(Record, frozen=True):
    """A text for each point, None for none: they read the same whatever the reader's machine.

    ``position`` is PowerPoint's word for where labels stand, "" for its own choice; ``places`` are
    points whose label stands elsewhere, ``paints`` those in another colour.
    ``opaque`` ones hide what lies behind them.
    """

    texts: Sequence[str | None]
    size: float = 14
    paint: Paint = INK
    position: str = ""
    places: Mapping[int, str] = field(default_factory=dict)
    paints: Mapping[int, Paint] = field(default_factory=dict)
    bold: bool = True
    opaque: bool = False


class Series(Record, frozen=True):
    """Numbers with the format of their cells. ``points`` are those of another colour."""

    name: str
    values: Sequence[float | None]
    number_format: str
    shape: SeriesShape = SeriesShape.BAR
    paint: Paint = ACCENT
    points: Mapping[int, Paint] = field(default_factory=dict)
    labels: Labels | None = None
    dash: str = ""
    width: float = 2.75
    dots: bool = False


class Scale(Record, frozen=True):
    """The axis of values: a format only where it has numbers; ``step`` between its lines."""

    low: float
    high: float
    step: float | None = None
    number_format: str = ""


class ChartSpec(Record, frozen=True):
    """One chart. ``days`` are the moments of unevenly spaced categories.

    ``plot`` is the inner plot area in fractions of the frame: left, top, width, height.
    """

    categories: Sequence[str]
    series: Sequence[Series]
    scale: Scale
    days: Sequence[date] = ()
    day_format: str = ""
    horizontal: bool = False
    stacked: bool = False
    plot: tuple[float, float, float, float] | None = None
    text_size: float = 14
    gap: int = 45
    legend: Sequence[int] = ()
    every: int = 1

    @property
    def bars(self) -> list[Series]:
        """The series that are bars."""
        return [one for one in self.series if one.shape is SeriesShape.BAR]

    @property
    def lines(self) -> list[Series]:
        """The series that are lines."""
        return [one for one in self.series if one.shape is SeriesShape.LINE]

    @property
    def ring(self) -> bool:
        """Whether it is a doughnut, which has no axes."""
        return self.series[0].shape is SeriesShape.RING
