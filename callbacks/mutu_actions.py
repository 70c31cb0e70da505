"""What the buttons of the Mutu data page do: open the dialogue, and keep what was decided."""

from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.storage.deciding import decide
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Pressed, Write
from callbacks.drawing import view_of
from callbacks.figures import Source
from callbacks.mutu_reading import read_mutu
from callbacks.reading import Request, settled
from layouts.dialog import Faults
from layouts.mutu import dialog
from layouts.mutu.dialog import LONGEST_REASON
from layouts.mutu.sentences import flag_sentence
from layouts.mutu.wording import verdict_words
from layouts.page_ids.mutu import MutuAction
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes

_SHORTEST_REASON = 10
_VERDICTS = {
    MutuAction.ACCEPT: Verdict.ACCEPTED,
    MutuAction.EXCLUDE: Verdict.EXCLUDED,
    MutuAction.REOPEN: Verdict.REOPENED,
}


def open_dialog(
    pressed: Pressed, data: object, *, tools: DataTools, source: Source
) -> Changes | None:
    """The dialogue for the button pressed; None where its flag is gone."""
    if isinstance(pressed, str):
        return None
    request, say = Request.of(data), tools.say(data)
    verdict, text = _VERDICTS[MutuAction(pressed["type"])], str(pressed["flag"])
    with source.figures() as figures:
        view = view_of(figures, request, settled(figures, request))
        mutu = read_mutu(figures, view) if view else None
    cases = (*mutu.cases, *mutu.breaks) if mutu else ()
    case = next((one for one in cases if one.flag.key.text == text), None)
    if case is None or mutu is None:
        return None
    return dialog.open_for(verdict, case.flag.key, flag_sentence(case, mutu), say)


def decide_flag(decided: Decided, *, tools: DataTools) -> Write | Faults:
    """What was decided, to be kept; without a reason what is wrong."""
    say, reason = decided.say, decided.typed[Id.REASON]
    if not _SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        return {Id.REASON: say("mutu.fault.reason", least=_SHORTEST_REASON, most=LONGEST_REASON)}
    verdict, flag = Verdict(decided.intent["verdict"]), FlagKey.parse(str(decided.intent["flag"]))

    def write() -> str:
        decide(tools.writer, Decision(flag, verdict, reason, decided.who, tools.clock()))
        return verdict_words("done", verdict, flag, say)

    return write
