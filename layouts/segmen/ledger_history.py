"""The history of the ledger: who changed which line from what to what, and the way back."""

from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.edit_history import Entry, History
from layouts.page_ids.segmen import LedgerAction
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.ledger_words import LedgerWords
from layouts.segmen.records import LedgerEdit, SegmenView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.HISTORY, "children"), (Id.HISTORY, "hidden"))


def at_rest() -> html.Section:
    """The card before the history has come."""
    return html.Section(id=Id.HISTORY, className="card segmen-history")


def changes(segmen: SegmenView) -> Changes:
    """The card filled; it is away where nothing was changed here yet."""
    words = segmen.words
    wording = LedgerWords(segmen.view.reference, words)
    entries = tuple(_entry(edit, wording) for edit in segmen.edits)
    history = History(
        name="segmen-history",
        title=words("segmen.history.title", count=count(len(entries), words.language)),
        subtitle=words("segmen.history.subtitle"),
        entries=entries,
    )
    return {
        **history.changes(Id.HISTORY, LedgerAction.TURN, segmen.view),
        (Id.HISTORY, "hidden"): not entries,
    }


def _entry(edit: LedgerEdit, wording: LedgerWords) -> Entry:
    subject = edit.after or edit.before
    name = wording.called(subject) if subject else ""
    return Entry(edit.load, name, wording.change(edit.before, edit.after), edit.citation)
