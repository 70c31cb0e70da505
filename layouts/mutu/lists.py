"""A list of sentences in a box that scrolls, by keyboard too."""

from collections.abc import Sequence

from layouts import elements as html
from layouts.attributes import aria


def sentence_list(lines: Sequence[html.Li], label: str) -> list[html.Div]:
    """The list; nothing where there are no lines. ``label`` names the box."""
    if not lines:
        return []
    return [
        html.Div(
            html.Ul(list(lines), className="plain-list"),
            className="list-scroll",
            tabIndex=0,
            role="group",
            **aria(label=label),
        )
    ]
