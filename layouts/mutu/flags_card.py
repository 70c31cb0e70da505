"""The flags: each a sentence with its place, its owner, and the buttons to decide about it."""

from collections import defaultdict

from dash.development.base_component import Component

from cakupan.domain.corrections import Correction
from cakupan.domain.flags import FlagSeverity
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.corrections import CorrectionWords
from layouts.mutu.buttons import buttons, undo_button
from layouts.mutu.cards_data import case_columns, mutu_shown
from layouts.mutu.decisions import corrected_by, decided_by
from layouts.mutu.records import Case, MutuView
from layouts.mutu.sentences import flag_sentence
from layouts.page_ids.mutu import MutuId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "mutu-flags"
SLOTS: tuple[Slot, ...] = ((Id.FLAGS, "children"),)
_MOST = 40
_MOST_PLACES = 4
_ICONS = {
    FlagSeverity.RED: "mark-refused",
    FlagSeverity.AMBER: "mark-warns",
    FlagSeverity.NOTE: "mark-notes",
}


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.FLAGS, className="card first-card mutu-flags")


def changes(mutu: MutuView) -> Changes:
    """The card filled: what waits for a person's word, and what was decided on request."""
    words = mutu.words
    waiting = [case for case in mutu.cases if case.decision is None]
    settled = _settled(mutu)
    red = sum(case.is_open_red for case in waiting)
    key = "red" if red else "waiting" if waiting else "none"
    title = words(f"mutu.flags.{key}", count=red, total=len(waiting))
    children: list[Component] = [
        html.Header(
            [html.H1(words("mutu.title")), *head(title, _subtitle(mutu))], className="card-head"
        ),
        html.Ul([_line(case, mutu) for case in waiting[:_MOST]], className="flags"),
    ]
    if len(waiting) > _MOST:
        more = words("mutu.flags.more", shown=_MOST, total=len(waiting))
        children.append(html.P(more, className="subtitle"))
    if settled:
        children.append(
            html.Details(
                [
                    html.Summary(words("mutu.flags.settled", count=len(settled))),
                    html.Ul(settled[:_MOST], className="flags"),
                ],
                className="settled",
            )
        )
    columns = case_columns(mutu.cases, mutu)
    return {
        **as_data(Id.FLAGS, mutu_shown(NAME, title, _subtitle(mutu), columns, mutu)),
        (Id.FLAGS, "children"): [menu_of(NAME, title, words), *children],
    }


def _subtitle(mutu: MutuView) -> str:
    return mutu.words("mutu.flags.subtitle", region=mutu.view.region.name)


def _settled(mutu: MutuView) -> list[html.Li]:
    """What was decided about flags, and the figures that were corrected instead."""
    decided = (_line(case, mutu) for case in mutu.cases if case.decision is not None)
    corrected = (_corrected(one, mutu) for one in mutu.corrections if one.holds)
    return [*corrected, *decided]


def _line(case: Case, mutu: MutuView) -> html.Li:
    severity = case.flag.severity
    told: list[Component] = [html.P(flag_sentence(case, mutu), className="flag-sentence")]
    if case.decision is not None:
        told.append(html.P(decided_by(case.decision, mutu), className="flag-decision"))
    told += [html.P(corrected_by(one, mutu), className="flag-decision") for one in case.corrections]
    told += [html.Small(line) for line in _where(case, mutu)]
    return _item(
        _ICONS[severity],
        mutu.words(f"mutu.severity.{severity.value}"),
        severity.value,
        told=told,
        actions=buttons(case, mutu),
    )


def _corrected(one: Correction, mutu: MutuView) -> html.Li:
    name = CorrectionWords(mutu.view.reference, mutu.words).called(one.figure.key)
    told: list[Component] = [
        html.P(name, className="flag-sentence"),
        html.P(corrected_by(one, mutu), className="flag-decision"),
    ]
    actions = undo_button(one, name, mutu)
    return _item(
        "mark-current", mutu.words("mutu.correct.mark"), "note", told=told, actions=actions
    )


def _item(
    icon: str, word: str, gravity: str, *, told: list[Component], actions: list[Component]
) -> html.Li:
    mark = html.Span(
        [html.Span(className=f"icon {icon}", **aria(hidden="true")), word],
        className=f"gravity {gravity}",
    )
    return html.Li(
        [
            mark,
            html.Div(told, className="flag-told"),
            html.Div(actions, className="flag-actions"),
        ]
    )


def _where(case: Case, mutu: MutuView) -> list[str]:
    """File, sheet and cells, and who owns the figure."""
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for place in case.places[:_MOST_PLACES]:
        cells[place.file_name, place.sheet].append(place.cell)
    lines = [
        mutu.words("mutu.flags.place", file=file, sheet=sheet, cell=", ".join(found))
        for (file, sheet), found in cells.items()
    ]
    owners = {mutu.view.publisher_name(place.publisher): None for place in case.places}
    if owners:
        lines.append(mutu.words("mutu.flags.owner", owner=", ".join(owners)))
    return lines
