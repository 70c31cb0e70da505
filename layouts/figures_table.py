"""A plain table of the numbers a figure shows: for screen readers, for copying, for paper."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Self

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.records import Record
from cakupan.texts import Words
from cakupan.texts.column_text import column_texts
from layouts import elements as html
from layouts.attributes import aria
from layouts.quick_element import quick

QuickTable: type[dmc.Table] = quick(dmc.Table)
"""Mantine's own, but quick: a page that explains many scores has a table for each."""


class FiguresTable(Record, frozen=True):
    """Formatted texts in rows; the first column names the row, all others are numbers.

    ``columns`` are the same as they are taken away: numbers there are numbers.
    """

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    columns: tuple[Column, ...] = ()

    @classmethod
    def of(
        cls,
        caption: str,
        columns: Sequence[Column],
        language: Language,
        *,
        written: Mapping[str, Sequence[str]] = MappingProxyType({}),
        closing: Sequence[str] = (),
        beside: Sequence[Column] = (),
    ) -> Self:
        """A table of columns as a reader reads them; ``written`` are those with own words.

        ``closing`` is a last row of sums, for the eye only: whoever takes the columns sums them.
        ``beside`` are columns that the eye finds in the words of the others.
        """
        texts = [written.get(column.key) or column_texts(column, language) for column in columns]
        header = [column.title for column in columns]
        rows = [*zip(*texts, strict=True), *([closing] if closing else [])]
        return cls(caption, header, rows, (*columns, *beside))

    @property
    def taken_away(self) -> tuple[Column, ...]:
        """The columns of numbers, or of the texts themselves where it was made of texts."""
        if self.columns:
            return self.columns
        cells = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.header)
        return tuple(
            Column(f"c{place}", title, ColumnKind.TEXT, tuple(texts))
            for place, (title, texts) in enumerate(zip(self.header, cells, strict=True))
        )

    def scrolling(self) -> html.Div:
        """The table in a box of its own that scrolls, by keyboard too."""
        # One component, not one a cell: the browser asks each component at every change.
        table = QuickTable(
            className="figures",
            data={"caption": self.caption, "head": list(self.header), "body": list(self.rows)},
        )
        return html.Div(
            table,
            className="table-scroll",
            tabIndex=0,
            role="group",
            **aria(label=self.caption),
        )

    def disclosed(self, words: Words) -> list[Component]:
        """Children of a details element: the sentence to open it, and the table."""
        return [html.Summary(words("shell.card.table")), self.scrolling()]
