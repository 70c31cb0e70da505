"""The programme ledger: until when contributions are paid."""

from calendar import monthrange
from datetime import date

from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.domain.periods import Period


def lapse_date(first_month: Period, months: int) -> date:
    """The first day that is not paid for: ``months`` after the first day of ``first_month``.

    January 2025 and 12 months lapse on 1 January 2026. ``ValueError`` for no month at all.
    """
    if months < 1:
        raise ValueError(f"nothing is paid for {months} months")
    start = first_month.start
    years, month = divmod(start.month - 1 + months, MONTHS_A_YEAR)
    year = start.year + years
    # A round that begins on the 31st ends with the last day of a shorter month.
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
