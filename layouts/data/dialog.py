"""The question before a load is taken back or restored: what becomes current, and who decides."""

from collections.abc import Sequence
from typing import Protocol

from dash.development.base_component import Component

from cakupan.domain.loads import Load
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.dialog import Dialog, Opened
from layouts.ids import DataId as Id
from layouts.ids import DataWatch
from layouts.looks import watch
from layouts.view import Changes, Slot

DIALOG = Dialog.of(Id, name=Id.DIALOG_NAME)
FORETOLD: tuple[Slot, ...] = (
    (Id.DIALOG_BODY, "children"),
    (Id.DIALOG_YES, "disabled"),
    (Id.FORETOLD, "disabled"),
)
"""What is filled once it is known what would hold; looked for until then."""
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    (Id.DIALOG_NAME, "value"),
    *FORETOLD[1:],
    (Id.FORETOLD, "n_intervals"),
)


class OtherLoad(Protocol):
    """A load that changes places with another, in so many figures."""

    @property
    def load_id(self) -> int:
        """Its number in the history."""

    @property
    def file_name(self) -> str:
        """Its file."""

    @property
    def figures(self) -> int:
        """In how many figures."""


class Aftermath(Protocol):
    """What would hold after a load is taken back or restored."""

    @property
    def figures(self) -> int:
        """How many of its figures would go or come."""

    @property
    def others(self) -> Sequence[OtherLoad]:
        """What changes places with it."""

    @property
    def alone(self) -> int:
        """How many of them no other load states."""


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue."""
    return [
        *DIALOG.at_rest(words, title=words("data.undo.button")),
        watch(Id.FORETOLD, at_rest=True),
    ]


def question(
    action: str, load: Load, aftermath: Aftermath | None, *, name: str, words: Words
) -> Changes:
    """The question before a load is taken back (``undo``) or restored (``redo``).

    Without an aftermath it is still being counted: nobody decides before it is told. ``name`` is
    what stands in the other field for it; without one the browser remembers the last.
    """
    opened = Opened(
        title=words(f"data.{action}.title", id=load.id),
        body=_body(action, load, aftermath, words, unknown="data.dialog.foretelling"),
        yes=words(f"data.{action}.yes"),
        intent={"action": action, "load": load.id},
    )
    named: Changes = {(Id.DIALOG_NAME, "value"): name} if name else {}
    begun: Changes = {(Id.FORETOLD, "n_intervals"): 0} if aftermath is None else {}
    looking: Changes = {
        (Id.DIALOG_YES, "disabled"): aftermath is None,
        (Id.FORETOLD, "disabled"): aftermath is not None,
    }
    return {**DIALOG.opened(opened, words), **named, **looking, **begun}


def foretold(action: str, load: Load, aftermath: Aftermath | None, words: Words) -> Changes:
    """What would hold, told in the dialogue that is open; None where it was not counted."""
    body = _body(action, load, aftermath, words, unknown="data.dialog.not_foretold")
    return {
        (Id.DIALOG_BODY, "children"): body,
        (Id.DIALOG_YES, "disabled"): aftermath is None,
        (Id.FORETOLD, "disabled"): True,
    }


def under_way(deed: str, sentence: str) -> html.P:
    """Said while a load is taken back or restored, for as long as the deed is looked for."""
    looks = watch({"type": DataWatch.TURNING, "deed": deed})
    return html.P([sentence, looks], className="note")


def _body(
    action: str, load: Load, aftermath: Aftermath | None, words: Words, *, unknown: str
) -> list[Component]:
    moment = date_format.moment(load.loaded_at.astimezone(), words.language)
    file = words("data.dialog.file", file=load.file_name, who=load.loaded_by, moment=moment)
    if aftermath is None:
        told: list[Component] = [html.P(words(unknown), role="status")]
    else:
        told = _consequences(action, aftermath, words)
    return [html.P(file, className="subtitle"), *told, html.P(words(f"data.{action}.kept"))]


def _consequences(action: str, aftermath: Aftermath, words: Words) -> list[Component]:
    """How many figures come or go, and what takes their place or gives it up."""
    if not aftermath.figures:
        return [html.P(words(f"data.{action}.nothing"))]
    lines = [
        words(
            f"data.{action}.other",
            figures=count(one.figures, words.language),
            id=one.load_id,
            file=one.file_name,
        )
        for one in aftermath.others
    ]
    if aftermath.alone:
        alone = count(aftermath.alone, words.language)
        lines.append(words(f"data.{action}.alone", figures=alone))
    return [
        html.P(words(f"data.{action}.figures", figures=count(aftermath.figures, words.language))),
        html.Ul([html.Li(line) for line in lines]),
    ]
