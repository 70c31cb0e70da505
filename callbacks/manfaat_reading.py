"""From a view to what was paid: which months, which tallies, held against what. No drawing."""

from typing import NamedTuple

from cakupan.analytics.benefits import Margin, Paid, check_average, margins, paid
from cakupan.analytics.rounding import Rounded
from cakupan.analytics.tally import WHOLE, Tally
from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from callbacks.figures import Figures
from callbacks.tallies import claims, scholarships
from etl.number_text import DecimalSign, read_number
from layouts.manfaat.asked import Asked, Span, asked
from layouts.manfaat.records import Compared, Course, Grants, ManfaatView, PartPaid
from layouts.view import View

PUBLISHED = (
    *(Measure.CLAIMS, Measure.CLAIMS_IDR),
    *(Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR),
)
_MONTHS = 12


class _Summed(NamedTuple):
    """What is summed up of a region at a month, whatever is typed and however it is shown."""

    kinds: tuple[Paid, ...]
    parts: tuple[PartPaid, ...]
    course: Course
    margins: tuple[Margin, ...]
    sample: bool


def read_manfaat(figures: Figures, view: View) -> ManfaatView | None:
    """What was paid in a region up to the month shown; None where no claims are known."""
    cases, _ = claims(figures)
    parts = figures.reference.directory.parts(view.region.code)
    codes = [view.region.code, *(part.code for part in parts)]
    last = view.summary.headline.period.text
    stated = [text for text in cases.stated(codes) if len(text) == len(last) and text <= last]
    if not stated:
        return None
    period, choices = Period(stated[-1]), asked(view.choices)
    typed = _typed(choices, view.language)
    summed = figures.recent(
        "paid",
        (view.region.code, view.choices.denominator_id, period.text, choices.span),
        lambda: _summed(figures, view, period, choices.span),
    )
    return ManfaatView(
        view=view,
        asked=choices,
        period=period,
        **summed._asdict(),
        grants=_grants(figures, view),
        cited=_compared(figures, view),
        typed=typed,
        check=check_average(*typed) if len(typed) == len(choices.sentence) else None,
    )


def _summed(figures: Figures, view: View, period: Period, span: Span) -> _Summed:
    (cases, money), code = claims(figures), view.region.code
    parts = figures.reference.directory.parts(code)
    codes = [part.code for part in parts]
    now, before = _span(period, span), _span(period.same_month_last_year(), span)
    participants = view.panel.in_month([code, *codes], period)["participants"]
    return _Summed(
        kinds=paid(cases, money, code, now=now, before=before),
        parts=tuple(
            PartPaid(
                part,
                paid(cases, money, part.code, now=now, before=before),
                _people(participants[part.code]),
            )
            for part in parts
        ),
        course=_course(money, code, period.year),
        margins=margins(cases, code, codes, now),
        sample=cases.is_sample(code, now) or money.is_sample(code, now),
    )


def _span(period: Period, span: Span) -> list[str]:
    """The month itself, or every month of its year up to it."""
    first = period.end.month if span is Span.MONTH else 1
    months = range(first, period.end.month + 1)
    return [Period.of_month(period.year, month).text for month in months]


def _people(count: float) -> int | None:
    return None if count != count else int(count)  # noqa: PLR0124  NaN is not equal to itself


def _course(money: Tally, code: str, year: int) -> Course:
    of_year = [
        tuple(
            money.over(code, [Period.of_month(each, month).text])[WHOLE]
            for month in range(1, _MONTHS + 1)
        )
        for each in (year, year - 1)
    ]
    return Course(year, *of_year)


def _grants(figures: Figures, view: View) -> Grants | None:
    """The newest year of scholarships up to the one shown."""
    children, money = scholarships(figures)
    last = str(view.summary.headline.period.year)
    stated = [
        text for text in children.stated([view.region.code]) if len(text) == 4 and text <= last
    ]
    if not stated:
        return None
    year = stated[-1]
    return Grants(
        year=int(year),
        kinds=paid(children, money, view.region.code, now=[year], before=[str(int(year) - 1)]),
        sample=children.is_sample(view.region.code, [year]),
    )


def _compared(figures: Figures, view: View) -> list[Compared]:
    """Published claims and scholarships, each beside what the loaded ones of its year add up to."""
    tallies = dict(zip(PUBLISHED, (*claims(figures), *scholarships(figures)), strict=True))
    return [
        Compared(one, _of_year(tallies[one.measure], view.region.code, one.period))
        for one in figures.cited(view.region.code, PUBLISHED)
        if not one.group
    ]


def _of_year(tally: Tally, code: str, period: Period) -> int | None:
    whole = tally.over(code, [period.text])[WHOLE]
    if whole is not None or len(period.text) != 4:
        return whole
    return tally.over(code, _span(Period.of_month(period.year, _MONTHS), Span.YEAR))[WHOLE]


def _typed(choices: Asked, language: Language) -> list[Rounded]:
    """The numbers among what was typed, each with its last printed digit."""
    sign = DecimalSign.COMMA if language is Language.ID else DecimalSign.POINT
    readings = [read_number(text, sign=sign) for text in choices.sentence]
    return [
        Rounded(reading.value, reading.rounding_unit)
        for reading in readings
        if reading.value is not None and reading.problem is None
    ]
