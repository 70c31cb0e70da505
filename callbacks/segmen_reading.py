"""From a view to segments, vulnerable workers and the ledger. No drawing."""

import pandas as pd

from cakupan.analytics.closing import Bearing, cost_by_payer, unregistered
from cakupan.analytics.cost import LEAST_CONTRIBUTION, YEAR_OF_MONTHS
from cakupan.analytics.ledger import LapseState, PayerShare, Paying, by_payer, paying
from cakupan.analytics.reach import reached
from cakupan.analytics.segment_coverage import SegmentRatio
from cakupan.analytics.tally import WHOLE
from cakupan.domain.counting import Counting
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region
from callbacks.figures import Figures
from callbacks.ledger_history import read_ledger_edits
from callbacks.ledger_reading import lines_in_force
from callbacks.segmen_counting import count_as_asked
from callbacks.tallies import vulnerable
from layouts.records import Cited
from layouts.segmen.asked import read_bearing, read_counting
from layouts.segmen.ledger_card import RENEWAL_MONTHS
from layouts.segmen.records import Closing, SegmentBase, SegmenView, Vulnerable
from layouts.view import View

_OF_GROUPS = (
    *(Measure.PARTICIPANTS_ACTIVE, Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED),
    Measure.SUBSIDISED_WORKERS,
)
_YEAR = 4


def read_segmen(figures: Figures, view: View) -> SegmenView:
    """Everything the page shows of a region at the month chosen."""
    end = view.summary.headline.period.end
    counting, bearing = read_counting(view.choices), read_bearing(view.choices)
    counted = count_as_asked(figures, view, counting)
    course, parts = figures.recent(
        "course of segments",
        (view.region.code, end, counting),
        lambda: _course(figures, view, counting),
    )
    ledger, payers = figures.recent(
        "paying", (view.choices.region_prefix, end), lambda: _ledger(figures, view)
    )
    people = figures.recent(
        "vulnerable", (view.region.code, end.year), lambda: _vulnerable(figures, view)
    )
    return SegmenView(
        view=counted.view,
        whole=counted.whole,
        people=counted.people,
        missing=counted.missing,
        newest=counted.newest,
        course=course.iloc[:0] if counted.missing else course,
        parts=[] if counted.missing else parts,
        bases=figures.recent(
            "bases of segments",
            (view.region.code, counting),
            lambda: tuple(_bases(figures, view, counting)),
        ),
        vulnerable=people,
        closing=figures.recent(
            "closing", (view.region.code, end, bearing), lambda: _closing(people, ledger, bearing)
        ),
        ledger=ledger,
        lapsing=tuple(one for one in ledger if one.state is LapseState.SOON),
        payers=payers,
        edits=read_ledger_edits(figures),
        cited=figures.recent("cited of groups", (view.region.code,), lambda: _cited(figures, view)),
    )


def _course(
    figures: Figures, view: View, counting: Counting
) -> tuple[pd.DataFrame, list[tuple[Region, dict[Segment, int] | None]]]:
    """The segments of the region by month, and of each part in the newest of them."""
    courses, end = figures.segment_course(counting), view.summary.headline.period.end
    _, *parts = _family(figures, view)
    newest = [(one, courses.at(one.code, end)) for one in parts]
    return courses.line(view.region.code, until=end), newest


def _ledger(figures: Figures, view: View) -> tuple[tuple[Paying, ...], tuple[PayerShare, ...]]:
    """How each line stands on the last day of the month, and what each payer pays for then."""
    lines = lines_in_force(figures, view.choices.region_prefix).values()
    ledger = tuple(paying(stated.line, view.summary.headline.period.end) for stated in lines)
    return ledger, by_payer(ledger, months=RENEWAL_MONTHS)


def _family(figures: Figures, view: View) -> list[Region]:
    return [view.region, *figures.reference.directory.parts(view.region.code)]


def _vulnerable(figures: Figures, view: View) -> Vulnerable | None:
    """The newest year that anybody in the family counted, up to the one shown."""
    universe, registered = vulnerable(figures)
    family = _family(figures, view)
    last = str(view.summary.headline.period.year)
    years = [
        text
        for text in universe.stated([region.code for region in family])
        if len(text) == _YEAR and text <= last
    ]
    if not years:
        return None
    year = [years[-1]]
    return Vulnerable(
        year=Period(years[-1]),
        groups=reached(universe, registered, view.region.code, year),
        parts=tuple(
            (region, next(one for one in groups if one.kind == WHOLE))
            for region in family[1:]
            for groups in [reached(universe, registered, region.code, year)]
        ),
        sample=any(universe.is_sample(region.code, year) for region in family),
    )


def _closing(people: Vulnerable | None, ledger: tuple[Paying, ...], bearing: Bearing) -> Closing:
    """By group; where no group is told apart, all vulnerable workers as one."""
    groups = people.groups if people else ()
    missing = unregistered(one for one in groups if one.kind != WHOLE)
    return Closing(
        bearing=bearing,
        sources=cost_by_payer(
            missing or unregistered(groups),
            ledger,
            bearing=bearing,
            contribution=LEAST_CONTRIBUTION,
            months=YEAR_OF_MONTHS,
        ),
        uncounted=tuple(
            one.kind for one in groups if one.kind not in {WHOLE, *missing} and one.workers
        ),
    )


def _cited(figures: Figures, view: View) -> list[tuple[Region, Cited]]:
    """Published figures of groups and of vulnerable workers; all others stand elsewhere."""
    return [
        (region, one)
        for region in _family(figures, view)
        for one in figures.cited(region.code, _OF_GROUPS)
        if one.segment is Segment.TOTAL
        and (one.group or one.measure is not Measure.PARTICIPANTS_ACTIVE)
    ]


def _bases(figures: Figures, view: View, counting: Counting) -> list[SegmentBase]:
    """Regions of the family whose workers somebody published segment by segment."""
    found = []
    for region in _family(figures, view):
        cited = figures.cited(region.code, (Measure.ELIGIBLE_WORKERS,))
        by_segment: dict[Segment, Cited] = {
            one.segment: one
            for one in cited
            if one.segment is not Segment.TOTAL
            and (counting.construction or one.segment is not Segment.JAKON)
        }
        if by_segment:
            newest = max(by_segment.values(), key=lambda one: one.period.end)
            people = _people(figures, region, newest.period, counting)
            workers: dict[Segment, int] = {
                one.segment: int(one.value) for one in by_segment.values()
            }
            found.append(
                SegmentBase(
                    region=region,
                    ratios=tuple(_ratios(people, workers)),
                    period=newest.period,
                    publisher=newest.publisher,
                    citation=newest.citation,
                )
            )
    return found


def _people(
    figures: Figures, region: Region, period: Period, counting: Counting
) -> dict[Segment, int]:
    """Participants by segment at the end of the month the base is of, or the newest before."""
    line = figures.segment_course(counting).line(region.code, until=period.end)
    if line.empty:
        return {}
    last = line.iloc[-1]
    return {one: int(last[one.value]) for one in Segment if one.value in line}


def _ratios(people: dict[Segment, int], workers: dict[Segment, int]) -> list[SegmentRatio]:
    parts = [SegmentRatio(one, people.get(one), workers[one]) for one in Segment if one in workers]
    known = [part.participants for part in parts if part.participants is not None]
    whole = sum(known) if len(known) == len(parts) else None
    return [*parts, SegmentRatio(Segment.TOTAL, whole, sum(workers.values()))]
