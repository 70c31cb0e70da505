"""What the buttons of the Data page do. Everything that is written is written here."""

from collections.abc import Iterable
from typing import Any

from dash import ctx, no_update
from dash.exceptions import PreventUpdate

from cakupan.domain.acting import actor
from cakupan.texts import Words
from callbacks.buttons import id_of, pressed
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools, visitor
from callbacks.dialog import stamp
from layouts import elements as html
from layouts.ids import DataAction, ShellId

Acted = tuple[object, object]
"""The stamp with which the page is drawn again, and what is said."""

_REQUEST = f"{ShellId.REQUEST}.data"


def load_files(
    clicks: int | None,
    name: str | None,
    offered: Iterable[str] | None,
    data: object,
    *,
    tools: DataTools,
) -> tuple[object, object, object]:
    """Have the files loaded that were on the screen as ready; the history keeps the name."""
    if not clicks:
        raise PreventUpdate
    who = actor().signs((name or "").strip())
    if not who:
        return no_update, tools.say(data)("dialog.nameless"), None
    tools.desk.begin_load(visitor(), offered or (), by=who)
    return stamp(), None, None


def load_failure(error: Exception, *, tools: DataTools) -> tuple[object, object, object]:
    """The page is drawn again and says what stopped it; nothing was loaded."""
    return stamp(), None, _failed(error, tools)


def act_on_file(
    note: object,
    _chosen: object,
    _typed: object,
    _tables: object,
    data: object,
    *,
    tools: DataTools,
) -> Acted:
    """What the button of a file does, by the ``note`` of what was pressed."""
    button = id_of(pressed(note))
    action, token, say = DataAction(button["type"]), str(button["token"]), tools.say(data)
    if action is DataAction.ANSWER:
        return _answer(token, tools, say)
    if action is DataAction.CHOOSE:
        return _choose(token, tools, say)
    does = {
        DataAction.DROP: tools.desk.drop,
        DataAction.RETRY: tools.desk.retry,
        DataAction.ASK_AGAIN: tools.desk.ask_again,
    }
    does[action](visitor(), token)
    return stamp(), None


def _answer(token: str, tools: DataTools, say: Words) -> Acted:
    """Have it examined with the answers on its form."""
    answers = {
        field["id"]["question"]: str(field["value"]).strip()
        # A typed answer goes before one picked.
        for field in _fields(token, 0, 1)
        if str(field.get("value") or "").strip()
    }
    if not answers:
        return no_update, _said(say("data.question.unanswered"), "moved")
    tools.desk.answer(visitor(), token, answers)
    return stamp(), None


def _choose(token: str, tools: DataTools, say: Words) -> Acted:
    """Have it examined with the tables that are ticked."""
    taken = next((field.get("value") or [] for field in _fields(token, 2)), [])
    if not taken:
        return no_update, _said(say("data.tables.none"), "moved")
    tools.desk.choose(visitor(), token, taken)
    return stamp(), None


def _fields(token: str, *kinds: int) -> list[dict[str, Any]]:
    """The fields on the form of a file, of these kinds in the order in which they are asked for."""
    fields = [field for kind in kinds for field in ctx.states_list[kind]]
    return [field for field in fields if field["id"]["token"] == token]


def _failed(error: Exception, tools: DataTools) -> html.P:
    return _said(failure_sentence(error, tools.say(ctx.states.get(_REQUEST))), "failed")


def _said(sentence: str, kind: str) -> html.P:
    return html.P(sentence, className=f"note {kind}")
