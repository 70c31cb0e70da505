"""How many vulnerable workers are registered, by group and region, and how many are not."""

from collections.abc import Sequence
from fractions import Fraction

from cakupan.analytics.tally import Tally
from cakupan.domain.records import Record


class Reached(Record, frozen=True):
    """Workers of one group and how many of them are registered; None where unknown."""

    kind: str
    workers: int | None
    registered: int | None

    @property
    def gap(self) -> int | None:
        """Those who are not registered yet."""
        if self.workers is None or self.registered is None:
            return None
        return self.workers - self.registered

    @property
    def share(self) -> Fraction | None:
        """The registered share; None where there is nobody."""
        if self.registered is None or not self.workers:
            return None
        return Fraction(self.registered, self.workers)


def reached(
    universe: Tally, registered: Tally, code: str, periods: Sequence[str]
) -> tuple[Reached, ...]:
    """Each group, then all of them together."""
    workers, people = (tally.over(code, periods) for tally in (universe, registered))
    return tuple(Reached(kind, workers[kind], people[kind]) for kind in universe.kinds)
