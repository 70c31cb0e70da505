"""A line of the programme ledger: who pays whose contributions, since when, for how long."""

from dataclasses import dataclass

from cakupan.domain.periods import Period


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """Contributions paid for a group of workers. A number nobody stated is None.

    ``rupiah_a_month`` is for one worker; ``citation`` is the regulation it rests on; ``start`` is
    the first month paid.
    """

    region_code: str
    group: str
    payer: str
    start: Period
    workers: int | None
    rupiah_a_month: int | None
    months: int | None
    citation: str
    sample: bool
