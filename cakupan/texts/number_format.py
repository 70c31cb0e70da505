"""Numbers as people read them: 1.234.567, 46,03%, 2,73 juta, +12,33 poin; and in English.

Rounding is half up, once, at display. A missing number is an en dash, never a zero.
"""

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache, partial
from operator import index

from cakupan.domain.language import Language
from cakupan.domain.records import replace
from cakupan.texts.number_writer import (
    MINUS,
    NEAR_A_HALF,
    SURE_BELOW,
    Number,
    Shape,
    Writer,
)

MISSING = "–"
_RUPIAH = "Rp"
_SCALES = (
    (10**12, "triliun", "trillion"),
    (10**9, "miliar", "billion"),
    (10**6, "juta", "million"),
    (10**3, "ribu", "thousand"),
)
_IN_FULL_BELOW = 10_000
# A page writes thousands of numbers: looking a member of an enumeration up counts, and so does what
# is done for each number that is the same for all: whoever writes many asks for a ``Writer``.
_ID = Language.ID
_GROUPED_FROM = 1000


def is_missing(value: Number | None) -> bool:
    """True for None and NaN, the two ways a frame says that there is no number."""
    # A fraction is a number always, and slow to be looked at as a float.
    return value is None or (value.__class__ is not Fraction and math.isnan(value))


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
    return _writer(language is _ID, places, 0, "", "+" if signed else "").one(value)


def decimals(language: Language, places: int, *, signed: bool = False) -> Writer:
    """The same for many numbers."""
    return _writer(language is _ID, places, 0, "", "+" if signed else "")


def count(value: Number | None, language: Language, *, signed: bool = False) -> str:
    """A count of people or cases: 1.234.567."""
    return _counter(language is _ID, "+" if signed else "").one(value)


def counts(language: Language, *, signed: bool = False) -> Writer:
    """The same for many counts."""
    return _counter(language is _ID, "+" if signed else "")


def percent(ratio: Number | None, language: Language, places: int = 2) -> str:
    """A ratio as a percentage: 0.4603 is 46,03%."""
    return _writer(language is _ID, places, 2, "%", "").one(ratio)


def percents(language: Language, places: int = 2) -> Writer:
    """The same for many ratios."""
    return _writer(language is _ID, places, 2, "%", "")


def growth(ratio: Number | None, language: Language, places: int = 1) -> str:
    """Relative growth of a count, signed: +21,0%."""
    return _writer(language is _ID, places, 2, "%", "+").one(ratio)


def growths(language: Language, places: int = 1) -> Writer:
    """The same for many."""
    return _writer(language is _ID, places, 2, "%", "+")


def points(difference: Number | None, language: Language, places: int = 2) -> str:
    """A difference of two ratios in percentage points, signed: +12,33 poin."""
    return in_points(language, places).one(difference)


def in_points(language: Language, places: int = 2) -> Writer:
    """The same for many differences."""
    return _writer(language is _ID, places, 2, " poin" if language is _ID else " pts", "+")


def bare_points(language: Language) -> Writer:
    """The same without the unit, which stands above the column."""
    return _writer(language is _ID, 2, 2, "", "+")


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
    return MINUS + _RUPIAH + text[1:] if text.startswith(MINUS) else _RUPIAH + text


def rupiahs(language: Language) -> Writer:
    """The same for many amounts, in full."""
    shape = replace(counts(language).shape, prefix=_RUPIAH)
    return Writer(shape, partial(rupiah, language=language))


@cache
def _counter(indonesian: bool, plus: str) -> Writer:
    """What writes counts."""
    separator = "." if indonesian else ","
    rounding = _writer(indonesian, 0, 0, "", plus)

    def write(value: Number | None) -> str:
        # Most of what a page writes: held as a float where some may be missing.
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        elif not isinstance(value, int):
            return rounding.one(value)
        if value < 0:
            return MINUS + f"{-value:,}".replace(",", separator)
        text = f"{value:,}".replace(",", separator)
        return plus + text if plus and value else text

    return Writer(rounding.shape, write)


@cache
def _writer(indonesian: bool, places: int, power: int, unit: str, plus: str) -> Writer:
    """What writes numbers times ten to the ``power``, rounded, in the language's own separators.

    Made once: a page writes thousands of numbers in a dozen ways.
    """
    separator, point = (".", ",") if indonesian else (",", ".")
    shape = Shape(separator, point, places, power, unit=unit, plus=plus)
    factor = 10.0 ** (places + power)
    one: int = 10**places
    grouped_from, unit = _GROUPED_FROM * one, unit.replace("%", "%%")
    short = (f"%d{point}%0{places}d" if places else "%d%.0s") + unit
    long = (f"%s{point}%0{places}d" if places else "%s%.0s") + unit

    def write(value: Number | None) -> str:
        last_places = _surely(value * factor) if isinstance(value, float) else None
        if last_places is None:
            if value is None or is_missing(value):
                return MISSING
            last_places = _half_up(value, places + power)
        if 0 <= last_places < grouped_from:
            text = short % divmod(last_places, one)
            return plus + text if plus and last_places else text
        whole, rest = divmod(abs(last_places), one)
        text = long % (f"{whole:,}".replace(",", separator), rest)
        if last_places < 0:
            return MINUS + text
        return plus + text if plus else text

    return Writer(shape, write)


def _surely(scaled: float) -> int | None:
    """Rounded half up; None near a half, where it matters which decimal the float stands for."""
    if -SURE_BELOW < scaled < SURE_BELOW:
        below = math.floor(scaled)
        over = scaled - below - 0.5
        if over > NEAR_A_HALF:
            return below + 1
        if over < -NEAR_A_HALF:
            return below
    return None


def _half_up(value: Number, places: int) -> int:
    """The number in units of its last place, a half away from zero."""
    if isinstance(value, int):
        return int(value * 10**places)
    if isinstance(value, Fraction):
        # Whole numbers throughout: a decimal of a fraction takes longer to make than to round.
        over, under = 2 * 10**places * abs(value.numerator), value.denominator
        rounded: int = (over + under) // (2 * under)
        return rounded if value.numerator >= 0 else -rounded
    return int(exact(value).scaleb(places).to_integral_value(ROUND_HALF_UP))
