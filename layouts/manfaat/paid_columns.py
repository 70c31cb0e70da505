"""What was paid as columns of a table: cases, rupiah, their growth, and rupiah a case."""

from collections.abc import Sequence

from cakupan.analytics.benefits import Paid
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.shown import Behind
from layouts.columns_of import ColumnsOf
from layouts.manfaat.asked import Span
from layouts.manfaat.records import ManfaatView

TOPIC = "manfaat.column"
_OF_CLAIMS = (Measure.CLAIMS, Measure.CLAIMS_IDR)
_OF_GRANTS = (Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR)


def paid_columns(
    paid: Sequence[Paid], manfaat: ManfaatView, *, cases: str = "cases", average: str = "average"
) -> tuple[Column, ...]:
    """A row for each; ``cases`` and ``average`` say what is counted and by what it is shared."""
    columns = ColumnsOf(manfaat.words, TOPIC)
    return (
        columns.number(cases, ColumnKind.COUNT, (one.cases for one in paid)),
        columns.number(f"{cases}_growth", ColumnKind.GROWTH, (one.cases_growth for one in paid)),
        columns.number("rupiah", ColumnKind.RUPIAH, (one.rupiah for one in paid)),
        columns.number("rupiah_growth", ColumnKind.GROWTH, (one.rupiah_growth for one in paid)),
        columns.number(average, ColumnKind.RUPIAH, (one.average for one in paid)),
    )


def claims_behind(manfaat: ManfaatView) -> tuple[Behind, ...]:
    """Claims and their rupiah, of every month shown and of the same a year before."""
    last = manfaat.period
    first = last.end.month if manfaat.asked.span is Span.MONTH else 1
    months = range(first, last.end.month + 1)
    periods = [Period.of_month(year, one) for year in (last.year, last.year - 1) for one in months]
    return _of(_OF_CLAIMS, [period.text for period in periods], manfaat)


def course_behind(manfaat: ManfaatView) -> tuple[Behind, ...]:
    """Rupiah of every month that is known of both years."""
    course = manfaat.course
    known = [
        Period.of_month(year, month).text
        for year, values in ((course.year, course.now), (course.year - 1, course.before))
        for month, value in enumerate(values, start=1)
        if value is not None
    ]
    return _of((Measure.CLAIMS_IDR,), known, manfaat)


def grants_behind(year: int, manfaat: ManfaatView) -> tuple[Behind, ...]:
    """Scholarships and their rupiah, of a year and of the one before."""
    return _of(_OF_GRANTS, [str(year), str(year - 1)], manfaat)


def _of(
    measures: Sequence[Measure], periods: Sequence[str], manfaat: ManfaatView
) -> tuple[Behind, ...]:
    prefix = manfaat.view.choices.region_prefix
    return tuple(Behind(measure, prefix, period) for period in periods for measure in measures)
