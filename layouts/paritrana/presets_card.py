"""The history of saved weights: every version with who, when and why, and the way to open it."""

from collections.abc import Mapping

from dash import dcc

from cakupan.domain.shown import Shown
from cakupan.domain.weights import WeightVersion
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.page_ids.paritrana import WeightsAction
from layouts.paritrana.presets import newest, opening_query, version_name
from layouts.paritrana.records import ParitranaView
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "paritrana-saved"
SLOTS: tuple[Slot, ...] = ((Id.SAVED, "children"), (Id.SAVED, "hidden"))


def at_rest() -> html.Section:
    """The card before the history has come."""
    return html.Section(id=Id.SAVED, className="card paritrana-saved", hidden=True)


def changes(page: ParitranaView) -> Changes:
    """The card filled; it is away where nothing was saved yet."""
    words, versions = page.words, page.versions
    presets = count(len(newest(versions)), words.language)
    title = words("bobot.history", count=presets)
    subtitle = words("bobot.history_lead")
    return {
        **as_data(Id.SAVED, _as_data(page, title, subtitle)),
        (Id.SAVED, "hidden"): not versions,
        (Id.SAVED, "children"): [
            *([menu_of(NAME, title, words)] if versions else []),
            html.Header(head(title, subtitle), className="card-head"),
            html.Ol([_version(one, page) for one in versions], className="edits"),
        ],
    }


def told_weights(weights: Mapping[str, int], page: ParitranaView) -> list[str]:
    """Capaian peserta terbesar 40: each criterion above 0, in the order of the reference."""
    return [
        f"{page.criterion_name(criterion.id)} {count(weights[criterion.id], page.words.language)}"
        for criterion in page.view.reference.award_criteria
        if weights.get(criterion.id, 0) > 0
    ]


def _as_data(page: ParitranaView, title: str, subtitle: str) -> Shown:
    """A row for each version."""
    columns, versions = ColumnsOf(page.words, "bobot.column"), page.versions
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=caption(page.view),
        alt=title,
        columns=(
            columns.text("name", (version_name(one, page.words) for one in versions)),
            columns.text("weights", (", ".join(told_weights(o.weights, page)) for o in versions)),
            columns.text("note", (one.note for one in versions)),
            columns.text("by", (one.by for one in versions)),
            columns.text("at", (page.view.moment(one.at) for one in versions)),
            columns.text("state", (_state(one, page) for one in versions)),
            columns.text("address", (f"?bobot={one.address}" for one in versions)),
        ),
        empty=not versions,
    )


def _version(version: WeightVersion, page: ParitranaView) -> html.Li:
    words = page.words
    moment = page.view.moment(version.at)
    note = [html.Small(words("bobot.noted", note=version.note))] if version.note else []
    return html.Li(
        [
            html.Div(
                [
                    html.B(version_name(version, words)),
                    " ",
                    html.Span(", ".join(told_weights(version.weights, page)), className="change"),
                    html.Small(words("edits.by", moment=moment, who=version.by)),
                    *note,
                ]
            ),
            html.Div(
                [
                    html.Span(_state(version, page), className="state"),
                    dcc.Link(
                        [words("bobot.open"), _of(version, page)],
                        href=opening_query(version, page),
                    ),
                    *_buttons(version, page),
                ]
            ),
        ]
    )


def _state(version: WeightVersion, page: ParitranaView) -> str:
    if version.is_retired:
        return page.words("bobot.state.retired")
    key = "newest" if version in newest(page.versions) else "older"
    return page.words(f"bobot.state.{key}")


def _buttons(version: WeightVersion, page: ParitranaView) -> list[html.Button]:
    """What can be done with a preset, beside its newest version; what is frozen stays."""
    if page.view.edition or version not in newest(page.versions):
        return []
    actions = (
        (WeightsAction.RESTORE,)
        if version.is_retired
        else (WeightsAction.UPDATE, WeightsAction.RETIRE)
    )
    return [
        html.Button(
            [page.words(f"bobot.{action.removeprefix('weights-')}"), _of(version, page)],
            id={"type": action, "preset": version.preset},
            className="quiet-button",
            type="button",
            **aria(haspopup="dialog"),
        )
        for action in actions
    ]


def _of(version: WeightVersion, page: ParitranaView) -> html.Span:
    """What the button is about, for those who do not see where it stands."""
    return html.Span(f" {version_name(version, page.words)}", className="unseen")
