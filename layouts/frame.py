"""What every page has: a place for a message instead of itself, and a note of what it answers."""

from collections.abc import Sequence

from dash.development.base_component import Component

from cakupan.domain.records import Record
from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import data
from layouts.view import Changes, Slot


class Frame(Record, frozen=True):
    """The places of a page by id: its root, the message, and what the message stands in for."""

    root: str
    state: str
    body: str

    @property
    def answers(self) -> Slot:
        """Where the page says which request it has answered."""
        return (self.root, "data-answers")

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every place and property of the frame itself that a drawing fills."""
        return ((self.state, "children"), (self.body, "hidden"), self.answers)

    def at_rest(
        self, name: str, children: Sequence[Component], *, beside: Sequence[Component] = ()
    ) -> html.Div:
        """The page before any number has come. ``name`` is its class for styles.

        What stands ``beside`` (stores, dialogues) is there with a message too. A page that has
        answered nothing yet says that as well: two pages on one screen are waited for both.
        """
        body = html.Div(id=self.body, className=f"{name}-body", children=list(children))
        return html.Div(
            id=self.root,
            className=name,
            children=[html.Div(id=self.state, className="state"), body, *beside],
            **data(answers=""),
        )

    def shown(self) -> Changes:
        """The page itself, without a message."""
        return {(self.state, "children"): None, (self.body, "hidden"): False}

    def nothing(self, region: Region, words: Words) -> Changes:
        """Where a region has no participants at all: what is missing and how to bring it."""
        return self.message(
            html.H1(words("shell.empty.title", region=region.name)),
            html.P(words("shell.empty.what_to_do"), className="lead"),
            html.A(words("shell.empty.load"), href="/data", className="button"),
        )

    def failure(self, words: Words, *, lead: str = "lead") -> Changes:
        """Where the page could not be drawn: it says so, and offers to try again."""
        return self.message(
            html.H1(words("shell.failure.title")),
            html.P(words(f"shell.failure.{lead}"), className="lead"),
            html.A(words("shell.failure.retry"), href="", className="button"),
            role="alert",
        )

    def message(self, *children: Component, role: str = "status") -> Changes:
        """These words in the page's stead."""
        panel = html.Section(className="card message", role=role, children=list(children))
        return {(self.state, "children"): panel, (self.body, "hidden"): True}
