"""What was changed about targets, by whom, and what held before: read back from the loads."""

from functools import partial

from cakupan.domain.loads import Load
from cakupan.domain.measures import Maturity
from cakupan.storage.queries.targets import LoadedTarget, loaded_targets, targets_of_loads
from callbacks.edits import just_before, newest_edits
from callbacks.figures import Figures
from callbacks.target_edit import FAMILY
from callbacks.targets_in_force import Stated, TargetKey, as_target, in_force, key_of
from layouts.target.records import Edit


def read_edits(figures: Figures) -> list[Edit]:
    """The newest changes, those that were undone too."""
    return newest_edits(
        figures, FAMILY, partial(targets_of_loads, figures.reader), partial(_edit, figures)
    )


def _edit(figures: Figures, load: Load, stated: tuple[LoadedTarget, ...]) -> Edit:
    before = _held(figures, load)
    kept = [one for one in stated if one.maturity is not Maturity.RETIRED]
    gone = [one for one in stated if one.maturity is Maturity.RETIRED]
    subject = as_target((gone or kept)[0], figures.reference)
    known = before.get(key_of(subject))
    return Edit(
        load=load,
        before=known.target if known else subject if gone else None,
        after=as_target(kept[0], figures.reference) if kept else None,
        citation=stated[0].citation,
    )


def _held(figures: Figures, load: Load) -> dict[TargetKey, Stated]:
    loaded = loaded_targets(figures.reader, as_of=just_before(load))
    return in_force(figures.reference, loaded)
