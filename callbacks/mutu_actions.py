"""What the buttons of the Mutu data page do: open the dialogue, and keep what was decided."""

from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.storage.deciding import decide
from callbacks.buttons import Button
from callbacks.correction_actions import (
    CORRECT,
    TURNS,
    decide_correction,
    open_correction,
    open_turn,
    turn,
)
from callbacks.correction_form import read_reason
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Write
from callbacks.drawing import view_of
from callbacks.figures import Figures, Source
from callbacks.mutu_reading import read_mutu
from callbacks.reading import Request, settled
from layouts.dialog import Faults
from layouts.mutu import dialog
from layouts.mutu.sentences import flag_sentence
from layouts.mutu.wording import verdict_words
from layouts.page_ids.mutu import MutuAction
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes

_VERDICTS = {
    MutuAction.ACCEPT: Verdict.ACCEPTED,
    MutuAction.EXCLUDE: Verdict.EXCLUDED,
    MutuAction.REOPEN: Verdict.REOPENED,
}


def open_dialog(
    pressed: Button, data: object, *, tools: DataTools, source: Source
) -> Changes | None:
    """The dialogue for the button pressed; None where its flag or its correction is gone."""
    if isinstance(pressed, str):
        return None
    action = MutuAction(pressed["type"])
    with source.figures() as figures:
        if action is MutuAction.TURN:
            return open_turn(figures, int(pressed["load"]), tools.say(data))
        return _open_for_flag(figures, action, str(pressed["flag"]), Request.of(data))


def _open_for_flag(
    figures: Figures, action: MutuAction, text: str, request: Request
) -> Changes | None:
    view = view_of(figures, request, settled(figures, request))
    mutu = read_mutu(figures, view) if view else None
    cases = (*mutu.cases, *mutu.breaks) if mutu else ()
    case = next((one for one in cases if one.flag.key.text == text), None)
    if case is None or mutu is None:
        return None
    if action is MutuAction.CORRECT:
        return open_correction(figures, case, mutu)
    sentence = flag_sentence(case, mutu)
    return dialog.open_for(_VERDICTS[action], case.flag.key, sentence, mutu.words)


def decide_flag(decided: Decided, *, tools: DataTools, source: Source) -> Write | Faults:
    """What was decided, to be kept; or what is wrong with it."""
    action = str(decided.intent["action"])
    if action in TURNS:
        return turn(decided, tools=tools)
    if action == CORRECT:
        return decide_correction(decided, tools=tools, source=source)
    return _judge(decided, Verdict(action), tools)


def _judge(decided: Decided, verdict: Verdict, tools: DataTools) -> Write | Faults:
    reason, fault = read_reason(decided.typed[Id.REASON], decided.say)
    if fault:
        return {Id.REASON: fault}
    flag = FlagKey.parse(str(decided.intent["flag"]))

    def write() -> str:
        decide(tools.writer, Decision(flag, verdict, reason, decided.who, tools.clock()))
        return verdict_words("done", verdict, flag, decided.say)

    return write
