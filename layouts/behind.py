"""Which figures stand behind what a card shows."""

from cakupan.domain.measures import Measure
from cakupan.domain.shown import Behind
from layouts.view import View


def participants_behind(view: View) -> tuple[Behind, ...]:
    """The participants of the month shown, of the region and its parts."""
    period = view.summary.headline.period
    return (Behind(Measure.PARTICIPANTS_ACTIVE, view.choices.region_prefix, period.text),)


def coverage_behind(view: View) -> tuple[Behind, ...]:
    """The participants of the month shown, and the workforce they are measured by."""
    base = view.summary.headline.workers_period
    workers = (
        (Behind(view.denominator.measure, view.choices.region_prefix, base.text),) if base else ()
    )
    return (*participants_behind(view), *workers)
