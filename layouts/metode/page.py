"""The page as a whole: what is counted, how it is worked out, what it rests on, what words mean."""

from collections.abc import Callable, Sequence
from itertools import chain

from dash.development.base_component import Component

from cakupan.domain.records import Record
from cakupan.domain.reference import Reference, Target
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria
from layouts.card_menu import menu_button
from layouts.frame import Frame
from layouts.ids import MetodeId as Id
from layouts.metode import formulas, glossary, lists, programs
from layouts.metode.listing import Listing
from layouts.records import KnownFault
from layouts.taken import as_data
from layouts.view import Changes, Slot

PATH = "/metode"
TITLE = "metode.title"
ICON = "book"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (*FRAME.slots, (Id.HEAD, "children"), (Id.SECTIONS, "children"))
"""Every place and property that a drawing of the page fills."""


class MetodeView(Record, frozen=True):
    """What the page explains: the reference data, the targets in force, the faults corrected."""

    reference: Reference
    targets: Sequence[Target]
    faults: Sequence[KnownFault]
    words: Words


SECTIONS: dict[str, Callable[[MetodeView], list[Listing]]] = {
    "measures": lambda view: lists.measures(view.words),
    "denominators": lambda view: lists.denominators(view.reference, view.words),
    "formulas": lambda view: [formulas.listed(view.words)],
    "groups": lambda view: lists.groups(view.reference, view.words),
    "targets": lambda view: lists.targets(view.targets, view.reference, view.words),
    "regulations": lambda view: lists.regulations(view.reference, view.targets, view.words),
    "publishers": lambda view: lists.publishers(view.reference, view.words),
    "faults": lambda view: lists.faults(view.faults, view.words),
    "api": lambda view: [programs.listed(view.words)],
    "glossary": lambda view: [glossary.listed(view.words)],
}
"""The sections by the name their address ends in (``#formulas``), in the order of reading."""
_OTHERWISE: dict[str, Callable[[Words], list[Component]]] = {
    "formulas": formulas.formulas,
    "api": programs.programs,
    "glossary": glossary.glossary,
}
"""Sections that are drawn as something else than tables."""


def at_rest(words: Words) -> html.Div:
    """The page before it is drawn."""
    return FRAME.at_rest(
        "metode",
        [
            html.Header(id=Id.HEAD, className="card metode-head", children=_head(words)),
            html.Div(id=Id.SECTIONS, className="metode-sections"),
        ],
    )


def changes(view: MetodeView) -> Changes:
    """The page filled."""
    told = {name: listings(view) for name, listings in SECTIONS.items()}
    taken = [
        as_data(f"{name}-{one.name}", one.as_data(view.words(f"metode.section.{name}")))
        for name, listings in told.items()
        for one in listings
    ]
    return {
        **FRAME.shown(),
        **dict(chain.from_iterable(one.items() for one in taken)),
        (Id.HEAD, "children"): _head(view.words),
        (Id.SECTIONS, "children"): [
            _section(name, listings, view.words) for name, listings in told.items()
        ],
    }


def _section(name: str, listings: list[Listing], words: Words) -> html.Section:
    """The heading with its menu, which takes away the first list, and what is told."""
    drawn = _OTHERWISE.get(name)
    parts = drawn(words) if drawn else [part for one in listings for part in one.drawn(words)]
    heading = f"metode-{name}-head"
    return html.Section(
        [
            menu_button(f"metode-{listings[0].name}", head=heading),
            html.H2(words(f"metode.section.{name}"), id=heading),
            *parts,
        ],
        id=name,
        className=f"card metode-{name}",
    )


def _head(words: Words) -> list[Component]:
    return [
        html.H1(words("metode.title")),
        html.P(words("metode.lead"), className="lead"),
        html.Nav(
            [html.A(words(f"metode.section.{name}"), href=f"#{name}") for name in SECTIONS],
            className="metode-contents",
            **aria(label=words("metode.contents")),
        ),
    ]
