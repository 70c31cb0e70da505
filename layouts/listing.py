"""A list in rows: a table where there is room for one, a card for each row on a phone."""

from collections.abc import Iterable, Mapping, Sequence

from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import data

Cells = Mapping[str, Sequence[Component | str]]
"""What stands in each column of a row, by its name; the first of them is the head of the row."""


def listing(title: str, rows: Sequence[html.Tr], columns: Iterable[str]) -> html.Table:
    """The rows under the titles of their columns; ``title`` is for those who cannot see it."""
    return html.Table(
        className="loads",
        children=[
            html.Caption(title, className="unseen"),
            html.Thead(html.Tr([html.Th(column, scope="col") for column in columns])),
            html.Tbody(rows),
        ],
    )


def titles(names: Iterable[str], topic: str, words: Words) -> list[str]:
    """What the columns of a list are called in the words of ``topic``."""
    return [words(f"{topic}.column.{name}") for name in names]


def listed(cells: Cells, topic: str, words: Words, *, state: str = "") -> html.Tr:
    """One row; each cell knows the title of its column, which a phone shows beside it."""
    (_, first), *others = cells.items()
    named = zip(others, titles((name for name, _ in others), topic, words), strict=True)
    return html.Tr(
        className=state,
        children=[
            html.Th([*first], scope="row"),
            *(
                html.Td([*children], className=f"is-{name}", **data(label=title))
                for (name, children), title in named
            ),
        ],
    )
