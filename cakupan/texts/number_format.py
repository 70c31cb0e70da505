"""Numbers as people read them: 1.234.567, 46,03%, 2,73 juta, +12,33 poin; and in English.

Rounding is half up, once, at display. A missing number is an en dash, never a zero.
"""

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from operator import index

from babel.numbers import format_decimal

from cakupan.domain.language import Language

Number = int | float | Decimal | Fraction
MISSING = "–"
MINUS = "−"
_LOCALES = {Language.ID: "id_ID", Language.EN: "en_US"}
_SCALES = (
    (10**12, "triliun", "trillion"),
    (10**9, "miliar", "billion"),
    (10**6, "juta", "million"),
    (10**3, "ribu", "thousand"),
)
_IN_FULL_BELOW = 10_000


def is_missing(value: Number | None) -> bool:
    """True for None and NaN, the two ways a frame says that there is no number."""
    return value is None or math.isnan(value)


def exact(value: Number) -> Decimal:
    """The decimal a number stands for; a float by its shortest form, so 0.4603 stays 0.4603."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    if isinstance(value, Decimal):
        return value
    # A frame hands out its own float and integer types: float() and index() take both.
    return Decimal(repr(float(value))) if isinstance(value, float) else Decimal(index(value))


def decimal(value: Number | None, language: Language, places: int, *, signed: bool = False) -> str:
    """A number with exactly ``places`` decimals; ``signed`` writes + and − (not for zero)."""
    if value is None or is_missing(value):
        return MISSING
    rounded = exact(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = _unsigned(abs(rounded), language, places)
    if rounded < 0:
        return MINUS + text
    return "+" + text if signed and rounded > 0 else text


# The tables of a page repeat their numbers from one drawing to the next.
@lru_cache(maxsize=65_536)
def _unsigned(rounded: Decimal, language: Language, places: int) -> str:
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(rounded, format=pattern, locale=_LOCALES[language]))


def count(value: Number | None, language: Language, *, signed: bool = False) -> str:
    """A count of people or cases: 1.234.567."""
    return decimal(value, language, 0, signed=signed)


def percent(ratio: Number | None, language: Language, places: int = 2) -> str:
    """A ratio as a percentage: 0.4603 is 46,03%."""
    if ratio is None or is_missing(ratio):
        return MISSING
    return decimal(exact(ratio) * 100, language, places) + "%"


def growth(ratio: Number | None, language: Language, places: int = 1) -> str:
    """Relative growth of a count, signed: +21,0%."""
    if ratio is None or is_missing(ratio):
        return MISSING
    return decimal(exact(ratio) * 100, language, places, signed=True) + "%"


def points(difference: Number | None, language: Language, places: int = 2) -> str:
    """A difference of two ratios in percentage points, signed: +12,33 poin."""
    if difference is None or is_missing(difference):
        return MISSING
    unit = {Language.ID: "poin", Language.EN: "pts"}[language]
    return f"{decimal(exact(difference) * 100, language, places, signed=True)} {unit}"


def short_count(value: Number | None, language: Language, places: int = 2) -> str:
    """A large count in words: 2,73 juta, 163,93 ribu; below ten thousand in full."""
    if value is None or is_missing(value):
        return MISSING
    number = exact(value)
    for size, name_id, name_en in _SCALES:
        scaled = (number / size).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        # Judged after rounding, or 999.996 would read "1.000,00 ribu".
        if abs(scaled) >= 1 and abs(number) >= _IN_FULL_BELOW:
            name = name_id if language is Language.ID else name_en
            return f"{decimal(scaled, language, places)} {name}"
    return count(number, language)


def rupiah(value: Number | None, language: Language, *, short: bool = False) -> str:
    """An amount in rupiah: Rp1.008.000.000, or short Rp205,70 miliar."""
    if value is None or is_missing(value):
        return MISSING
    text = short_count(value, language) if short else count(value, language)
    return MINUS + "Rp" + text[1:] if text.startswith(MINUS) else "Rp" + text
