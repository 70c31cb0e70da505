"""What the buttons of the Data page do. Everything that is written is written here."""

from collections.abc import Iterable, Mapping
from typing import Any

from dash import ctx, no_update
from dash.exceptions import PreventUpdate

from cakupan.domain.acting import actor
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools, visitor
from callbacks.dialog import id_of, pressed, stamp
from layouts import elements as html
from layouts.ids import DataAction, ShellId

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


def settle_file(_drops: object, _retries: object, *, tools: DataTools) -> tuple[object, object]:
    """Forget a file, or have it examined once more."""
    button = _pressed()
    owner, token = visitor(), str(button["token"])
    if button["type"] == DataAction.RETRY:
        tools.desk.retry(owner, token)
    else:
        tools.desk.drop(owner, token)
    return stamp(), None


def answer_file(
    _answers: object,
    _agains: object,
    _chosen: object,
    _typed: object,
    data: object,
    *,
    tools: DataTools,
) -> tuple[object, object]:
    """Have a file examined with the answers on its form, or without those given before."""
    button = _pressed()
    owner, token = visitor(), str(button["token"])
    if button["type"] == DataAction.ASK_AGAIN:
        tools.desk.ask_again(owner, token)
        return stamp(), None
    answers = _answers_for(token)
    if not answers:
        return no_update, _said(tools.say(data)("data.question.unanswered"), "moved")
    tools.desk.answer(owner, token, answers)
    return stamp(), None


def choose_tables(
    _clicks: object, _taken: object, data: object, *, tools: DataTools
) -> tuple[object, object]:
    """Have a file examined with the tables that are ticked."""
    token = str(_pressed()["token"])
    fields = (field for field in ctx.states_list[0] if field["id"]["token"] == token)
    taken = next((field.get("value") or [] for field in fields), [])
    if not taken:
        return no_update, _said(tools.say(data)("data.tables.none"), "moved")
    tools.desk.choose(visitor(), token, taken)
    return stamp(), None


def _answers_for(token: str) -> dict[str, str]:
    """What stands in the form of one file; a typed answer goes before one picked."""
    fields = [field for fields in ctx.states_list[:2] for field in fields]
    return {
        field["id"]["question"]: str(field["value"]).strip()
        for field in fields
        if field["id"]["token"] == token and str(field.get("value") or "").strip()
    }


def _failed(error: Exception, tools: DataTools) -> html.P:
    return _said(failure_sentence(error, tools.say(ctx.states.get(_REQUEST))), "failed")


def _said(sentence: str, kind: str) -> html.P:
    return html.P(sentence, className=f"note {kind}")


def _pressed() -> Mapping[str, Any]:
    """The id of the button of a file that was pressed."""
    return id_of(pressed())
