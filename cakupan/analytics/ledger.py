"""The programme ledger: until when contributions are paid, what lapses soon, what it costs."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from operator import add

from cakupan.analytics.months import MONTHS_A_YEAR, month_number
from cakupan.domain.ledger import LedgerLine
from cakupan.domain.periods import Period
from cakupan.domain.records import Record

SOON_MONTHS = 3
SHORTEST_MONTH = 28


class LapseState(StrEnum):
    """Whether a line is still paid for."""

    UNKNOWN = "unknown"
    AHEAD = "ahead"
    RUNNING = "running"
    SOON = "soon"
    LAPSED = "lapsed"


def lapse_date(first_month: Period, months: int) -> date:
    """The first day that is not paid for: ``months`` after the first day of ``first_month``.

    January 2025 and 12 months lapse on 1 January 2026. ``ValueError`` for no month at all.
    """
    if months < 1:
        raise ValueError(f"nothing is paid for {months} months")
    start = first_month.start
    years, month = divmod(start.month - 1 + months, MONTHS_A_YEAR)
    year = start.year + years
    if start.day <= SHORTEST_MONTH:
        return date(year, month + 1, start.day)
    # A round that begins on the 31st ends with the last day of a shorter month.
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


class Paying(Record, frozen=True):
    """A line on one day: when it lapses, whether that is soon, what it costs. None is unknown."""

    line: LedgerLine
    lapses: date | None
    state: LapseState

    @property
    def rupiah_a_month(self) -> int | None:
        """What all its workers cost in a month."""
        if self.line.workers is None or self.line.rupiah_a_month is None:
            return None
        return self.line.workers * self.line.rupiah_a_month


def paying(line: LedgerLine, on: date) -> Paying:
    """How a line stands on a day. It lapses soon within the next three calendar months."""
    if not line.months:
        return Paying(line, None, LapseState.UNKNOWN)
    lapses = lapse_date(line.start, line.months)
    if line.start.start > on:
        state = LapseState.AHEAD
    elif lapses <= on:
        state = LapseState.LAPSED
    else:
        soon = month_number(lapses) - month_number(on) <= SOON_MONTHS
        state = LapseState.SOON if soon else LapseState.RUNNING
    return Paying(line, lapses, state)


class PayerShare(Record, frozen=True):
    """What one payer pays for on a day, and what keeping on what lapses soon would cost it.

    ``renewal_idr`` is for ``months`` more months of the lines that lapse soon.
    """

    payer: str
    workers: int
    idr_a_month: int
    lapsing: int
    renewal_idr: int


def by_payer(lines: Iterable[Paying], *, months: int) -> tuple[PayerShare, ...]:
    """Lines in force added up by payer, the largest first; what is unknown counts as nothing."""
    sums: dict[str, tuple[int, ...]] = {}
    for one in lines:
        if one.state in {LapseState.RUNNING, LapseState.SOON}:
            workers, cost = one.line.workers or 0, one.rupiah_a_month or 0
            soon = int(one.state is LapseState.SOON)
            before = sums.get(one.line.payer, (0, 0, 0, 0))
            more = (workers, cost, soon * workers, soon * cost * months)
            sums[one.line.payer] = tuple(map(add, before, more))
    shares = (PayerShare(payer, *numbers) for payer, numbers in sums.items())
    return tuple(sorted(shares, key=lambda share: (-share.workers, share.payer)))
