"""What was corrected: each figure with who changed it from what to what, and the way back."""

from cakupan.domain.corrections import Correction
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.corrections import CorrectionWords
from layouts.edit_history import Entry, History
from layouts.mutu.records import MutuView
from layouts.page_ids.mutu import MutuAction
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes, Slot

NAME = "mutu-corrections"
SLOTS: tuple[Slot, ...] = ((Id.CORRECTIONS, "children"), (Id.CORRECTIONS, "hidden"))


def at_rest() -> html.Article:
    """The card before the history has come."""
    return html.Article(id=Id.CORRECTIONS, className="card mutu-corrections", hidden=True)


def changes(mutu: MutuView) -> Changes:
    """The card filled; it is away where nothing was corrected yet."""
    words, wording = mutu.words, CorrectionWords(mutu.view.reference, mutu.words)
    entries = tuple(_entry(one, wording) for one in mutu.corrections)
    history = History(
        name=NAME,
        title=words("mutu.corrections.title", count=count(len(entries), words.language)),
        subtitle=words("mutu.corrections.subtitle"),
        entries=entries,
    )
    return {
        **history.changes(Id.CORRECTIONS, MutuAction.TURN, mutu.view),
        (Id.CORRECTIONS, "hidden"): not entries,
    }


def _entry(one: Correction, wording: CorrectionWords) -> Entry:
    return Entry(one.load, wording.called(one.figure.key), wording.change(one), one.figure.citation)
