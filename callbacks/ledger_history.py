"""What was changed about the ledger, by whom, and what held before: read back from the loads."""

from datetime import timedelta

from cakupan.domain.ledger import LedgerKey
from cakupan.domain.loads import Load
from cakupan.storage.queries.ledger import StatedLine, is_retired, lines_of_load, stated_lines
from cakupan.storage.queries.loads import loads_of_family
from callbacks.figures import Figures
from callbacks.ledger_edit import FAMILY
from layouts.segmen.records import LedgerEdit

MOST_EDITS = 50
_JUST_BEFORE = timedelta(microseconds=1)


def read_ledger_edits(figures: Figures) -> list[LedgerEdit]:
    """The newest changes, those that were undone too."""
    return figures.recent("ledger edits", (), lambda: _edits(figures))


def _edits(figures: Figures) -> list[LedgerEdit]:
    loads = loads_of_family(figures.reader, FAMILY, most=MOST_EDITS)
    return [_edit(figures, load, lines_of_load(figures.reader, load.id)) for load in loads]


def _edit(figures: Figures, load: Load, stated: dict[LedgerKey, StatedLine]) -> LedgerEdit:
    """What held just before is what people could see then, undone since or not."""
    gone = [one for one in stated.values() if is_retired(one.figures)]
    kept = [one for one in stated.values() if not is_retired(one.figures)]
    subject = (gone or kept)[0].line
    before = stated_lines(
        figures.reader,
        region_prefix=subject.region_code,
        publishers=figures.publishers,
        as_of=load.loaded_at - _JUST_BEFORE,
    ).get(subject.key)
    return LedgerEdit(
        load=load,
        before=before.line if before else subject if gone else None,
        after=kept[0].line if kept else None,
        citation=(kept or gone)[0].line.citation,
    )
