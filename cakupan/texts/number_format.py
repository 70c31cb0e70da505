"""Numbers as people read them: 1.234.567, 46,03%, 2,73 juta, +12,33 poin; and in English.

Rounding is half up, once, at display. A missing number is an en dash, never a zero.
"""

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from operator import index

from cakupan.domain.language import Language

Number = int | float | Decimal | Fraction
MISSING = "–"
MINUS = "−"
_SCALES = (
    (10**12, "triliun", "trillion"),
    (10**9, "miliar", "billion"),
    (10**6, "juta", "million"),
    (10**3, "ribu", "thousand"),
)
_IN_FULL_BELOW = 10_000
# A page writes thousands of numbers: looking a member of an enumeration up counts.
_ID = Language.ID
# A float below this, scaled, is off by far less than this distance from a half.
_SURE_BELOW, _NEAR_A_HALF = 1e12, 1e-3


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
    return _written(value, language, places, signed=signed)


def count(value: Number | None, language: Language, *, signed: bool = False) -> str:
    """A count of people or cases: 1.234.567."""
    if isinstance(value, int):
        whole = value
    elif isinstance(value, float) and value.is_integer():
        # Most of what a page writes: held as a float because some may be missing.
        whole = int(value)
    else:
        return decimal(value, language, 0, signed=signed)
    text = f"{abs(whole):,}"
    if language is _ID:
        text = text.replace(",", ".")
    if whole < 0:
        return MINUS + text
    return f"+{text}" if signed and whole else text


def percent(ratio: Number | None, language: Language, places: int = 2) -> str:
    """A ratio as a percentage: 0.4603 is 46,03%."""
    return _written(ratio, language, places, power=2, unit="%")


def growth(ratio: Number | None, language: Language, places: int = 1) -> str:
    """Relative growth of a count, signed: +21,0%."""
    return _written(ratio, language, places, power=2, unit="%", signed=True)


def points(difference: Number | None, language: Language, places: int = 2) -> str:
    """A difference of two ratios in percentage points, signed: +12,33 poin."""
    unit = " poin" if language is _ID else " pts"
    return _written(difference, language, places, power=2, unit=unit, signed=True)


def short_count(value: Number | None, language: Language, places: int = 2) -> str:
    """A large count in words: 2,73 juta, 163,93 ribu; below ten thousand in full."""
    if value is None or is_missing(value):
        return MISSING
    number = exact(value)
    smaller = [size for size, *_ in _SCALES[1:]] + [1]
    for (size, name_id, name_en), below in zip(_SCALES, smaller, strict=True):
        # Judged as it would read one scale below, or 999.996 would read "1.000,00 ribu" and,
        # without decimals, 640 ribu would read "1 juta".
        as_below = abs(_scaled(number, below, places if below > 1 else 0))
        if abs(number) >= _IN_FULL_BELOW and as_below >= size // below:
            name = name_id if language is _ID else name_en
            return f"{decimal(_scaled(number, size, places), language, places)} {name}"
    return count(number, language)


def _scaled(number: Decimal, size: int, places: int) -> Decimal:
    return (number / size).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def rupiah(value: Number | None, language: Language, *, short: bool = False) -> str:
    """An amount in rupiah: Rp1.008.000.000, or short Rp205,70 miliar."""
    if value is None or is_missing(value):
        return MISSING
    text = short_count(value, language) if short else count(value, language)
    return MINUS + "Rp" + text[1:] if text.startswith(MINUS) else "Rp" + text


def _written(
    value: Number | None,
    language: Language,
    places: int,
    *,
    power: int = 0,
    unit: str = "",
    signed: bool = False,
) -> str:
    """``value`` times ten to the ``power``, rounded, in the language's own separators."""
    if value is None or is_missing(value):
        return MISSING
    last_places = _half_up(value, places + power)
    whole, rest = divmod(abs(last_places), 10**places)
    text, point = f"{whole:,}", "."
    if language is _ID:
        text, point = text.replace(",", "."), ","
    if places:
        text = f"{text}{point}{rest:0{places}}"
    if last_places < 0:
        return f"{MINUS}{text}{unit}"
    return f"+{text}{unit}" if signed and last_places else text + unit


def _half_up(value: Number, places: int) -> int:
    """The number in units of its last place, a half away from zero."""
    if isinstance(value, int):
        return int(value * 10**places)
    if isinstance(value, float):
        scaled = float(value) * 10.0**places
        below = math.floor(scaled)
        # Only near a half does it matter which decimal the float stands for.
        if abs(scaled) < _SURE_BELOW and abs(scaled - below - 0.5) > _NEAR_A_HALF:
            return round(scaled)
    return int(exact(value).scaleb(places).to_integral_value(ROUND_HALF_UP))
