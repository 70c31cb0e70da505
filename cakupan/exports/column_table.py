"""A table of columns that is taken away, with what stands above it."""

from collections.abc import Sequence

from cakupan.domain.columns import Column
from cakupan.domain.plans import Plan
from cakupan.domain.records import Record


class ColumnTable(Record, frozen=True):
    """``notes`` say what, where, when, and from which source; ``plan`` is how it is drawn.

    Its sheet is named by the title, or by ``sheet``.
    """

    title: str
    notes: Sequence[str]
    columns: tuple[Column, ...]
    plan: Plan | None = None
    sheet: str = ""

    @property
    def rows(self) -> list[tuple[str | float | None, ...]]:
        """The values row by row."""
        return list(zip(*(column.values for column in self.columns), strict=True))


class Cover(Record, frozen=True):
    """The first sheet: what was taken away, and facts about it as pairs of label and text."""

    title: str
    facts: Sequence[tuple[str, str]]
    contents: str
