"""A list of the page: drawn as a table with a lead above it, and taken away as columns."""

from collections.abc import Iterable, Mapping, Sequence

from dash.development.base_component import Component

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.records import Record
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.column_text import column_texts
from layouts import elements as html
from layouts.attributes import aria

Cell = str | float


class Listing(Record, frozen=True):
    """``name`` stands in addresses; the first column names the rows. ``note`` stands below."""

    name: str
    lead: str
    columns: tuple[Column, ...]
    note: str = ""

    def as_data(self, title: str) -> Shown:
        """The list under the title of its section."""
        return Shown(
            name=f"metode-{self.name}",
            title=title,
            subtitle=self.lead,
            caption=self.note,
            alt=title,
            columns=self.columns,
        )

    def drawn(self, words: Words) -> list[Component]:
        """Lead, table, note."""
        return [
            html.P(self.lead, className="subtitle"),
            html.Div(
                self._table(words),
                className="table-scroll",
                tabIndex=0,
                role="group",
                **aria(label=self.lead),
            ),
            *([html.P(self.note, className="caption")] if self.note else []),
        ]

    def _table(self, words: Words) -> html.Table:
        texts = [column_texts(column, words.language) for column in self.columns]
        heads = [html.Th(column.title, scope="col") for column in self.columns]
        rows = [
            html.Tr([html.Th(name, scope="row"), *map(html.Td, cells)])
            for name, *cells in zip(*texts, strict=True)
        ]
        return html.Table([html.Thead(html.Tr(heads)), html.Tbody(rows)], className="listing")


def listing(
    name: str,
    rows: Iterable[Sequence[Cell]],
    words: Words,
    *,
    kinds: Mapping[int, ColumnKind] | None = None,
    note: str = "",
) -> Listing:
    """The list ``metode.<name>``: its heads are ``column``, parted by bars.

    ``kinds`` are those of columns of numbers, by place.
    """
    heads = words(f"metode.{name}.column").split("|")
    told = [*rows]
    columns = tuple(
        Column(
            f"c{place}",
            head,
            (kinds or {}).get(place, ColumnKind.TEXT),
            tuple(row[place] for row in told),
        )
        for place, head in enumerate(heads)
    )
    return Listing(name, words(f"metode.{name}.lead"), columns, note)
