"""Dates and periods as people read them: 31 Oktober 2025, Okt 2025, 2025."""

from datetime import date, datetime
from functools import lru_cache

from cakupan.domain.language import Language
from cakupan.domain.periods import Period, Precision
from cakupan.domain.weekdays import WEEKDAYS

_LONG = {
    Language.ID: (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    Language.EN: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT = {
    Language.ID: (
        *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"),
        *("Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    ),
    Language.EN: (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
}

_WEEKDAYS = {
    Language.ID: WEEKDAYS,
    Language.EN: (
        *("Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday"),
    ),
}


def month_name(month: int, language: Language, *, short: bool = False) -> str:
    """Januari or Jan for 1."""
    return (_SHORT if short else _LONG)[language][month - 1]


def weekday_name(weekday: int, language: Language) -> str:
    """Selasa or Tuesday for 1, as ``date.weekday`` counts."""
    return _WEEKDAYS[language][weekday]


def day(value: date, language: Language, *, short: bool = False) -> str:
    """31 Oktober 2025 or 31 Okt 2025."""
    return f"{value.day} {month_name(value.month, language, short=short)} {value.year}"


def period(value: Period, language: Language, *, short: bool = False) -> str:
    """A period in its own precision: 2025, Oktober 2025, 31 Oktober 2025."""
    month = value.month
    if month is None:
        return str(value.year)
    if value.precision is Precision.DAY:
        return day(value.start, language, short=short)
    return f"{month_name(month, language, short=short)} {value.year}"


@lru_cache(maxsize=2048)
def short_period(text: str, language: Language) -> str:
    """Okt 2025 for 2025-10: a chart and its table write a hundred months each, all the same."""
    return period(Period(text), language, short=True)


def moment(value: datetime, language: Language) -> str:
    """A date with the time to the minute: 21 Nov 2026, 09.14 (English 09:14)."""
    clock = value.strftime("%H.%M" if language is Language.ID else "%H:%M")
    return f"{day(value.date(), language, short=True)}, {clock}"
