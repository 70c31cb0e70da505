"""Releases: those there are, and the form that freezes what counts now."""

from collections.abc import Sequence
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.records import Record
from cakupan.domain.releases import LONGEST_NOTE, Edition, Listed
from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.choices import Choices
from layouts.data.marks import mark
from layouts.data.name_field import name_field
from layouts.listing import listed, listing, titles
from layouts.looks import watch
from layouts.page_ids.releases import ReleasesId as Id
from layouts.page_ids.releases import ReleasesWatch
from layouts.view import Changes, Slot, wall_clock

SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.LIST, "children"),
    (Id.LIST, "aria-label"),
    (Id.FORM, "aria-label"),
    (Id.NAME_LABEL, "children"),
    (Id.NOTE, "label"),
    (Id.EMBARGO, "label"),
    (Id.EMBARGO, "description"),
    (Id.MAKE, "children"),
)
_COLUMNS = ("release", "made", "figures", "state")


class ReleasesView(Record, frozen=True):
    """What the visitor may know of each release, newest first; ``zone`` names this clock's time."""

    words: Words
    choices: Choices
    releases: Sequence[Listed]
    zone: str


def at_rest(words: Words) -> html.Article:
    """The card before the list has come."""
    return html.Article(
        className="card releases",
        children=[
            html.Header(id=Id.HEAD, className="card-head"),
            html.Div(
                id=Id.LIST,
                className="table-scroll",
                tabIndex=0,
                role="group",
                **aria(label=words("release.list.none")),
            ),
            html.Div(id=Id.SAID, className="said", role="status"),
            _form(words),
            dcc.Store(id=Id.CHANGED),
        ],
    )


def _form(words: Words) -> html.Div:
    return html.Div(
        id=Id.FORM,
        className="release-form",
        role="group",
        children=[
            name_field(
                Id.NAME,
                label_id=Id.NAME_LABEL,
                error_id=Id.NAME_ERROR,
                label=words("release.form.name"),
            ),
            dmc.TextInput(
                id=Id.NOTE,
                label=words("release.form.note"),
                value="",
                attributes={"input": {"maxLength": LONGEST_NOTE}},
            ),
            # The browser's own field for moments knows the reader's way of writing.
            dmc.TextInput(
                id=Id.EMBARGO,
                label=words("release.form.embargo"),
                value="",
                inputWrapperOrder=["label", "input", "description"],
                attributes={"input": {"type": "datetime-local"}},
            ),
            html.Button(words("release.form.make"), id=Id.MAKE, className="button", type="button"),
        ],
        **aria(label=words("release.form.make")),
    )


def under_way(asked: str, words: Words) -> html.P:
    """Said while a release is made, for as long as it is looked for by what was ``asked``."""
    looks = watch({"type": ReleasesWatch.MAKING, "asked": asked})
    return html.P([words("release.under_way"), looks], className="note")


def changes(view: ReleasesView) -> Changes:
    """The card filled."""
    words = view.words
    title = _title(view)
    return {
        (Id.HEAD, "children"): head(title, words("release.list.subtitle")),
        (Id.LIST, "children"): _table(view, title) if view.releases else None,
        (Id.LIST, "aria-label"): title,
        (Id.FORM, "aria-label"): words("release.form.make"),
        (Id.NAME_LABEL, "children"): words("release.form.name"),
        (Id.NOTE, "label"): words("release.form.note"),
        (Id.EMBARGO, "label"): words("release.form.embargo"),
        (Id.EMBARGO, "description"): words("release.form.zone", zone=view.zone),
        (Id.MAKE, "children"): words("release.form.make"),
    }


def _title(view: ReleasesView) -> str:
    few = {0: "none", 1: "one"}.get(len(view.releases))
    if few:
        return view.words(f"release.list.{few}")
    return view.words("release.list.title", count=count(len(view.releases), view.words.language))


def _table(view: ReleasesView, title: str) -> html.Table:
    rows = [_row(one, view) for one in view.releases]
    return listing(title, rows, titles(_COLUMNS, "release", view.words))


def _row(one: Listed, view: ReleasesView) -> html.Tr:
    """Of a release that must not be seen yet, its id alone."""
    if one.edition is None:
        cells: dict[str, list[Component]] = {"state": [_embargoed(view.words("release.hidden"))]}
        name: list[Component] = [html.Span(one.id, className="file-name")]
    else:
        cells = _told(one.edition, view.words)
        name = [_link(one.id, view), *_note(one.edition)]
    first, *others = _COLUMNS
    row = {first: name, **{column: cells.get(column, []) for column in others}}
    return listed(row, "release", view.words)


def _told(edition: Edition, words: Words) -> dict[str, list[Component]]:
    release = edition.release
    return {
        "made": [
            html.Span(wall_clock(release.made_at, words.language)),
            html.Small(words("data.history.by", who=release.made_by)),
        ],
        "figures": [html.Span(count(release.figures, words.language))],
        "state": _state(edition, words),
    }


def _state(edition: Edition, words: Words) -> list[Component]:
    until = edition.release.embargo_until
    if edition.under_embargo and until is not None:
        moment = wall_clock(until, words.language)
        return [_embargoed(words("release.until", moment=moment))]
    return [mark("current", words("release.open"))]


def _embargoed(text: str) -> Component:
    return mark("warns", text)


def _note(edition: Edition) -> list[Component]:
    return [html.Small(edition.release.note)] if edition.release.note else []


def _link(release_id: str, view: ReleasesView) -> html.A:
    """To its Ringkasan, with the choices of here."""
    query = f"{view.choices.anywhere().running().query}&{urlencode({'rilis': release_id})}"
    return html.A(release_id, href=f"/{query}", className="file-name")
