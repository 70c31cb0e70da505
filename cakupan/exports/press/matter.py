"""What a press text is made of: a summary, and what things are called in the reader's language."""

from collections.abc import Mapping

import pandas as pd

from cakupan.analytics.summary import Summary, TargetGap
from cakupan.charts.target_marks import round_percent
from cakupan.domain.language import Language
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record
from cakupan.domain.regions import Region
from cakupan.texts import Words


class Place(Record, frozen=True):
    """The rank of a region in a group: 3 of 8 "kabupaten/kota di Banten".

    ``complete`` is False where others of the group have no rank, for want of data.
    """

    rank: int
    ranked: int
    group: str
    complete: bool


class PressMatter(Record, frozen=True):
    """A region as its page shows it. ``ranking`` is the summary's, with a column ``name``.

    ``aims`` names targets by id; ``borrowed_from`` is the region whose targets serve as
    orientation; ``release`` is what the release of the figures is called, ``embargo`` the moment
    it waits for; both are "" where there is none.
    """

    words: Words
    region: Region
    summary: Summary
    ranking: pd.DataFrame
    parts_word: str
    base: str
    base_long: str
    source: str
    aims: Mapping[str, str]
    segments: Mapping[Segment, str]
    places: tuple[Place, ...] = ()
    borrowed_from: str | None = None
    release: str = ""
    embargo: str = ""

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.words.language

    def aim(self, gap: TargetGap) -> str:
        """65% (RPJMD 2030)."""
        ratio = round_percent(float(gap.target.ratio), self.language)
        return f"{ratio} ({self.aims[gap.target.id]})"
