"""What counts at a moment beside what counts now: loads, series, and figures in pairs."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from cakupan.domain.figures import FigureKey
from cakupan.domain.loads import Load
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record
from cakupan.storage.queries.freshness import Freshness
from cakupan.storage.queries.standing import StandingFigure

Pair = tuple[StandingFigure | None, StandingFigure | None]
"""A figure then and now; None where it does not count."""


class Standing(Record, frozen=True):
    """What counts at a moment (``as_of`` None is now), beside what counts now.

    ``then`` and ``now`` are the loads that count. ``figures`` pairs the values of each figure;
    None is a figure that does not count. Empty where none were asked for.
    """

    as_of: datetime | None
    then: Sequence[Load]
    now: Sequence[Load]
    series: Sequence[Freshness] = ()
    figures: Mapping[FigureKey, Pair] | None = None

    @property
    def came(self) -> list[Load]:
        """Loads that count now and did not then."""
        known = {load.id for load in self.then}
        return [load for load in self.now if load.id not in known]

    @property
    def went(self) -> list[Load]:
        """Loads that counted then and were withdrawn since."""
        known = {load.id for load in self.now}
        return [load for load in self.then if load.id not in known]


def paired(then: Sequence[StandingFigure], now: Sequence[StandingFigure]) -> dict[FigureKey, Pair]:
    """Two states of the same figures, side by side, in the order of their periods."""
    before, after = ({one.key: one for one in state} for state in (then, now))
    keys = sorted(before.keys() | after.keys(), key=_order)
    return {key: (before.get(key), after.get(key)) for key in keys}


def _order(key: FigureKey) -> tuple[str, ...]:
    segment = "" if key.segment is Segment.TOTAL else key.segment.value
    return (
        key.period.text,
        key.publisher,
        key.basis,
        segment,
        key.programme,
        key.group,
        key.aspect,
        key.stage,
    )
