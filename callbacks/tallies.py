"""Figures that are counted by programme, level or group: two measures side by side."""

from collections.abc import Sequence

from cakupan.analytics.tally import Tally
from cakupan.domain.measures import Measure
from cakupan.domain.people import EVERYWHERE
from cakupan.storage.queries.detailed import detailed_counts
from callbacks.figures import Figures


def claims(figures: Figures) -> tuple[Tally, Tally]:
    """Cases and rupiah of claims by programme."""
    kinds = [programme.id for programme in figures.reference.programmes]
    measures = (Measure.CLAIMS, Measure.CLAIMS_IDR)
    return _tallies(figures, measures, by="programme", kinds=kinds)


def scholarships(figures: Figures) -> tuple[Tally, Tally]:
    """Children and rupiah of scholarships by level."""
    kinds = [level.id for level in figures.reference.scholarship_levels]
    measures = (Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR)
    return _tallies(figures, measures, by="group", kinds=kinds)


def vulnerable(figures: Figures) -> tuple[Tally, Tally]:
    """Vulnerable workers and those of them who are registered, by group."""
    kinds = [group.id for group in figures.reference.worker_groups]
    measures = (Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED)
    return _tallies(figures, measures, by="group", kinds=kinds)


def _tallies(
    figures: Figures, measures: tuple[Measure, Measure], *, by: str, kinds: Sequence[str]
) -> tuple[Tally, Tally]:
    # Sums are made of all regions, whoever asks; then they are cut to what may be seen.
    whole = figures.unscoped()
    one, other = whole.of_subjects(
        ("tallies",), measures, lambda: _count_up(whole, measures, by=by, kinds=kinds)
    )
    scope = figures.reader.scope
    if scope == EVERYWHERE:
        return one, other
    return figures.recent(
        "tallies", measures, lambda: (one.only(scope.sees), other.only(scope.sees))
    )


def _count_up(
    whole: Figures, measures: tuple[Measure, Measure], *, by: str, kinds: Sequence[str]
) -> tuple[Tally, Tally]:
    frame = detailed_counts(whole.reader, measures=measures, publishers=whole.publishers)
    found = set(frame[by].unique())
    stated = [kind for kind in kinds if kind in found]
    one, other = (
        Tally.of(
            frame[frame["measure"] == measure.value],
            whole.reference.directory,
            by=by,
            kinds=stated,
        )
        for measure in measures
    )
    return one, other
