"""The question before a load is taken back or restored: what becomes current, and who decides."""

from collections.abc import Sequence
from typing import Protocol

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cakupan.domain.loads import Load
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count
from layouts.attributes import aria
from layouts.data.name_field import name_field
from layouts.ids import DataId as Id
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.DIALOG, "opened"),
    (Id.DIALOG, "title"),
    (Id.DIALOG, "closeButtonProps"),
    (Id.DIALOG_BODY, "children"),
    (Id.DIALOG_NAME_LABEL, "children"),
    (Id.DIALOG_NAME, "value"),
    (Id.DIALOG_NAME_ERROR, "children"),
    (Id.DIALOG_YES, "children"),
    (Id.DIALOG_NO, "children"),
    (Id.INTENT, "data"),
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


def at_rest(words: Words) -> dmc.Modal:
    """The closed dialogue."""
    return dmc.Modal(
        id=Id.DIALOG,
        className="ask",
        opened=False,
        size="min(560px, 96vw)",
        title=words("data.undo.button"),
        closeButtonProps=aria(label=words("data.dialog.close")),
        children=[
            html.Div(id=Id.DIALOG_BODY, className="dialog-body"),
            name_field(
                Id.DIALOG_NAME,
                label_id=Id.DIALOG_NAME_LABEL,
                error_id=Id.DIALOG_NAME_ERROR,
                label=words("data.dialog.name"),
                remembered=False,
            ),
            html.Div(
                className="dialog-actions",
                children=[
                    html.Button(
                        words("data.dialog.cancel"),
                        id=Id.DIALOG_NO,
                        className="quiet-button",
                        type="button",
                    ),
                    html.Button(
                        words("data.undo.yes"),
                        id=Id.DIALOG_YES,
                        className="button",
                        type="button",
                    ),
                ],
            ),
        ],
    )


def question(action: str, load: Load, aftermath: Aftermath, *, name: str, words: Words) -> Changes:
    """The question before a load is taken back (``undo``) or restored (``redo``)."""
    moment = date_format.moment(load.loaded_at.astimezone(), words.language)
    file = words("data.dialog.file", file=load.file_name, who=load.loaded_by, moment=moment)
    return {
        (Id.DIALOG, "opened"): True,
        (Id.DIALOG, "title"): words(f"data.{action}.title", id=load.id),
        (Id.DIALOG, "closeButtonProps"): aria(label=words("data.dialog.close")),
        (Id.DIALOG_BODY, "children"): [
            html.P(file, className="subtitle"),
            *_consequences(action, aftermath, words),
            html.P(words(f"data.{action}.kept")),
        ],
        (Id.DIALOG_NAME_LABEL, "children"): words("data.dialog.name"),
        (Id.DIALOG_NAME, "value"): name,
        (Id.DIALOG_NAME_ERROR, "children"): None,
        (Id.DIALOG_YES, "children"): words(f"data.{action}.yes"),
        (Id.DIALOG_NO, "children"): words("data.dialog.cancel"),
        (Id.INTENT, "data"): {"action": action, "load": load.id},
    }


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
