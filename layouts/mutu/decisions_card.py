"""What persons decided, as a history that is never shortened."""

from layouts import elements as html
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.mutu.cards_data import decision_columns, mutu_shown
from layouts.mutu.decisions import decided_by
from layouts.mutu.lists import sentence_list
from layouts.mutu.records import MutuView
from layouts.mutu.sentences import flag_name
from layouts.page_ids.mutu import MutuId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "mutu-history"
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
    subtitle, columns = words("mutu.history.subtitle"), decision_columns(history, mutu)
    return {
        **as_data(Id.HISTORY, mutu_shown(NAME, title, subtitle, columns, mutu)),
        (Id.HISTORY, "children"): [
            menu_of(NAME, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            *sentence_list(lines, title),
        ],
    }
