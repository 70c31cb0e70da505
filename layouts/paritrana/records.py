"""Everything the Paritrana page is drawn from, and how its numbers are written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from math import isnan, nan
from typing import Any, NamedTuple

from cakupan.analytics.contest import Contest, Criterion
from cakupan.analytics.grades import Graded
from cakupan.analytics.nominees import Placed
from cakupan.domain.awards import AwardEvent
from cakupan.domain.juries import Dossier, JuryItem, Nominee
from cakupan.domain.loads import Load
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, field
from cakupan.domain.weights import WeightVersion
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count, decimal, percent, points
from layouts.paritrana.asked import Asked
from layouts.records import Awarded
from layouts.view import View, localized


class Step(Record, frozen=True):
    """One criterion of one region: as counted, from 0 to 100, and what it adds to the score."""

    criterion: Criterion
    raw: float
    points: float
    part: float


class WrittenStep(NamedTuple):
    """The numbers of a step as they are read."""

    raw: str
    points: str
    part: str


class Standing(Record, frozen=True):
    """Score and rank of one region, NaN without; how sure the rank is (columns of ``Contest``)."""

    steps: tuple[Step, ...]
    score: float
    rank: float
    kept: float
    low: float
    high: float
    best: float
    worst: float


_RESULTS = ["score", "rank", "kept", "low", "high", "best", "worst"]


def standings_of(contest: Contest) -> dict[str, Standing]:
    """Every region of a contest by its code, best first."""
    results = contest.table[_RESULTS].to_numpy(dtype="float64").tolist()
    columns = [
        frame.to_numpy(dtype="float64").tolist()
        for frame in (contest.raw, contest.points, contest.weighted)
    ]
    return {
        str(code): Standing(tuple(map(Step, contest.weights, *values)), *result)
        for code, result, *values in zip(contest.table.index, results, *columns, strict=True)
    }


class DossierEdit(Record, frozen=True):
    """One change of a dossier: what held of the nominee before, and what it says of which items."""

    load: Load
    nominee: Nominee
    before: Mapping[JuryItem, Decimal | None]
    after: Mapping[JuryItem, Decimal | None]
    citation: str


class ParitranaView(Record, frozen=True, dict=True):  # what is asked for of every region is kept
    """One region's contest at the month shown, with the awards and ceremonies around it.

    ``graded`` is the worst of the grades of those who have a rank. ``versions`` are those of saved
    weights that are spoken of here, the newest first. ``nominees`` are the same as of ``dossiers``,
    in the order of their ranks; ``edits`` are changes of dossiers here, ``insides`` what stands in
    each, ``opened`` all of them to be opened; both written out.
    """

    view: View
    asked: Asked
    contest: Contest
    standings: Mapping[str, Standing]
    awards: Sequence[Awarded]
    events: Sequence[AwardEvent]
    graded: Graded
    dossiers: Sequence[Dossier] = ()
    versions: Sequence[WeightVersion] = ()
    nominees: Sequence[Placed] = ()
    edits: Sequence[DossierEdit] = ()
    insides: Mapping[Nominee, Sequence[Any]] = field(default_factory=dict)
    opened: Sequence[Any] = ()

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.view.words

    @property
    def period(self) -> Period:
        """The month whose figures are judged."""
        return self.view.summary.headline.period

    @cached_property
    def ranked(self) -> list[str]:
        """Codes of those who have a rank, best first."""
        return [code for code in self.standings if code not in self.contest.unfit]

    @property
    def winners(self) -> list[str]:
        """Codes of those who share the first rank."""
        return [code for code in self.ranked if self.standings[code].rank == 1]

    @property
    def sample(self) -> bool:
        """Whether a figure of any of them is a sample."""
        return bool(self.contest.table["sample"].any())

    def rank_text(self, code: str) -> str:
        """The rank, said to be shared where it is, or a dash for who has none."""
        rank = self.standings[code].rank
        text = count(rank, self.view.language)
        if self._holders[rank] < 2:
            return text
        return self.words("paritrana.tied", rank=text)

    @cached_property
    def _holders(self) -> Counter[float]:
        """How many regions have each rank; NaN, which is none, nobody."""
        return Counter(one.rank for one in self.standings.values() if not isnan(one.rank))

    @cached_property
    def steps(self) -> Mapping[str, Sequence[WrittenStep]]:
        """The steps of every region as they are read: several cards show the same."""
        return {
            code: [
                WrittenStep(
                    self.raw_text(step.criterion, step.raw),
                    self.score_text(step.points),
                    self.score_text(step.part),
                )
                for step in standing.steps
            ]
            for code, standing in self.standings.items()
        }

    def name(self, code: str) -> str:
        """Kab. Tangerang."""
        return self.view.reference.directory[code].short_name

    def nominee_name(self, nominee: Nominee) -> str:
        """PT Maju Jaya (Kota Tangerang), or the region where it is the nominee itself."""
        region = self.name(nominee.region_code)
        return f"{nominee.name} ({region})" if nominee.name else region

    def score_by_data(self, nominee: Nominee) -> float | None:
        """The score that figures alone give a region, where it is compared on this page."""
        code = nominee.region_code
        compared = not nominee.name and code in self.standings and code not in self.contest.unfit
        return self.standings[code].score if compared else None

    def criterion_name(self, criterion_id: str) -> str:
        """A criterion as the reference lists it."""
        for criterion in self.view.reference.award_criteria:
            if criterion.id == criterion_id:
                return localized(criterion, "name", self.view.language)
        return criterion_id

    def short_name(self, criterion: Criterion) -> str:
        """A criterion in a word or two."""
        return self.words(f"paritrana.short.{criterion.value}")

    def category_name(self, category_id: str) -> str:
        """A category as the reference lists it, else the source's own word."""
        for category in self.view.reference.award_categories:
            if category.id == category_id:
                return localized(category, "name", self.view.language)
        return category_id

    def raw_text(self, criterion: Criterion, value: float) -> str:
        """People, a ratio in percent, a difference in points, or a share in percent."""
        language = self.view.language
        if criterion is Criterion.PARTICIPANTS:
            return count(value, language)
        if criterion is Criterion.POINTS:
            return points(value, language)
        return percent(value, language)

    def scale_texts(self, criterion: Criterion) -> dict[str, str]:
        """The raw values that are 0 and 100 points among those compared; dashes without any."""
        low, high = self.contest.scale.get(criterion, (nan, nan))
        return {"low": self.raw_text(criterion, low), "high": self.raw_text(criterion, high)}

    def share_text(self, criterion: Criterion) -> str:
        """The weight as a share of the sum of all."""
        total = sum(self.asked.weights.values())
        return percent(self.asked.weights.get(criterion, 0) / total, self.view.language, 1)

    def score_text(self, score: float, places: int = 2) -> str:
        """A score or a part of it."""
        return decimal(score, self.view.language, places)

    def range_text(self, low: float, high: float) -> str:
        """1, or 1–3."""
        first, last = (count(float(bound), self.view.language) for bound in (low, high))
        return first if first == last else f"{first}–{last}"

    @property
    def span_name(self) -> str:
        """Oktober 2025 dibandingkan Oktober 2024."""
        now, before = (
            date_format.period(period, self.view.language)
            for period in (self.period, self.period.same_month_last_year())
        )
        return self.words("paritrana.span", now=now, before=before)
