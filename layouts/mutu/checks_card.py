"""Published figures and what became of checking them, and the register of breaks."""

from dash.development.base_component import Component

from cakupan.analytics.published_checks import Check, Outcome
from layouts import elements as html
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.mutu.buttons import buttons
from layouts.mutu.cards_data import case_columns, check_columns, mutu_shown
from layouts.mutu.decisions import decided_by
from layouts.mutu.lists import sentence_list
from layouts.mutu.records import Case, MutuView
from layouts.mutu.sentences import check_sentence, flag_sentence
from layouts.page_ids.mutu import MutuId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot

CHECKS, BREAKS = "mutu-checks", "mutu-breaks"
SLOTS: tuple[Slot, ...] = ((Id.CHECKS, "children"), (Id.BREAKS, "children"))
_MOST = 60
_WRONG = (Outcome.IMPOSSIBLE, Outcome.ABOVE_WHOLE, Outcome.ABOVE_SET)
_DOUBTFUL = (Outcome.APART,)


def at_rest() -> list[Component]:
    """Both cards before any number has come."""
    return [
        html.Article(id=Id.CHECKS, className="card mutu-checks"),
        html.Article(id=Id.BREAKS, className="card mutu-breaks"),
    ]


def changes(mutu: MutuView) -> Changes:
    """Both cards filled."""
    return {**_checks(mutu), **_breaks(mutu)}


def _checks(mutu: MutuView) -> Changes:
    words, checks = mutu.words, mutu.checks
    wrong = sum(check.outcome in _WRONG for check in checks)
    key = "wrong" if wrong else "fine" if checks else "none"
    title = words(f"mutu.checks.{key}", count=wrong, total=len(checks))
    lines = [_check(check, mutu) for check in checks[:_MOST]]
    subtitle, columns = words("mutu.checks.subtitle"), check_columns(checks, mutu)
    return {
        **as_data(Id.CHECKS, mutu_shown(CHECKS, title, subtitle, columns, mutu)),
        (Id.CHECKS, "children"): [
            menu_of(CHECKS, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            *sentence_list(lines, title),
        ],
    }


def _check(check: Check, mutu: MutuView) -> html.Li:
    kind = "red" if check.outcome in _WRONG else "amber" if check.outcome in _DOUBTFUL else "note"
    return html.Li(
        [
            html.Span(
                mutu.words(f"mutu.outcome.{check.outcome.value}"), className=f"gravity {kind}"
            ),
            html.P(check_sentence(check, mutu)),
            html.Small(check.told.citation),
        ]
    )


def _breaks(mutu: MutuView) -> Changes:
    words, breaks = mutu.words, mutu.breaks[::-1]
    title = words("mutu.breaks.title" if breaks else "mutu.breaks.none", count=len(breaks))
    lines = [_break(case, mutu) for case in breaks[:_MOST]]
    subtitle, columns = words("mutu.breaks.subtitle"), case_columns(breaks, mutu)
    return {
        **as_data(Id.BREAKS, mutu_shown(BREAKS, title, subtitle, columns, mutu)),
        (Id.BREAKS, "children"): [
            menu_of(BREAKS, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            *sentence_list(lines, title),
        ],
    }


def _break(case: Case, mutu: MutuView) -> html.Li:
    decided = [] if case.decision is None else [html.P(decided_by(case.decision, mutu))]
    actions = html.Div(buttons(case, mutu), className="flag-actions")
    return html.Li([html.P(flag_sentence(case, mutu)), *decided, actions])
