"""What persons decided: beside a flag, and as a history that is never shortened."""

from dash import html

from cakupan.domain.flags import Decision
from layouts.card import head
from layouts.mutu.lists import sentence_list
from layouts.mutu.records import MutuView
from layouts.mutu.sentences import flag_name
from layouts.mutu.wording import verdict_words
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.HISTORY, "children"),)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.HISTORY, className="card mutu-history")


def changes(mutu: MutuView) -> Changes:
    """The card filled."""
    words, history = mutu.words, mutu.history
    title = words("mutu.history.title" if history else "mutu.history.none", count=len(history))
    lines = [
        html.Li(
            [html.B(flag_name(one.flag, mutu)), html.P(decided_by(one, mutu))],
        )
        for one in history
    ]
    return {
        (Id.HISTORY, "children"): [
            html.Header(head(title, words("mutu.history.subtitle")), className="card-head"),
            *sentence_list(lines, title),
        ]
    }


def decided_by(decision: Decision, mutu: MutuView) -> str:
    """Diterima oleh Sari, 5 Jan 2026 19.00: alasan."""
    return verdict_words(
        "decided",
        decision.verdict,
        decision.flag,
        mutu.words,
        who=decision.by,
        moment=mutu.view.moment(decision.at),
        reason=decision.reason,
    )
