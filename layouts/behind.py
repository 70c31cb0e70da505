"""Which figures stand behind what a card shows."""

from collections.abc import Iterable

from cakupan.analytics.summary import Headline
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.shown import Behind
from layouts.view import View


def participants_behind(view: View) -> tuple[Behind, ...]:
    """The participants of the month shown, of the region and its parts."""
    return months_behind(view, [view.summary.headline.period])


def months_behind(view: View, months: Iterable[Period]) -> tuple[Behind, ...]:
    """The participants of several months."""
    return tuple(behind(Measure.PARTICIPANTS_ACTIVE, month, view) for month in months)


def coverage_behind(view: View, headline: Headline | None = None) -> tuple[Behind, ...]:
    """The participants of the month shown, and the workforce they are measured by.

    ``headline`` is that of another month of the same region.
    """
    asked = headline or view.summary.headline
    base = asked.workers_period
    workers = (behind(view.denominator.measure, base, view),) if base else ()
    return (*months_behind(view, [asked.period]), *workers)


def behind(measure: Measure, period: Period, view: View) -> Behind:
    """A measure in a period, of the region shown and its parts."""
    return Behind(measure, view.choices.region_prefix, period.text)
