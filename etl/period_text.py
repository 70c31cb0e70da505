"""Periods as cells and headers write them, in Indonesian and English, or None where unsure.

A quarter, a semester or a span of years is no period here: it is never cut down to a year.
"""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache

from cakupan.domain.periods import Period
from etl.readers.workbook import CellValue

_MONTH_NAMES = (
    "januari january jan",
    "februari february pebruari feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agst agus agu ags agt aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_MONTHS = {
    name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()
}
_NO_LETTER = r"(?![^\W\d_])"
_MONTH = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))}){_NO_LETTER}"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DAY = r"(?P<day>\d{1,2})"
_GAP = r"[\s.,/_\-]*"
_BEFORE = (
    rf"(?:(?:tahun|thn|th|year|bulan|month|periode|posisi|keadaan|per|as of){_NO_LETTER}[._ ]*)*"
)
# The order matters: the most exact form is tried first.
_FORMS = (
    rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?:[t ]00:00(?::00)?)?",
    rf"{_DAY}[ \-/]{_MONTH}{_GAP}{_YEAR}",
    rf"{_MONTH}[ .]*{_DAY},? {_YEAR}",
    rf"{_DAY}(?P<cut>[/.\-])(?P<month>\d{{1,2}})(?P=cut){_YEAR}",
    rf"{_MONTH}{_GAP}{_YEAR}",
    rf"{_YEAR}{_GAP}{_MONTH}",
    # Excel writes a month as Okt-25 and a day as 25-Okt: only the first is a month of a year.
    rf"{_MONTH}(?:-| ?['’])(?P<short>[0-4]\d)",
    rf"{_YEAR}-(?P<month>\d{{2}})",
    rf"(?P<month>\d{{1,2}})[\-/]{_YEAR}",
    rf"{_YEAR}(?:[.,]0+)?",
)
# No header is longer; a search in endless text would take endless time.
_LONGEST = 500
_FLAGS = re.ASCII | re.IGNORECASE
_WHOLE = tuple(re.compile(_BEFORE + form, _FLAGS) for form in _FORMS)
_INSIDE = tuple(
    re.compile(rf"(?<![^\W_])(?<!\d[.,/\-]){_BEFORE}{form}(?![^\W_])(?![.,/\-]\d)", _FLAGS)
    for form in _FORMS
)
# "s.d. Oktober 2025" and "Januari–Oktober 2025"; a dash alone joins only months.
_SPAN = re.compile(
    rf"(?<![^\W_])(?:(?P<first>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
    r"(?:[\s.]+(?:19|20)\d{2})?\s*(?:[-–]|s\s*[./]\s*d\s*\.?|sampai(?: dengan)?|hingga|to)"
    r"|s\s*[./]\s*d\s*\.?|sampai(?: dengan)?|hingga|up to)\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_OTHER_SPAN = re.compile(
    rf"(?<![^\W_])(?:triwulan|caturwulan|kuartal|semester|quarter|smt|tw|q[1-4]){_NO_LETTER}",
    re.IGNORECASE,
)


def read_period(value: CellValue) -> Period | None:
    """The period a whole cell states: 2025, "Ags 2025", "Oktober, 2025", "31 Oktober 2025", a date.

    "Februari" alone, "Semester 1 2025" and "05/10/2025" (whose month?) are none.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, datetime):
        return Period.of_day(value.date())
    if isinstance(value, date):
        return Period.of_day(value)
    text = " ".join(unicodedata.normalize("NFKC", str(value)).casefold().split())
    text = text.strip(" ()*")
    for form in _WHOLE:
        found = form.fullmatch(text)
        if found is not None:
            return _period(found)
    return None


def find_period(text: str) -> tuple[Period | None, str]:
    """The one period inside a header and the rest: "Bekerja 2023" is 2023 and "Bekerja".

    Two years, a quarter or a semester give no period and leave the text whole.
    """
    line = " ".join(unicodedata.normalize("NFKC", text).split())
    found = None if len(line) > _LONGEST or _OTHER_SPAN.search(line) else _first(line)
    period = None if found is None else _period(found)
    if found is None or period is None:
        return None, line
    rest = f"{line[: found.start()]} {line[found.end() :]}"
    return (None, line) if _first(rest) else (period, _tidy(rest))


def flow_period(text: str) -> Period | None:
    """What was paid from January on: "Januari s.d. Oktober 2025" is the day 2025-10-31.

    Up to December it is the year. None where the text names no span, or one that begins later.
    """
    line = " ".join(unicodedata.normalize("NFKC", text).split())
    found = None if len(line) > _LONGEST else _SPAN.search(line)
    last = None if found is None else _first(found["rest"])
    if found is None or last is None or last.start() > 0:
        return None
    begins = _MONTHS[found["first"].casefold()] if found["first"] else 1
    period = _period(last)
    if period is None or begins != 1 or period.month is None:
        return None
    ends_the_year = period.end == date(period.year, 12, 31)
    return Period.of_year(period.year) if ends_the_year else Period.of_day(period.end)


def is_span(text: str) -> bool:
    """Whether a text speaks of months up to another: "s.d. Oktober 2025"."""
    return len(text) <= _LONGEST and _SPAN.search(" ".join(text.split())) is not None


# The lines above a table are asked again with each row that may be its header.
@lru_cache(maxsize=1024)
def _first(line: str) -> re.Match[str] | None:
    return next((found for form in _INSIDE if (found := form.search(line))), None)


def _tidy(rest: str) -> str:
    """Without the brackets and commas that only held the period."""
    rest = re.sub(r"\([^\w%]*\)|\[[^\w%]*\]", " ", rest)
    rest = re.sub(r"[\s,;:/\-]+(?=[)\]])", "", rest)
    rest = re.sub(r"(?<=[(\[])[\s,;:/\-]+", "", rest)
    return " ".join(rest.split()).strip(" ,;:/_-–")


def _period(found: re.Match[str]) -> Period | None:
    """The period of a match, or None where it is no date or leaves two readings."""
    part = found.groupdict()
    year = int(part["year"]) if part.get("year") else 2000 + int(part["short"])
    month = _MONTHS[part["name"].casefold()] if part.get("name") else int(part.get("month") or 0)
    day = int(part.get("day") or 0)
    if part.get("cut") and day <= 12 and day != month:
        return None
    try:
        if not {"name", "month"} & part.keys():
            return Period.of_year(year)
        return Period.of_day(date(year, month, day)) if day else Period.of_month(year, month)
    except ValueError:
        return None
