"""A view of participants as the reader wants them counted, or why there is none."""

from collections.abc import Mapping

from cakupan.analytics.segment_coverage import without
from cakupan.analytics.summary import Reason
from cakupan.domain.counting import USUAL, Counting
from cakupan.domain.measures import Basis, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, replace
from callbacks.figures import Figures
from callbacks.reading import read_view
from layouts.segmen.records import Missing
from layouts.view import View


class Counted(Record, frozen=True):
    """The view asked for, and the same with construction workers.

    ``missing`` is what there are no figures of; ``newest`` the newest month there are.
    """

    view: View
    whole: View
    people: dict[Segment, int]
    missing: Missing | None
    newest: Period | None


def count_as_asked(figures: Figures, view: View, counting: Counting) -> Counted:
    """``view`` counts as usual; what comes back counts as ``counting`` says."""
    whole = _recounted(figures, view, replace(counting, construction=True))
    split = whole.summary.segments
    people = {
        Segment(segment): int(participants)
        for segment, participants in zip(
            split["segment"].tolist(), split["participants"].tolist(), strict=True
        )
    }
    missing = _missing(whole, people, counting)
    shown = _blank(whole, counting) if missing else _recounted(figures, view, counting)
    return Counted(shown, whole, people, missing, _newest(figures, view, counting.basis))


def _missing(whole: View, people: Mapping[Segment, int], counting: Counting) -> Missing | None:
    """What nobody stated at all; parts that lack it are told of as on every page."""
    headline = whole.summary.headline
    if counting.basis is Basis.DOMICILE and headline.reason is Reason.NO_DATA:
        return Missing.DOMICILE
    counted = headline.participants is not None
    if not counting.construction and counted and without(people, Segment.JAKON) is None:
        return Missing.CONSTRUCTION
    return None


def _recounted(figures: Figures, view: View, counting: Counting) -> View:
    if counting == USUAL:
        return replace(view, counting=counting)
    period, compact = view.summary.headline.period, view.style.compact
    found = read_view(figures, view.choices, period, compact=compact, counting=counting)
    # The grade is that of the coverage by place of registration.
    graded = found.graded if counting.basis is Basis.REGISTRATION else None
    return replace(found, counting=counting, graded=graded)


def _blank(view: View, counting: Counting) -> View:
    """A view of nobody: figures that nobody stated are not guessed."""
    summary = view.summary
    headline = replace(
        summary.headline,
        participants=None,
        coverage=None,
        covered_part=None,
        reason=Reason.NO_DATA,
    )
    nobody = replace(summary, headline=headline, segments=summary.segments.iloc[:0])
    return replace(view, summary=nobody, counting=counting)


def _newest(figures: Figures, view: View, basis: Basis) -> Period | None:
    """The newest month up to the one shown that somebody counted this way."""
    last = view.summary.headline.period.end
    months = figures.periods(view.choices.region_prefix, basis)
    return next((month for month in months if month.end <= last), None)
