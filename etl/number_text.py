"""Numbers as cells hold them, read exactly or not at all: 1.234.567, 46,03%, 2,73 juta, (5).

A text with two readings is ambiguous and shows both. What a number counts is not known here.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from cakupan.domain.records import Record
from etl.readers.workbook import CellValue

ONE = Decimal(1)
_CENT = Decimal("0.01")
# Excel itself keeps fifteen digits; what stands behind them is an echo of binary fractions.
_FLOAT_DIGITS = 15
_MISSING = frozenset(
    {"", "-", "--", "..", "...", "n/a", "na", "n.a", "n.a.", "nan", "null", "none"}
)
_SCALES = {
    **dict.fromkeys(("ribu", "rb", "thousand"), 3),
    **dict.fromkeys(("juta", "jt", "million"), 6),
    **dict.fromkeys(("miliar", "milyar", "billion"), 9),
    **dict.fromkeys(("triliun", "trilyun", "trillion"), 12),
}
_PERCENT = frozenset({"%", "persen", "percent"})
_COUNTED = frozenset(
    {"orang", "jiwa", "kasus", "anak", "siswa", "bulan", "people", "persons", "cases", "months"}
)
_RUPIAH = frozenset({"rp", "rupiah", "idr"})
# "Rp12.000,-" is how cheques and letters end an amount.
_PARTS = re.compile(
    r"(?P<sign>[-+]?)\s*(?P<money>(?:rp|idr)\b\.?|rp\.?(?=\d))?\s*"
    r"(?P<digits>\d(?:[\d., ]*\d)?)(?:,-)?\s*(?P<words>[a-z% ]*)",
    re.ASCII,
)
_WORDS = re.compile(r"%|[a-z]+")
_DASHES = str.maketrans("−–—‐‑‒―﹘﹣－", "-" * 10)
# What a text proves does not hang on its digits, only on where they stand and which are zero.
_SHAPE = str.maketrans("123456789", "1" * 9)
_SEPARATORS = str.maketrans("", "", "., ")
# Columns repeat themselves; so many different texts are remembered.
_REMEMBERED = 1 << 12


class NumberProblem(StrEnum):
    """Why a cell gave no number."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"


class DecimalSign(StrEnum):
    """Which sign starts the decimals in a column; the other one groups thousands."""

    COMMA = "comma"
    POINT = "point"
    UNKNOWN = "unknown"


_GROUPED = {
    sign: re.compile(
        rf"([1-9]\d{{0,2}}(?:{thousands}\d{{3}})+|[1-9]\d{{0,2}}(?: \d{{3}})+|\d+)"
        rf"(?:{decimals}(\d+))?",
        re.ASCII,
    )
    for sign, thousands, decimals in (
        (DecimalSign.COMMA, r"\.", ","),
        (DecimalSign.POINT, ",", r"\."),
    )
}


class NumberReading(Record, frozen=True):
    """What a cell says. ``value`` is as written: "46,03%" is 46.03 with ``is_percent``.

    ``rounding_unit`` is the unit of the last digit written: 10 000 for "2,73 juta", which
    ``is_scaled``. Where there is a problem, ``value`` is None and ``readings`` are the numbers it
    could be, none of them taken.
    """

    value: Decimal | None
    rounding_unit: Decimal = ONE
    problem: NumberProblem | None = None
    readings: tuple[Decimal, ...] = ()
    is_percent: bool = False
    is_rupiah: bool = False
    is_scaled: bool = False

    @property
    def is_missing(self) -> bool:
        """True for an empty cell and for the signs that stand for one (-, …, n/a)."""
        return self.value is None and self.problem is None


_NOTHING = NumberReading(None)
_UNREADABLE = NumberReading(None, problem=NumberProblem.UNREADABLE)


class _Parts(Record, frozen=True):
    """A number text taken apart. ``digits`` has its separators yet, ``scale`` is a power of 10."""

    negative: bool
    digits: str
    scale: int
    is_percent: bool
    is_rupiah: bool

    def reading(self, sign: DecimalSign) -> tuple[Decimal, Decimal] | None:
        """Value and rounding unit if ``sign`` starts the decimals; None if it cannot."""
        found = _GROUPED[sign].fullmatch(self.digits)
        if found is None:
            return None
        minus = "-" if self.negative and self.digits.strip("0., ") else ""
        return _valued(found, minus=minus, scale=self.scale)


def decimal_sign(values: Iterable[CellValue]) -> DecimalSign:
    """What a whole column proves. "1.234.567" and "46,03" speak for the comma, "1.234" for none.

    Proof of both is proof of neither: UNKNOWN.
    """
    texts = [value for value in values if isinstance(value, str)]
    shapes: set[str] = set()
    proven: set[DecimalSign] = set()
    for value in () if all_plain(texts) else texts:
        if _is_plain(value):
            continue
        shape = value.translate(_SHAPE)
        if shape not in shapes:
            shapes.add(shape)
            proven |= _proof(shape)
    return proven.pop() if len(proven) == 1 else DecimalSign.UNKNOWN


def read_number(value: CellValue, *, sign: DecimalSign) -> NumberReading:
    """The number of a cell; ``sign`` is what its column proves or its family states.

    A text that only reads against ``sign`` is ambiguous, as is "1.234" where nothing is proven.
    """
    if isinstance(value, str):
        if _is_plain(value):
            return NumberReading(Decimal(value))
        sure = None if sign is DecimalSign.UNKNOWN else _GROUPED[sign].fullmatch(value)
        return NumberReading(*_valued(sure)) if sure else _read_text(value, sign)
    if value is None:
        return _NOTHING
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _read_stored(value)
    return _UNREADABLE


def all_plain(texts: Sequence[str]) -> bool:
    """Whether every text is nothing but digits; True of none at all."""
    return not texts or (all(texts) and _is_plain("".join(texts)))


def _is_plain(text: str) -> bool:
    """Digits and nothing else, the way most cells of a csv are: one reading under either sign."""
    return text.isdigit() and text.isascii()


def _proof(text: str) -> set[DecimalSign]:
    """The one sign that a text can be read with, or nothing where it reads with both or none."""
    parts = _parts(_plain(text))
    possible = set() if parts is None else {sign for sign in _GROUPED if parts.reading(sign)}
    return possible if len(possible) == 1 else set()


def _read_stored(value: float) -> NumberReading:
    if isinstance(value, int):
        return NumberReading(Decimal(value))
    if not math.isfinite(value):
        return _UNREADABLE
    if value.is_integer():
        return NumberReading(Decimal(int(value)))
    number = _exact(f"{value:.{_FLOAT_DIGITS}g}")
    return NumberReading(number, _unit(int(number.as_tuple().exponent)))


def _valued(found: re.Match[str], *, minus: str = "", scale: int = 0) -> tuple[Decimal, Decimal]:
    """Value and rounding unit of grouped digits."""
    whole, decimals = found.groups(default="")
    exponent = scale - len(decimals)
    digits = whole.translate(_SEPARATORS) + decimals
    return _exact(f"{minus}{digits}E{exponent}"), _unit(exponent)


def _exact(text: str) -> Decimal:
    """Every digit, and no exponent: 2730000, not 2.73E+6. Arithmetic would round to 28 digits."""
    number = Decimal(text)
    return number if text.endswith("E0") else Decimal(f"{number:f}")


@lru_cache(maxsize=_FLOAT_DIGITS)
def _unit(exponent: int) -> Decimal:
    return _exact(f"1E{exponent}")


@lru_cache(maxsize=_REMEMBERED)
def _read_text(written: str, sign: DecimalSign) -> NumberReading:
    text = _plain(written)
    if text in _MISSING:
        return _NOTHING
    parts = _parts(text)
    readings = {} if parts is None else _readings(parts)
    if parts is None or not readings:
        return _UNREADABLE
    taken = {readings[sign]} if sign in readings else set(readings.values())
    if len(taken) > 1 or (sign is not DecimalSign.UNKNOWN and sign not in readings):
        possible = tuple(sorted({value for value, _ in readings.values()}))
        return NumberReading(
            None,
            problem=NumberProblem.AMBIGUOUS,
            readings=possible,
            is_percent=parts.is_percent,
            is_rupiah=parts.is_rupiah,
        )
    number, unit = taken.pop()
    return NumberReading(
        number,
        unit,
        is_percent=parts.is_percent,
        is_rupiah=parts.is_rupiah,
        is_scaled=parts.scale > 0,
    )


def _readings(parts: _Parts) -> dict[DecimalSign, tuple[Decimal, Decimal]]:
    found = {sign: parts.reading(sign) for sign in _GROUPED}
    # No amount has more than cents: Rp16.800 are thousands.
    finest = _CENT if parts.is_rupiah and not parts.scale else 0
    return {
        sign: reading
        for sign, reading in found.items()
        if reading is not None and reading[1] >= finest
    }


def _parts(text: str) -> _Parts | None:
    """Sign, digits and words of a number text, or None if it is none."""
    bracketed = len(text) > 1 and text[0] == "(" and text[-1] == ")"
    found = _PARTS.fullmatch(text[1:-1].strip() if bracketed else text)
    if found is None or (bracketed and found["sign"]):
        return None
    words = _WORDS.findall(found["words"])
    scales = [word for word in words if word in _SCALES]
    others = [word for word in words if word not in _SCALES]
    money = [found["money"]] if found["money"] else []
    if len(scales) > 1 or len(others) + len(money) > 1:
        return None
    if not set(others) <= _PERCENT | _COUNTED | _RUPIAH:
        return None
    return _Parts(
        negative=bracketed or found["sign"] == "-",
        digits=found["digits"],
        scale=_SCALES[scales[0]] if scales else 0,
        is_percent=bool(set(others) & _PERCENT),
        is_rupiah=bool(money or set(others) & _RUPIAH),
    )


def _plain(text: str) -> str:
    """Full-width digits, NBSP and dashes folded. A raised digit, a footnote, stays unreadable."""
    visible = text.casefold()
    if not text.isascii():
        if any(unicodedata.category(sign) == "No" for sign in text):
            return "?"
        folded = unicodedata.normalize("NFKC", text.translate(_DASHES)).casefold()
        visible = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    return " ".join(visible.split()).removeprefix("'")
