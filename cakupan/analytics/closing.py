"""What registering every vulnerable worker costs, and which sources of funds would bear it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from cakupan.analytics.cost import cost_to_close
from cakupan.analytics.ledger import LapseState, Paying
from cakupan.analytics.reach import Reached
from cakupan.analytics.sharing import share_out
from cakupan.domain.records import Record

NOBODY = ""
"""In the place of a payer: nobody pays for such workers yet."""

_ALL = "*"
_IN_FORCE = {LapseState.RUNNING, LapseState.SOON}


class Bearing(StrEnum):
    """Who would pay for those not registered: the payers of their own group, or all payers."""

    OWN_GROUP = "own_group"
    ALL = "all"


class SourceCost(Record, frozen=True):
    """Workers that one source would take on, and their contributions in rupiah."""

    payer: str
    workers: int
    idr_a_month: int
    idr: int


def unregistered(groups: Iterable[Reached]) -> dict[str, int]:
    """Workers not registered by group; a group of which that is unknown is left out.

    Where more are registered than were counted nobody is missing: 0.
    """
    return {one.kind: max(0, one.gap) for one in groups if one.gap is not None}


def cost_by_payer(
    missing: dict[str, int],
    lines: Iterable[Paying],
    *,
    bearing: Bearing,
    contribution: int,
    months: int,
) -> tuple[SourceCost, ...]:
    """``missing`` workers by group shared out over payers, the dearest first, NOBODY last.

    A payer takes on as large a part of a group as it pays for now, among the workers of that
    group, or of all, whose contributions are in force; by largest remainder, so that the sum is
    every worker missing. ``contribution`` is rupiah a month for one worker.
    """
    taken: Counter[str] = Counter()
    paid, nobody = _paid(lines, bearing), Counter({NOBODY: 1})
    for group, workers in missing.items():
        payers = paid.get(_ALL if bearing is Bearing.ALL else group, nobody)
        taken.update(share_out(workers, payers))
    sources = [
        SourceCost(
            payer=payer,
            workers=workers,
            idr_a_month=cost_to_close(workers, contribution=contribution, months=1),
            idr=cost_to_close(workers, contribution=contribution, months=months),
        )
        for payer, workers in taken.items()
        if workers
    ]
    return tuple(sorted(sources, key=lambda one: (one.payer == NOBODY, -one.workers, one.payer)))


def _paid(lines: Iterable[Paying], bearing: Bearing) -> Mapping[str, Counter[str]]:
    """Workers in force by payer, for each group, or for all of them together."""
    paid: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in lines:
        if one.state in _IN_FORCE and (workers := one.line.workers):
            group = _ALL if bearing is Bearing.ALL else one.line.group
            paid[group][one.line.payer] += workers
    return paid
