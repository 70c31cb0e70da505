"""Everything the Manfaat page is drawn from, and how its numbers are written."""

from collections.abc import Sequence
from fractions import Fraction

from cakupan.analytics.benefits import AverageCheck, Margin, Paid, per_thousand, whole_of
from cakupan.analytics.grades import Graded
from cakupan.analytics.quality import Mark
from cakupan.analytics.rounding import Rounded
from cakupan.analytics.tally import WHOLE
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import Region
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import MISSING, decimal, rupiah
from layouts.edition import edition_part
from layouts.manfaat.asked import Asked, Span
from layouts.records import Cited
from layouts.view import View, localized


class PartPaid(Record, frozen=True):
    """What was paid in one part, and its participants at the end of the months."""

    region: Region
    kinds: tuple[Paid, ...]
    participants: int | None

    @property
    def whole(self) -> Paid:
        """All kinds together."""
        return whole_of(self.kinds)

    @property
    def per_thousand(self) -> Fraction | None:
        """Cases per 1.000 participants."""
        return per_thousand(self.whole.cases, self.participants)


class Course(Record, frozen=True):
    """Rupiah by calendar month of a year and of the one before; None where unknown."""

    year: int
    now: tuple[int | None, ...]
    before: tuple[int | None, ...]


class Grants(Record, frozen=True):
    """Scholarships of one year by level."""

    year: int
    kinds: tuple[Paid, ...]
    sample: bool


class Compared(Record, frozen=True):
    """A figure as published, and the same worked out of what was loaded; None where unknown."""

    cited: Cited
    computed: int | None

    @property
    def agrees(self) -> bool:
        """Whether the published figure is the computed one as it would be printed."""
        half = Fraction(self.cited.rounding_unit) / 2
        computed = self.computed
        return computed is not None and abs(computed - Fraction(self.cited.value)) <= half

    @property
    def verdict(self) -> str:
        """The word for it: unknown, agrees or differs."""
        return "unknown" if self.computed is None else "agrees" if self.agrees else "differs"


class ManfaatView(Record, frozen=True):
    """One region's benefits at the newest month there are claims of, up to the one chosen.

    ``typed`` are the numbers of the sentence to check, as far as they can be read.
    """

    view: View
    asked: Asked
    period: Period
    kinds: tuple[Paid, ...]
    parts: tuple[PartPaid, ...]
    course: Course
    grants: Grants | None
    margins: tuple[Margin, ...]
    cited: Sequence[Compared]
    sample: bool
    typed: Sequence[Rounded]
    check: AverageCheck | None

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.view.words

    @property
    def whole(self) -> Paid:
        """All programmes together."""
        return whole_of(self.kinds)

    @property
    def graded(self) -> Graded:
        """How far the sums can be quoted: they have no denominator and no series to break."""
        marks = {
            Mark.PARTS: self.whole.cases is None or self.whole.rupiah is None,
            Mark.LATE: self.period.end < self.view.summary.headline.period.end,
            Mark.SAMPLE: self.sample,
        }
        return Graded.of(mark for mark, holds in marks.items() if holds)

    @property
    def span_name(self) -> str:
        """Januari–Oktober 2025, or Oktober 2025."""
        return self.span_of(self.period.year)

    @property
    def span_before(self) -> str:
        """The same of the year before."""
        return self.span_of(self.period.year - 1)

    def span_of(self, year: int) -> str:
        """The months shown, of a year."""
        language = self.view.language
        last = date_format.month_name(self.period.end.month, language)
        first = date_format.month_name(1, language)
        if self.asked.span is Span.MONTH or self.period.end.month == 1:
            return f"{last} {year}"
        return f"{first}–{last} {year}"

    def kind_name(self, kind: str) -> str:
        """JHT, or SD sederajat; all of them together by their word."""
        if kind == WHOLE:
            return self.words("manfaat.whole")
        for level in self.view.reference.scholarship_levels:
            if level.id == kind:
                return localized(level, "name", self.view.language)
        return kind

    def kind_full_name(self, kind: str) -> str:
        """Jaminan Hari Tua for JHT."""
        for programme in self.view.reference.programmes:
            if programme.id == kind:
                return localized(programme, "name", self.view.language)
        return self.kind_name(kind)

    def average_text(self, paid: Paid) -> str:
        """Rupiah a case, to the rupiah."""
        return MISSING if paid.average is None else rupiah(paid.average, self.view.language)

    def rate_text(self, rate: Fraction | None) -> str:
        """Cases per 1.000 participants, one decimal."""
        return decimal(rate, self.view.language, 1)

    @property
    def caption(self) -> str:
        """Source, cut-off, whether it is a sample, and the release."""
        words = self.words
        day = date_format.day(self.period.end, self.view.language, short=True)
        parts = [
            words("manfaat.caption.source"),
            words("ringkasan.caption.cut_off", day=day),
            *([words("ringkasan.sample")] if self.sample else []),
            *edition_part(self.view),
        ]
        return " · ".join(parts)
