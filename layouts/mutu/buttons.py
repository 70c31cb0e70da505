"""What can be decided about a flag or a correction, as buttons that open the dialogue."""

from collections.abc import Mapping

from dash.development.base_component import Component

from cakupan.domain.corrections import Correction
from cakupan.domain.flags import FlagCode, Verdict
from layouts import elements as html
from layouts.attributes import aria
from layouts.mutu.records import Case, MutuView
from layouts.mutu.sentences import flag_name
from layouts.mutu.wording import verdict_words
from layouts.page_ids.mutu import MutuAction


def buttons(case: Case, mutu: MutuView) -> list[Component]:
    """Accept, exclude where something is left out by it, or open again what was decided."""
    if mutu.view.edition is not None:
        # What is frozen cannot be decided about.
        return []
    if case.decision is not None:
        return [_verdict(MutuAction.REOPEN, Verdict.REOPENED, case, mutu)]
    found: list[Component] = [_verdict(MutuAction.ACCEPT, Verdict.ACCEPTED, case, mutu)]
    if case.code.excludes is not None or case.code is FlagCode.SERIES_BREAK:
        found.append(_verdict(MutuAction.EXCLUDE, Verdict.EXCLUDED, case, mutu))
    if case.can_be_corrected:
        found.append(_of_flag(MutuAction.CORRECT, mutu.words("mutu.action.correct"), case, mutu))
    elif case.code is not FlagCode.SERIES_BREAK:
        found.append(html.A(mutu.words("mutu.action.load"), href="/data", className="link-button"))
    return found


def undo_button(correction: Correction, name: str, mutu: MutuView) -> list[Component]:
    """The way back from a correction."""
    if mutu.view.edition is not None:
        return []
    place = {"type": MutuAction.TURN, "load": correction.load.id}
    return [_button(place, mutu.words("mutu.correct.undo"), name)]


def _verdict(action: MutuAction, verdict: Verdict, case: Case, mutu: MutuView) -> html.Button:
    text = verdict_words("action", verdict, case.flag.key, mutu.words)
    return _of_flag(action, text, case, mutu)


def _of_flag(action: MutuAction, text: str, case: Case, mutu: MutuView) -> html.Button:
    place = {"type": action, "flag": case.flag.key.text}
    return _button(place, text, flag_name(case.flag.key, mutu))


def _button(place: Mapping[str, object], text: str, name: str) -> html.Button:
    return html.Button(
        [text, html.Span(f" {name}", className="unseen")],
        id=dict(place),
        className="quiet-button",
        type="button",
        **aria(haspopup="dialog"),
    )
