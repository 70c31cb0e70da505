"""A plain table of the numbers a figure shows: for screen readers, for copying, for paper."""

from collections.abc import Sequence
from dataclasses import dataclass

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cakupan.texts import Words
from layouts.attributes import aria


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """Formatted texts in rows; the first column names the row, all others are numbers."""

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def scrolling(self) -> html.Div:
        """The table in a box of its own that scrolls, by keyboard too."""
        # One component, not one a cell: the browser asks each component at every change.
        table = dmc.Table(
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
