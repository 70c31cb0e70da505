"""Numbers as cells hold them, read exactly or not at all: 1.234.567, 46,03%, 2,73 juta, (5).

A text with two readings is ambiguous and shows both. What a number counts is not known here.
"""

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from etl.readers.workbook import CellValue

ONE = Decimal(1)
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
_COUNTED = frozenset({"orang", "jiwa", "people", "persons"})
_PARTS = re.compile(
    r"(?P<sign>[-+]?)\s*(?P<digits>\d(?:[\d., ]*\d)?)\s*(?P<words>[a-z% ]*)", re.ASCII
)
_DASHES = str.maketrans("−–—‐‑‒―﹘﹣－", "-" * 10)


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


@dataclass(frozen=True, slots=True)
class NumberReading:
    """What a cell says. ``value`` is as written: "46,03%" is 46.03 with ``is_percent``.

    ``rounding_unit`` is the unit of the last digit written: 10 000 for "2,73 juta". Where there is
    a problem, ``value`` is None and ``readings`` are the numbers it could be, none of them taken.
    """

    value: Decimal | None
    rounding_unit: Decimal = ONE
    problem: NumberProblem | None = None
    readings: tuple[Decimal, ...] = ()
    is_percent: bool = False

    @property
    def is_missing(self) -> bool:
        """True for an empty cell and for the signs that stand for one (-, …, n/a)."""
        return self.value is None and self.problem is None


@dataclass(frozen=True, slots=True)
class _Parts:
    """A number text taken apart. ``digits`` has its separators yet, ``scale`` is a power of 10."""

    negative: bool
    digits: str
    scale: int
    is_percent: bool

    def reading(self, sign: DecimalSign) -> tuple[Decimal, Decimal] | None:
        """Value and rounding unit if ``sign`` starts the decimals; None if it cannot."""
        found = _GROUPED[sign].fullmatch(self.digits)
        if found is None:
            return None
        decimals = found[2] or ""
        digits = re.sub(r"[., ]", "", found[1]) + decimals
        minus = "-" if self.negative and digits.strip("0") else ""
        exponent = self.scale - len(decimals)
        return _exact(f"{minus}{digits}E{exponent}"), _exact(f"1E{exponent}")


def decimal_sign(values: Iterable[CellValue]) -> DecimalSign:
    """What a whole column proves. "1.234.567" and "46,03" speak for the comma, "1.234" for none.

    Proof of both is proof of neither: UNKNOWN.
    """
    proven = set()
    for value in values:
        parts = _parts(_plain(value)) if isinstance(value, str) else None
        if parts is not None:
            possible = [sign for sign in _GROUPED if parts.reading(sign) is not None]
            proven |= set(possible) if len(possible) == 1 else set()
    return proven.pop() if len(proven) == 1 else DecimalSign.UNKNOWN


def read_number(value: CellValue, *, sign: DecimalSign) -> NumberReading:
    """The number of a cell; ``sign`` is what its column proves or its family states.

    A text that only reads against ``sign`` is ambiguous, as is "1.234" where nothing is proven.
    """
    if value is None:
        return NumberReading(None)
    if isinstance(value, bool):
        return NumberReading(None, problem=NumberProblem.UNREADABLE)
    if isinstance(value, int | float):
        return _read_stored(value)
    if isinstance(value, str):
        return _read_text(_plain(value), sign)
    return NumberReading(None, problem=NumberProblem.UNREADABLE)


def _read_stored(value: float) -> NumberReading:
    if not math.isfinite(value):
        return NumberReading(None, problem=NumberProblem.UNREADABLE)
    if value == int(value):
        return NumberReading(Decimal(int(value)))
    number = _exact(f"{value:.{_FLOAT_DIGITS}g}")
    decimals = -int(number.as_tuple().exponent)
    return NumberReading(number, _exact(f"1E-{decimals}"))


def _exact(text: str) -> Decimal:
    """Every digit, and no exponent: 2730000, not 2.73E+6. Arithmetic would round to 28 digits."""
    return Decimal(f"{Decimal(text):f}")


def _read_text(text: str, sign: DecimalSign) -> NumberReading:
    if text in _MISSING:
        return NumberReading(None)
    parts = _parts(text)
    readings = {} if parts is None else _readings(parts)
    if parts is None or not readings:
        return NumberReading(None, problem=NumberProblem.UNREADABLE)
    taken = {readings[sign]} if sign in readings else set(readings.values())
    if len(taken) > 1 or (sign is not DecimalSign.UNKNOWN and sign not in readings):
        possible = tuple(sorted({value for value, _ in readings.values()}))
        return NumberReading(
            None,
            problem=NumberProblem.AMBIGUOUS,
            readings=possible,
            is_percent=parts.is_percent,
        )
    number, unit = taken.pop()
    return NumberReading(number, unit, is_percent=parts.is_percent)


def _readings(parts: _Parts) -> dict[DecimalSign, tuple[Decimal, Decimal]]:
    found = {sign: parts.reading(sign) for sign in _GROUPED}
    return {sign: reading for sign, reading in found.items() if reading is not None}


def _parts(text: str) -> _Parts | None:
    """Sign, digits and words of a number text, or None if it is none."""
    bracketed = len(text) > 1 and text[0] == "(" and text[-1] == ")"
    found = _PARTS.fullmatch(text[1:-1].strip() if bracketed else text)
    if found is None or (bracketed and found["sign"]):
        return None
    words = re.findall(r"%|[a-z]+", found["words"])
    scales = [word for word in words if word in _SCALES]
    others = [word for word in words if word not in _SCALES]
    if len(scales) > 1 or len(others) > 1 or not set(others) <= _PERCENT | _COUNTED:
        return None
    return _Parts(
        negative=bracketed or found["sign"] == "-",
        digits=found["digits"],
        scale=_SCALES[scales[0]] if scales else 0,
        is_percent=bool(set(others) & _PERCENT),
    )


def _plain(text: str) -> str:
    """Full-width digits, NBSP and dashes folded. A raised digit, a footnote, stays unreadable."""
    if any(unicodedata.category(sign) == "No" for sign in text):
        return "?"
    folded = unicodedata.normalize("NFKC", text.translate(_DASHES)).casefold()
    visible = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    return " ".join(visible.split()).removeprefix("'")
