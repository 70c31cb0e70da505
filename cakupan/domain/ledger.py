"""A line of the programme ledger: who pays whose contributions, since when, for how long."""

from typing import NamedTuple
from urllib.parse import quote, unquote

from cakupan.domain.periods import Period
from cakupan.domain.records import Record


class LedgerKey(NamedTuple):
    """What there is one line for; ``start`` as it is written."""

    region_code: str
    start: str
    group: str
    payer: str

    @property
    def text(self) -> str:
        """The key in one word, for buttons; group and payer may be any words of a source."""
        return "|".join(quote(part, safe="") for part in self)

    @classmethod
    def parse(cls, text: str) -> "LedgerKey":
        """The key of a word; ``TypeError`` where it is none."""
        return cls(*(unquote(part) for part in text.split("|")))


class LedgerLine(Record, frozen=True):
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

    @property
    def key(self) -> LedgerKey:
        """What it is the line for."""
        return LedgerKey(self.region_code, self.start.text, self.group, self.payer)
