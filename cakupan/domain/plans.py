"""What the figure of a card is when it is drawn elsewhere: as bars, lines, parts, tiles, numbers.

A plan holds the same columns of numbers as the card's table, so that a slide, a sheet and the
screen cannot differ. How it looks is decided where it is drawn.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from cakupan.domain.columns import Column
from cakupan.domain.records import Record


class PlanMark(Record, frozen=True):
    """A line across the figure at one value, such as a target: 0.65 and "65% RPJMD 2030"."""

    value: float
    label: str


class BarPlan(Record, frozen=True):
    """One or more values for each name; ``stacked`` values are parts of a whole bar.

    Names stand in the order of the rows, the first one on top. ``strong`` are rows by place that
    stand out (a region among its peers); where there are none all look alike.
    """

    names: Column
    values: tuple[Column, ...]
    marks: tuple[PlanMark, ...] = ()
    stacked: bool = False
    strong: frozenset[int] = frozenset()


class Stroke(StrEnum):
    """What a line is: measured, aimed at, or assumed."""

    SOLID = "solid"
    TARGET = "target"
    ASSUMED = "assumed"


class PlanLine(Record, frozen=True):
    """One line: a value for each moment, None for a gap."""

    values: Column
    stroke: Stroke = Stroke.SOLID


class LinePlan(Record, frozen=True):
    """Lines over the same moments, oldest first, written as a reader reads them.

    ``days`` are the moments as dates, where they do not follow each other evenly.
    """

    moments: Column
    lines: tuple[PlanLine, ...]
    marks: tuple[PlanMark, ...] = ()
    days: tuple[date, ...] = ()


class PartPlan(Record, frozen=True):
    """Parts of a whole: a name and a value for each."""

    names: Column
    values: Column


class Tile(Record, frozen=True):
    """A region as a square of a map of tiles; ``step`` is its place among the steps of colour.

    A tile without a value has no step.
    """

    code: str
    name: str
    row: int
    column: int
    value: float | None
    text: str
    step: int | None


class TilePlan(Record, frozen=True):
    """A map of tiles; ``steps`` are what each step of colour stands for, the lowest first."""

    tiles: tuple[Tile, ...]
    steps: tuple[str, ...]


class NumberTile(Record, frozen=True):
    """One number to be read from afar: what it is, how it is written, what it means."""

    label: str
    text: str
    note: str = ""


class NumberPlan(Record, frozen=True):
    """Up to six numbers side by side."""

    numbers: tuple[NumberTile, ...]


class TablePlan(Record, frozen=True):
    """The figure is a table of these columns; the first one names the rows."""

    columns: Sequence[Column]


Plan = BarPlan | LinePlan | PartPlan | TilePlan | NumberPlan | TablePlan
