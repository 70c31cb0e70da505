"""What the buttons of the Mutu data page do: open the dialogue, and keep what was decided."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from dash import ctx, html, no_update
from dash.exceptions import PreventUpdate

from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.storage.deciding import decide
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools
from callbacks.drawing import view_of
from callbacks.figures import Source
from callbacks.mutu_reading import read_mutu
from callbacks.reading import Request, settled
from callbacks.wiring import values
from layouts.ids import ShellId
from layouts.mutu import dialog
from layouts.mutu.dialog import LONGEST_REASON
from layouts.mutu.sentences import flag_sentence
from layouts.page_ids.mutu import MutuAction

Answer = tuple[object, object, object, object]
"""Whether the dialogue stays open, what is wrong, a stamp, and what was done."""

_SHORTEST_REASON = 10
_VERDICTS = {
    MutuAction.ACCEPT: Verdict.ACCEPTED,
    MutuAction.EXCLUDE: Verdict.EXCLUDED,
    MutuAction.REOPEN: Verdict.REOPENED,
}


def open_dialog(*given: object, tools: DataTools, source: Source) -> list[object]:
    """Open the dialogue for the button pressed; the last value given is the request."""
    pressed = ctx.triggered_id
    if not ctx.triggered or not ctx.triggered[0]["value"] or not isinstance(pressed, Mapping):
        raise PreventUpdate
    request, say = Request.of(given[-1]), tools.say(given[-1])
    verdict, text = _VERDICTS[MutuAction(pressed["type"])], str(pressed["flag"])
    with source.figures() as figures:
        view = view_of(figures, request, settled(figures, request))
        mutu = read_mutu(figures, view) if view else None
    cases = mutu.cases if mutu else ()
    case = next((one for one in cases if one.flag.key.text == text), None)
    if case is None or mutu is None:
        raise PreventUpdate
    opened = dialog.open_for(verdict, case.flag.key, flag_sentence(case, mutu), say)
    return values(opened, dialog.SLOTS)


def write_decision(
    clicks: int | None,
    intent: Mapping[str, Any] | None,
    data: object,
    reason: str | None,
    name: str | None,
    *,
    tools: DataTools,
) -> Answer:
    """Keep what was decided; where it cannot be, the dialogue stays open and says why."""
    if not clicks or not intent:
        raise PreventUpdate
    say, why, who = tools.say(data), (reason or "").strip(), (name or "").strip()
    faults = []
    if not _SHORTEST_REASON <= len(why) <= LONGEST_REASON:
        faults.append(say("mutu.fault.reason", least=_SHORTEST_REASON, most=LONGEST_REASON))
    if not who:
        faults.append(say("mutu.fault.name"))
    if faults:
        return _faults(faults)
    verdict = Verdict(intent["verdict"])
    flag = FlagKey.parse(str(intent["flag"]))
    decide(tools.writer, Decision(flag, verdict, why, who, tools.clock()))
    done = html.P(say(f"mutu.done.{verdict.value}"), className="note done")
    return False, None, secrets.token_hex(4), done


def decide_failure(error: Exception, *, tools: DataTools) -> Answer:
    """What stopped it, in the dialogue that stays open."""
    say = tools.say(ctx.states.get(f"{ShellId.REQUEST}.data"))
    return _faults([failure_sentence(error, say)])


def _faults(sentences: Sequence[str]) -> Answer:
    return no_update, [html.P(sentence) for sentence in sentences], no_update, no_update
