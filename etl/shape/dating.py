"""Which period a number is of: its header's, its row's, its title's, or the day of a statement."""

from cakupan.domain.measures import FLOWS, Measure
from cakupan.domain.periods import Period, Precision
from etl.finding_codes import Code
from etl.period_text import find_period, flow_period, is_span, read_period
from etl.shape.columns import ValueColumn
from etl.shape.listener import Listener
from etl.vocabulary import Role


def period_of(words: Listener, column: ValueColumn, measure: Measure | None) -> Period | None:
    """The header's period, else the row's; a bare year takes the month that is said beside it.

    A target is for the end of a year. Where none is named it has the day it was stated on.
    """
    stated = read_period(words.said.get(Role.STATED)) if words.text(Role.STATED) else None
    unnamed = column.period is None and not (words.text(Role.PERIOD) or words.text(Role.YEAR))
    if measure is Measure.TARGET_COVERAGE and unnamed and stated is not None:
        if stated.precision is Precision.DAY:
            return stated
        words.complain(Code.PERIOD_UNREADABLE, Role.STATED)
        return None
    if measure in FLOWS and column.period is None and _says_span(words):
        return _span(words)
    period = _dated(words, column)
    if measure is Measure.TARGET_COVERAGE and period is not None:
        return Period.of_year(period.year)
    return period


def _says_span(words: Listener) -> bool:
    """Whether the title's "s.d. Oktober 2025", or the row's own, says the period."""
    if words.text(Role.YEAR) or words.text(Role.MONTH):
        return False
    own = words.text(Role.PERIOD)
    period, _ = find_period(words.text(Role.SPAN))
    return is_span(own) or (period is not None and own == period.text)


def _span(words: Listener) -> Period | None:
    role = Role.PERIOD if is_span(words.text(Role.PERIOD)) else Role.SPAN
    period = flow_period(words.text(role))
    if period is None:
        words.complain(Code.PERIOD_UNREADABLE, role)
    return period


def _dated(words: Listener, column: ValueColumn) -> Period | None:
    base = column.period
    for role in (Role.PERIOD, Role.MONTH, Role.YEAR):
        if base is None and words.text(role):
            base = read_period(words.said[role])
            if base is None and role is not Role.MONTH:
                words.complain(Code.PERIOD_UNREADABLE, role)
                return None
            if base is not None and role is Role.MONTH:
                # A month column of real dates holds the first of the month.
                base = Period(base.text[:7])
    if base is None:
        words.complain(Code.PERIOD_MISSING, Role.PERIOD)
        return None
    if column.month and column.period is None:
        return Period.of_month(base.year, column.month)
    if base.precision is not Precision.YEAR or not words.text(Role.MONTH):
        return base
    month = words.text(Role.MONTH)
    dated = read_period(
        f"{base.text}-{int(month):02d}" if month.isdecimal() else f"{month} {base.text}"
    )
    if dated is None:
        words.complain(Code.PERIOD_UNREADABLE, Role.MONTH)
    return dated
