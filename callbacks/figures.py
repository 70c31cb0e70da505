"""What the store knows, asked once for each version of the data and shared by all pages.

Every page asks here and nowhere else, so that no two of them can speak of different data.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter

import pandas as pd
from sqlalchemy import Engine

from cakupan.analytics.counted import Counted
from cakupan.analytics.panel import Panel
from cakupan.analytics.rulings import Rulings
from cakupan.analytics.segment_course import SegmentCourse
from cakupan.analytics.segment_coverage import leave_out
from cakupan.domain.counting import USUAL, Counting
from cakupan.domain.flags import Decision, FlagKey
from cakupan.domain.juries import Dossier
from cakupan.domain.measures import OF_JURIES, Basis, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, field
from cakupan.domain.reference import Reference, Target
from cakupan.storage.errors import UnknownReleaseError
from cakupan.storage.queries.awards import AwardFigure, award_figures
from cakupan.storage.queries.cited import BESIDE_COVERAGE, CitedFigure, cited_figures
from cakupan.storage.queries.decisions import decision_history, decisions_in_force
from cakupan.storage.queries.freshness import Freshness, freshness
from cakupan.storage.queries.juries import dossiers
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.periods import participant_periods
from cakupan.storage.queries.published import PublishedCoverage, published_coverage
from cakupan.storage.queries.regions import provinces_with_participants
from cakupan.storage.queries.targets import loaded_targets
from cakupan.storage.queries.told import ToldFigure, told_figures
from cakupan.storage.queries.version import data_version
from cakupan.storage.queries.workforce import workforce_counts
from cakupan.storage.reading import scoped
from callbacks.answers import Answers
from callbacks.kept import Kept
from callbacks.quotations import quotable
from callbacks.release_shelf import ReleaseShelf
from callbacks.targets_in_force import Stated, TargetKey, in_force
from callbacks.touched import DECISIONS, Touched

PEOPLE = (Measure.PARTICIPANTS_ACTIVE,)


class Source(Record, frozen=True):
    """Where figures are asked for, made once for an app."""

    engine: Engine
    reference: Reference
    shelf: ReleaseShelf | None = None
    _kept: Kept = field(default_factory=Kept)
    _touched: Touched = field(default_factory=Touched)

    @contextmanager
    def figures(self, release: str = "") -> Iterator["Figures"]:
        """The figures as they stand now, or of a release: one state of them throughout.

        Raises ReleaseError where the release cannot be shown, never showing others instead.
        """
        if release:
            with self._released(release) as figures:
                yield figures
            return
        with self.engine.connect() as connection:
            reader = scoped(connection)
            version = data_version(reader)
            yield Figures(reader, self.reference, version, self._kept, self._touched)

    @contextmanager
    def _released(self, release: str) -> Iterator["Figures"]:
        if self.shelf is None:
            raise UnknownReleaseError(release=release)
        edition = self.shelf.edition(release)
        with self.shelf.opened(edition.release) as book, book.unpacked.engine.connect() as frozen:
            reader = scoped(frozen)
            version = data_version(reader)
            yield Figures(
                reader, book.unpacked.reference, version, book.kept, book.touched, edition
            )


class Figures(Answers, frozen=True):
    """One version of the data. What is handed out is shared: nobody changes it."""

    def panel(self, denominator_id: str, counting: Counting = USUAL) -> Panel:
        """Coverage of all regions in all months against one denominator."""
        base = self.reference.denominator(denominator_id).measure
        return self.of_all(
            ("panel", denominator_id, counting),
            (*PEOPLE, base, DECISIONS),
            lambda whole: Panel.measured(
                whole.counted(counting),
                workforce=workforce_counts(
                    whole.reader,
                    measure=base,
                    region_prefix="",
                    publishers=self.publishers,
                ),
                rulings=Rulings.of(whole.decisions().values(), denominator_id=denominator_id),
            ),
        )

    def decisions(self) -> dict[FlagKey, Decision]:
        """What persons decided about flags, as far as it is in force."""
        return self.once("decisions", lambda: decisions_in_force(self.reader))

    def decisions_made(self) -> list[Decision]:
        """Every decision about flags there ever was, newest first."""
        return self.once("decisions made", lambda: decision_history(self.reader))

    def told(self, region_prefix: str) -> list[ToldFigure]:
        """Published figures of a region and its parts with their cells, excluded ones too."""
        return self.once(
            ("told", region_prefix),
            lambda: told_figures(
                self.reader,
                region_prefix=region_prefix,
                publishers=self.publishers,
                measures=(*BESIDE_COVERAGE, Measure.PARTICIPANTS_REGISTERED),
            ),
        )

    def periods(self, region_prefix: str, basis: Basis = USUAL.basis) -> list[Period]:
        """Months with participants anywhere within a region, newest first."""
        return self.of_subjects(
            ("periods", region_prefix, basis),
            PEOPLE,
            lambda: participant_periods(
                self.reader,
                region_prefix=region_prefix,
                basis=basis,
                publishers=self.publishers,
            ),
        )

    def provinces(self) -> frozenset[str]:
        """Provinces with participants of their own or of a part."""
        return self.of_subjects(
            ("provinces",),
            PEOPLE,
            lambda: provinces_with_participants(self.reader, publishers=self.publishers),
        )

    def segment_course(self, counting: Counting = USUAL) -> SegmentCourse:
        """Participants of all regions by segment and month."""
        return self.of_all(
            ("segment course", counting),
            PEOPLE,
            lambda whole: SegmentCourse.of(self.reference.directory, whole.participants(counting)),
        )

    def cited(
        self, region_code: str, measures: Sequence[Measure] = BESIDE_COVERAGE
    ) -> list[CitedFigure]:
        """What else was published of a region, that no chart rests on; newest first.

        Without what a person excluded.
        """
        return self.once(
            ("cited", region_code, tuple(measures)),
            lambda: quotable(
                cited_figures(
                    self.reader,
                    region_code=region_code,
                    publishers=self.publishers,
                    measures=measures,
                ),
                self.decisions(),
                region_code,
                attrgetter("measure"),
            ),
        )

    def awards(self) -> list[AwardFigure]:
        """What was loaded of awards, of all regions; newest first."""
        return self.once("awards", lambda: award_figures(self.reader))

    def dossiers(self) -> list[Dossier]:
        """Nominees of all awards with stages, documents and scores; newest first."""
        return self.of_subjects(("dossiers",), OF_JURIES, lambda: dossiers(self.reader))

    def targets(self) -> tuple[Target, ...]:
        """All targets in force, of every region, in the order of the ladder."""
        return tuple(stated.target for stated in self.stated_targets().values())

    def stated_targets(self) -> dict[TargetKey, Stated]:
        """The same by key, with the loads that state them."""
        return self.once("targets", lambda: in_force(self.reference, loaded_targets(self.reader)))

    def published(self, region_code: str) -> list[PublishedCoverage]:
        """Coverage of a region as it was published, newest first, without what was excluded."""
        return self.once(
            ("published", region_code),
            lambda: quotable(
                published_coverage(self.reader, region_code=region_code),
                self.decisions(),
                region_code,
                lambda _: Measure.COVERAGE_PUBLISHED,
            ),
        )

    def fresh(self, region_prefix: str) -> list[Freshness]:
        """How new the series in use are; single published figures come and go and are none."""
        return [
            item
            for item in self.freshness(region_prefix)
            if item.publisher in self.publishers and item.measure is not Measure.COVERAGE_PUBLISHED
        ]

    def freshness(self, region_prefix: str) -> list[Freshness]:
        """The same of every series there is."""
        question = ("fresh", region_prefix)
        return self.once(question, lambda: freshness(self.reader, region_prefix=region_prefix))

    @property
    def publishers(self) -> tuple[str, ...]:
        """Whose figures may stand in one line, in order of preference."""
        return tuple(item.id for item in self.reference.publishers if item.in_series)

    def counted(self, counting: Counting) -> Counted:
        """The participants of all regions by month, for every denominator."""
        whole = self.participants(counting)
        return self.of_subjects(
            ("counted", counting),
            PEOPLE,
            lambda: Counted.of_nation(self.reference.directory, whole),
        )

    def participants(self, counting: Counting) -> pd.DataFrame:
        """The participants of all regions that may be seen."""
        whole = self.of_subjects(
            ("participants", counting.basis),
            PEOPLE,
            lambda: participant_counts(
                self.reader, region_prefix="", basis=counting.basis, publishers=self.publishers
            ),
        )
        return whole if counting.construction else leave_out(whole, Segment.JAKON)
