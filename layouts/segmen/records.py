"""Everything the Segmen page is drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from cakupan.analytics.ledger import LapseState, PayerShare, Paying
from cakupan.analytics.reach import Reached
from cakupan.analytics.segment_coverage import SegmentRatio
from cakupan.domain.ledger import LedgerLine
from cakupan.domain.loads import Load
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import MISSING
from layouts.records import Cited
from layouts.view import View, term_name


@dataclass(frozen=True, slots=True)
class SegmentBase:
    """A region whose workers are known by segment, as published, with participants beside them."""

    region: Region
    ratios: tuple[SegmentRatio, ...]
    period: Period
    publisher: str
    citation: str


@dataclass(frozen=True, slots=True)
class Vulnerable:
    """Vulnerable workers of one year: by group, and all groups together of each part."""

    year: Period
    groups: tuple[Reached, ...]
    parts: tuple[tuple[Region, Reached], ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class LedgerEdit:
    """One change of the ledger: ``before`` None is a new line, ``after`` None a retired one."""

    load: Load
    before: LedgerLine | None
    after: LedgerLine | None
    citation: str


@dataclass(frozen=True, slots=True)
class SegmenView:
    """One region's segments, vulnerable workers and ledger at the month shown."""

    view: View
    course: pd.DataFrame
    people: Mapping[Segment, int]
    without_jakon: int | None
    bases: tuple[SegmentBase, ...]
    vulnerable: Vulnerable | None
    ledger: tuple[Paying, ...]
    payers: tuple[PayerShare, ...]
    edits: Sequence[LedgerEdit]
    cited: Sequence[tuple[Region, Cited]]

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.view.words

    @property
    def coverage_without_jakon(self) -> Fraction | None:
        """Coverage by the same base, construction workers left out."""
        workers = self.view.summary.headline.workers
        if self.without_jakon is None or not workers:
            return None
        return Fraction(self.without_jakon, workers)

    @property
    def lapsing(self) -> tuple[Paying, ...]:
        """Lines that lapse within the next three months."""
        return tuple(one for one in self.ledger if one.state is LapseState.SOON)

    def group_name(self, group: str) -> str:
        """Nelayan for nelayan; what no list knows is its own name."""
        terms = self.view.reference.worker_groups
        return term_name(group, terms, self.view.language) or self.words("segmen.all")

    def payer_name(self, payer: str) -> str:
        """APBD provinsi for apbd_provinsi."""
        return term_name(payer, self.view.reference.payers, self.view.language) or MISSING

    def month(self, period: Period) -> str:
        """Jan 2025."""
        return date_format.period(period, self.view.language, short=True)
