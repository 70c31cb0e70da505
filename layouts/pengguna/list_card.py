"""The people there are: what each is, where they may work, whether they are here."""

from dash.development.base_component import Component

from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.data.marks import mark
from layouts.listing import listed, listing, titles
from layouts.page_ids.pengguna import PenggunaAction as Action
from layouts.page_ids.pengguna import PenggunaId as Id
from layouts.pengguna.records import Listed, PeopleView, scope_words
from layouts.view import Changes, Slot, wall_clock

SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.NEW, "children"),
    (Id.LIST, "children"),
    (Id.LIST, "aria-label"),
)
_COLUMNS = ("person", "role", "scope", "state", "action")


def at_rest(label: str) -> html.Article:
    """The card before the list has come."""
    return html.Article(
        className="card people",
        children=[
            html.Header(id=Id.HEAD, className="card-head"),
            html.Button(label, id=Id.NEW, className="button", type="button"),
            html.Div(
                id=Id.LIST, className="table-scroll", tabIndex=0, role="group", **aria(label=label)
            ),
        ],
    )


def changes(view: PeopleView) -> Changes:
    """The card filled."""
    words, listed = view.words, view.listed
    title = words("pengguna.list.title", count=count(len(listed), words.language))
    return {
        (Id.HEAD, "children"): head(title, words("pengguna.list.subtitle")),
        (Id.NEW, "children"): words("pengguna.add.button"),
        (Id.LIST, "children"): listing(
            title, [_row(one, view) for one in view.listed], titles(_COLUMNS, "pengguna", words)
        ),
        (Id.LIST, "aria-label"): title,
    }


def _row(one: Listed, view: PeopleView) -> html.Tr:
    words, person = view.words, one.person
    cells: dict[str, list[Component | str]] = {
        "person": [html.Span(person.name, className="file-name")],
        "role": [words(f"access.role.{person.role.value}")],
        "scope": [scope_words(person.scope, view.directory, words)],
        "state": _state(one, view),
        "action": [*_buttons(one, view)],
    }
    return listed(cells, "pengguna", words, state="withdrawn" if person.is_disabled else "")


def _state(one: Listed, view: PeopleView) -> list[Component | str]:
    words = view.words
    if one.person.is_disabled:
        return [mark("withdrawn", words("access.users.disabled"))]
    if not one.sessions or one.seen is None:
        return [mark("current", words("access.users.active"))]
    told = words(
        "pengguna.sessions",
        count=count(one.sessions, words.language),
        moment=wall_clock(one.seen, words.language),
    )
    return [mark("current", words("access.users.active")), html.Small(told)]


def _buttons(one: Listed, view: PeopleView) -> list[html.Button]:
    if one.person.is_disabled:
        actions = [Action.CHANGE, Action.ENABLE]
    else:
        ending = [Action.END] if one.sessions else []
        actions = [Action.CHANGE, Action.INVITE, *ending, Action.DISABLE]
    return [_button(action, one, view) for action in actions]


def _button(action: Action, one: Listed, view: PeopleView) -> html.Button:
    return html.Button(
        [
            view.words(f"pengguna.{action_name(action)}.button"),
            html.Span(f" · {one.person.name}", className="unseen"),
        ],
        id={"type": action, "person": one.person.name},
        className="link-button",
        type="button",
        **aria(haspopup="dialog"),
    )


def action_name(action: Action) -> str:
    """The word for an action in texts."""
    return action.removeprefix("pengguna-")
