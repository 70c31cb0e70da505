"""What was changed about the ledger, by whom, and what held before: read back from the loads."""

from collections.abc import Mapping
from functools import partial

from cakupan.domain.ledger import LedgerKey
from cakupan.domain.loads import Load
from cakupan.storage.queries.ledger import StatedLine, is_retired, lines_before, lines_of_loads
from callbacks.edits import newest_edits
from callbacks.figures import Figures
from callbacks.ledger_edit import FAMILY
from layouts.segmen.records import LedgerEdit

Lines = Mapping[LedgerKey, StatedLine]


def read_ledger_edits(figures: Figures) -> list[LedgerEdit]:
    """The newest changes, those that were undone too."""
    return newest_edits(
        figures, FAMILY, partial(lines_of_loads, figures.reader), partial(_edits, figures)
    )


def _edits(figures: Figures, stated: Mapping[Load, Lines]) -> list[LedgerEdit]:
    subjects = {load.id: _subject(lines).line.key for load, lines in stated.items()}
    before = lines_before(figures.reader, subjects, publishers=figures.publishers)
    return [_edit(load, lines, before.get(load.id)) for load, lines in stated.items()]


def _subject(stated: Lines) -> StatedLine:
    """What was changed: the line that was taken back, else the one that is new."""
    lines = list(stated.values())
    return next((one for one in lines if is_retired(one.figures)), lines[0])


def _edit(load: Load, stated: Lines, before: StatedLine | None) -> LedgerEdit:
    kept = next((one for one in stated.values() if not is_retired(one.figures)), None)
    subject = _subject(stated)
    gone = subject.line if is_retired(subject.figures) else None
    return LedgerEdit(
        load=load,
        before=before.line if before else gone,
        after=kept.line if kept else None,
        citation=(kept or subject).line.citation,
    )
