"""Everything the Segmen page is drawn from."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

import pandas as pd

from cakupan.analytics.closing import Bearing, SourceCost
from cakupan.analytics.ledger import PayerShare, Paying
from cakupan.analytics.reach import Reached
from cakupan.analytics.segment_coverage import SegmentRatio, without
from cakupan.domain.counting import USUAL, Counting
from cakupan.domain.ledger import LedgerLine
from cakupan.domain.loads import Load
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import Region
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import MISSING
from layouts.records import Cited
from layouts.view import View, term_name


class Missing(StrEnum):
    """What participants are not stated by."""

    DOMICILE = "domicile"
    CONSTRUCTION = "construction"


class SegmentBase(Record, frozen=True):
    """A region whose workers are known by segment, as published, with participants beside them."""

    region: Region
    ratios: tuple[SegmentRatio, ...]
    period: Period
    publisher: str
    citation: str


class Vulnerable(Record, frozen=True):
    """Vulnerable workers of one year: by group, and all groups together of each part."""

    year: Period
    groups: tuple[Reached, ...]
    parts: tuple[tuple[Region, Reached], ...]
    sample: bool


class Closing(Record, frozen=True):
    """Workers not registered, and what taking them on costs each source of funds.

    ``uncounted`` are groups of which nobody knows how many are missing.
    """

    bearing: Bearing
    sources: tuple[SourceCost, ...]
    uncounted: tuple[str, ...]


class LedgerEdit(Record, frozen=True):
    """One change of the ledger: ``before`` None is a new line, ``after`` None a retired one."""

    load: Load
    before: LedgerLine | None
    after: LedgerLine | None
    citation: str


class SegmenView(Record, frozen=True):
    """One region's segments, vulnerable workers and ledger at the month shown.

    ``view`` counts participants as the reader asked, ``whole`` the same with construction workers;
    ``people`` are those of ``whole`` by segment, ``parts`` those of ``view`` in each part of the
    region. ``missing`` says what there are no figures of, and ``newest`` is the newest month there
    are. ``lapsing`` are the lines of the ledger that lapse within the next three months.
    """

    view: View
    whole: View
    people: Mapping[Segment, int]
    missing: Missing | None
    newest: Period | None
    course: pd.DataFrame
    parts: Sequence[tuple[Region, Mapping[Segment, int] | None]]
    bases: tuple[SegmentBase, ...]
    vulnerable: Vulnerable | None
    closing: Closing
    ledger: tuple[Paying, ...]
    lapsing: tuple[Paying, ...]
    payers: tuple[PayerShare, ...]
    edits: Sequence[LedgerEdit]
    cited: Sequence[tuple[Region, Cited]]

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.view.words

    @property
    def counting(self) -> Counting:
        """Who counts as a participant."""
        return self.view.counting or USUAL

    @property
    def without_construction(self) -> int | None:
        """Participants without construction workers; None where those are not told apart."""
        return without(self.people, Segment.JAKON)

    @property
    def coverage_without(self) -> Fraction | None:
        """Coverage by the same base, construction workers left out."""
        people, workers = self.without_construction, self.whole.summary.headline.workers
        return Fraction(people, workers) if people is not None and workers else None

    def group_name(self, group: str) -> str:
        """Nelayan for nelayan; what no list knows is its own name."""
        terms = self.view.reference.group_names
        return term_name(group, terms, self.view.language) or self.words("segmen.all")

    def payer_name(self, payer: str) -> str:
        """APBD provinsi for apbd_provinsi."""
        return term_name(payer, self.view.reference.payers, self.view.language) or MISSING

    def month(self, period: Period) -> str:
        """Jan 2025."""
        return date_format.period(period, self.view.language, short=True)
