"""What was changed about the ledger, by whom, and what held before: read back from the loads."""

from collections.abc import Sequence
from functools import partial

from cakupan.domain.ledger import LedgerKey
from cakupan.domain.loads import Load
from cakupan.storage.queries.ledger import StatedLine, is_retired, lines_of_load, stated_lines
from callbacks.edits import just_before, newest_edits
from callbacks.figures import Figures
from callbacks.ledger_edit import FAMILY
from layouts.segmen.records import LedgerEdit


def read_ledger_edits(figures: Figures) -> list[LedgerEdit]:
    """The newest changes, those that were undone too."""
    return newest_edits(figures, FAMILY, partial(_stated, figures), partial(_edit, figures))


def _stated(figures: Figures, load_ids: Sequence[int]) -> dict[int, dict[LedgerKey, StatedLine]]:
    return {load_id: lines_of_load(figures.reader, load_id) for load_id in load_ids}


def _edit(figures: Figures, load: Load, stated: dict[LedgerKey, StatedLine]) -> LedgerEdit:
    gone = [one for one in stated.values() if is_retired(one.figures)]
    kept = [one for one in stated.values() if not is_retired(one.figures)]
    subject = (gone or kept)[0].line
    before = stated_lines(
        figures.reader,
        region_prefix=subject.region_code,
        publishers=figures.publishers,
        as_of=just_before(load),
    ).get(subject.key)
    return LedgerEdit(
        load=load,
        before=before.line if before else subject if gone else None,
        after=kept[0].line if kept else None,
        citation=(kept or gone)[0].line.citation,
    )
