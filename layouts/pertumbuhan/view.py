"""Everything one drawing of the page is made from, and the words that several cards share."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from cakupan.analytics.breaks import Break, break_between
from cakupan.analytics.comparison import Comparison
from cakupan.analytics.heat import HeatGrid
from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.analytics.movement import Movement
from cakupan.analytics.published_pairs import PublishedPair
from cakupan.analytics.summary import Headline
from cakupan.domain.columns import ColumnKind
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.shown import Behind
from cakupan.texts import Words, date_format
from cakupan.texts.column_text import value_text
from cakupan.texts.number_format import growth
from layouts.behind import coverage_behind
from layouts.pertumbuhan.picks import Picks
from layouts.reasons import reason_sentence
from layouts.region_names import region_names
from layouts.view import View

_EPOCH = 1970


def month_of(number: int) -> Period:
    """The month that a number stands for."""
    return Period.of_month(_EPOCH + number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1)


def month_text(number: int, view: View) -> str:
    """Okt 2025 for the number of a month."""
    return date_format.period(month_of(number), view.language, short=True)


class Page(Record, frozen=True, dict=True):  # what every card asks for is kept
    """A view with the movement, the grid and the published pairs, as picked.

    ``earlier`` is the headline of the month that the movement starts from.
    """

    view: View
    picks: Picks
    movement: Movement
    grid: HeatGrid
    pairs: Sequence[PublishedPair]
    earlier: Headline

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.view.words

    @cached_property
    def before(self) -> str:
        """The earlier month in words: Okt 2024."""
        return month_text(self.movement.before, self.view)

    @cached_property
    def after(self) -> str:
        """The later month in words: Okt 2025."""
        return month_text(self.movement.after, self.view)

    @property
    def span(self) -> str:
        """Okt 2024 → Okt 2025."""
        return f"{self.before} → {self.after}"

    @cached_property
    def behind(self) -> tuple[Behind, ...]:
        """Participants and workforce of both months."""
        return (*coverage_behind(self.view), *coverage_behind(self.view, self.earlier))

    @property
    def sample(self) -> bool:
        """Whether sample figures lie behind either month."""
        return self.view.summary.headline.sample or self.earlier.sample

    @cached_property
    def found_break(self) -> Break | None:
        """What changed in kind between the two months of the region shown, if anything."""
        return break_between(
            self.view.panel,
            self.view.region.code,
            before=self.movement.before,
            after=self.movement.after,
        )

    @property
    def part_codes(self) -> list[str]:
        """Codes of the parts whose movement is shown."""
        return [part.region_code for part in self.movement.parts]

    def name(self, code: str) -> str:
        """A region's short name."""
        return self.view.reference.directory[code].short_name

    def names(self, codes: Sequence[str], *, most: int = 8) -> str:
        """Names side by side; beyond ``most`` they are counted."""
        return region_names(codes, self.view.reference.directory, self.words, most=most)

    def moved(self) -> list[Comparison]:
        """The parts whose change of coverage can be said, in the order picked."""
        return self.ordered([part for part in self.movement.parts if part.points is not None])

    def ordered(self, parts: Sequence[Comparison]) -> list[Comparison]:
        """In the order picked; what has no number to go by comes last."""
        return sorted(parts, key=lambda part: self._places[part.region_code])

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each part stands in the order picked: comparing fractions takes long."""
        parts = self.movement.parts
        if self.picks.order == "nama":
            ordered = sorted(parts, key=lambda part: self.name(part.region_code))
        else:
            sign = 1 if self.picks.order == "turun" else -1
            keys = {part.region_code: self._key(part) for part in parts}

            def place(part: Comparison) -> tuple[bool, Fraction, str]:
                key = keys[part.region_code]
                return key is None, sign * (key or Fraction(0)), part.region_code

            ordered = sorted(parts, key=place)
        return {part.region_code: place for place, part in enumerate(ordered)}

    def _key(self, part: Comparison) -> Fraction | None:
        if self.picks.order == "cakupan":
            return part.after.coverage
        return self.measured(part)

    def measured(self, part: Comparison) -> Fraction | None:
        """A part's change by the measure picked: points, or growth of participants."""
        if self.picks.by_points:
            return part.points.points if part.points else None
        return part.growth.growth if part.growth else None

    def why_not(self) -> str:
        """The sentence for a change of coverage that cannot be said; empty where it can."""
        if self.movement.whole.points is not None:
            return ""
        fields = {"region": self.view.region.name, "before": self.before, "after": self.after}
        if self.found_break:
            return self.words("pertumbuhan.refused.title", **fields)
        reason = self.view.summary.headline.reason
        if reason:
            return reason_sentence(reason, self.view)
        return self.words("pertumbuhan.refused.no_same_month", **fields)

    def refusals(self) -> Iterator[str]:
        """A sentence for each thing that changed in kind, with the names of who stated what."""
        found = self.found_break
        for change in found.changes if found else ():
            fields = {"before": self.before, "after": self.after}
            names = found.publishers.get(change) if found else None
            key = f"pertumbuhan.break.{change.value}"
            if names:
                former, latter = (self.view.publisher_name(name) for name in names)
                yield self.words(f"{key}_named", former=former, latter=latter, **fields)
            else:
                yield self.words(key, **fields)


def growth_text(part: Comparison, view: View) -> str:
    """+7,7% (+3,8% to +11,8%): bounds only where figures are rounded."""
    found = part.growth
    if found is None:
        return growth(None, view.language)
    text = growth(found.growth, view.language)
    if found.low == found.high:
        return text
    bounds = {
        "low": growth(found.low, view.language),
        "high": growth(found.high, view.language),
    }
    return view.words("pertumbuhan.bounds", value=text, **bounds)


def points_text(part: Comparison, view: View) -> str:
    """+12,33, with bounds where figures are rounded; the title of the column names the unit."""
    text = _points(part.points.points if part.points else None, view)
    bounds = part.points_range
    if bounds is None or bounds[0] == bounds[1]:
        return text
    low, high = (_points(bound, view) for bound in bounds)
    return view.words("pertumbuhan.bounds", value=text, low=low, high=high)


def _points(change: Fraction | None, view: View) -> str:
    return value_text(ColumnKind.POINTS, change, view.language)
