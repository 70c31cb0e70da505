"""What was changed about targets, by whom, and what held before: read back from the loads."""

from collections.abc import Iterable, Mapping
from functools import partial

from cakupan.domain.loads import Load
from cakupan.domain.measures import Maturity
from cakupan.domain.reference import Reference
from cakupan.storage.queries.targets import LoadedTarget, targets_before, targets_of_loads
from callbacks.edits import newest_edits
from callbacks.figures import Figures
from callbacks.target_edit import FAMILY
from callbacks.targets_in_force import as_target, in_force, key_of
from layouts.target.records import Edit


def read_edits(figures: Figures) -> list[Edit]:
    """The newest changes, those that were undone too."""
    return newest_edits(
        figures, FAMILY, partial(targets_of_loads, figures.reader), partial(_edits, figures)
    )


def _edits(figures: Figures, stated: Mapping[Load, tuple[LoadedTarget, ...]]) -> list[Edit]:
    subjects = {load.id: _subject(targets).region_code for load, targets in stated.items()}
    before = targets_before(figures.reader, subjects)
    return [
        _edit(load, targets, before[load.id], figures.reference) for load, targets in stated.items()
    ]


def _subject(stated: tuple[LoadedTarget, ...]) -> LoadedTarget:
    """What was changed: the target that was taken back, else the one that is new."""
    return next((one for one in stated if one.maturity is Maturity.RETIRED), stated[0])


def _edit(
    load: Load,
    stated: tuple[LoadedTarget, ...],
    held: Iterable[LoadedTarget],
    reference: Reference,
) -> Edit:
    subject = as_target(_subject(stated), reference)
    known = in_force(reference, held).get(key_of(subject))
    kept = next((one for one in stated if one.maturity is not Maturity.RETIRED), None)
    gone = any(one.maturity is Maturity.RETIRED for one in stated)
    return Edit(
        load=load,
        before=known.target if known else subject if gone else None,
        after=as_target(kept, reference) if kept else None,
        citation=stated[0].citation,
    )
