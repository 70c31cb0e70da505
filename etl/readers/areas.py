"""Rectangles of cells: what is merged, what shows percent. A million cells are a few numbers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle, all four sides within it, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell stands within it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Areas:
    """A set of rectangles that knows which cells it covers."""

    __slots__ = ("_areas", "_narrow", "_wide")

    def __init__(self, areas: Iterable[Area] = ()) -> None:
        self._areas = tuple(areas)
        self._wide = [area for area in self._areas if area.left != area.right]
        self._narrow: dict[int, list[Area]] = {}
        for area in self._areas:
            if area.left == area.right:
                self._narrow.setdefault(area.left, []).append(area)

    def __iter__(self) -> Iterator[Area]:
        return iter(self._areas)

    def __len__(self) -> int:
        return len(self._areas)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Areas) and self._areas == other._areas

    def __hash__(self) -> int:
        return hash(self._areas)

    def __repr__(self) -> str:
        return f"Areas({self._areas!r})"

    def in_column(self, column: int) -> bool:
        """Whether any cell of a column is covered."""
        return column in self._narrow or any(
            area.left <= column <= area.right for area in self._wide
        )

    def at(self, row: int, column: int) -> Area | None:
        """The rectangle that covers a cell, None where none does."""
        near = [*self._narrow.get(column, ()), *self._wide]
        return next((area for area in near if area.covers(row, column)), None)
