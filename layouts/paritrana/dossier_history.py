"""The history of dossiers: who noted what of whom and when, and the way back."""

from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.edit_history import Entry, History
from layouts.page_ids.paritrana import DossierAction
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.dossier_words import DossierWords
from layouts.paritrana.records import ParitranaView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.DOSSIER_HISTORY, "children"), (Id.DOSSIER_HISTORY, "hidden"))


def at_rest() -> html.Section:
    """The card before the history has come."""
    return html.Section(id=Id.DOSSIER_HISTORY, className="card paritrana-history", hidden=True)


def changes(page: ParitranaView) -> Changes:
    """The card filled; it is away where nothing was changed here yet."""
    words, edits = page.words, page.edits
    wording = DossierWords(page.view.reference, words)
    history = History(
        name="paritrana-dossier-history",
        title=words("berkas.history", count=count(len(edits), words.language)),
        subtitle=words("berkas.history_lead"),
        entries=tuple(
            Entry(
                edit.load,
                wording.called(edit.nominee),
                wording.change(edit.before, edit.after),
                edit.citation,
            )
            for edit in edits
        ),
    )
    return {
        **history.changes(Id.DOSSIER_HISTORY, DossierAction.TURN, page.view),
        (Id.DOSSIER_HISTORY, "hidden"): not edits,
    }
