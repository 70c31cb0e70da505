"""What can be decided about a flag, as buttons that open the dialogue."""

from dash import html
from dash.development.base_component import Component

from cakupan.domain.flags import FlagCode, Verdict
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
        return [_button(MutuAction.REOPEN, Verdict.REOPENED, case, mutu)]
    found: list[Component] = [_button(MutuAction.ACCEPT, Verdict.ACCEPTED, case, mutu)]
    if case.code.excludes is not None or case.code is FlagCode.SERIES_BREAK:
        found.append(_button(MutuAction.EXCLUDE, Verdict.EXCLUDED, case, mutu))
    if case.code is not FlagCode.SERIES_BREAK:
        found.append(
            html.A(mutu.words("mutu.action.correct"), href="/data", className="link-button")
        )
    return found


def _button(action: MutuAction, verdict: Verdict, case: Case, mutu: MutuView) -> html.Button:
    name = flag_name(case.flag.key, mutu)
    return html.Button(
        [
            verdict_words("action", verdict, case.flag.key, mutu.words),
            html.Span(f" {name}", className="unseen"),
        ],
        id={"type": action, "flag": case.flag.key.text},
        className="quiet-button",
        type="button",
        **aria(haspopup="dialog"),
    )
