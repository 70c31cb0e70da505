"""From the number in a cell to the stored value of its unit, or the problem with it."""

import re
from collections.abc import Mapping
from decimal import Decimal

from cakupan.domain.measures import Unit
from cakupan.domain.records import Record, replace
from etl.finding_codes import Code
from etl.number_text import DecimalSign, NumberProblem, NumberReading, read_number
from etl.ordinals import read_place
from etl.shape.cells import error_in
from etl.shape.meaning import Meaning
from etl.shape.problems import Problem
from etl.vocabulary import Role

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\b", re.ASCII)
_PERCENT = Decimal("0.01")
# Sums of money have cents, but nobody is paid less than a thousand rupiah: 12,5 was 12.500.
_LEAST_BROKEN = 1000
# The ways to read a number that has two readings: by its decimal sign, its unit or its scale.
_BY_SIGN = (DecimalSign.COMMA, DecimalSign.POINT)
_AS_PERCENT, _AS_RATIO = "percent", "ratio"
_AS_SCALED, _SCALED_TWICE = "once", "twice"


class Value(Record, frozen=True):
    """A number in stored terms: persons, firms, or a ratio (0.4603 for 46,03%)."""

    number: Decimal
    rounding_unit: Decimal


def read_value(reading: NumberReading, text: str, meaning: Meaning) -> Value | Problem | None:
    """The value of a cell (``text`` is how it is written), its problem, or None where missing."""
    if meaning.unit is Unit.PLACE:
        reading = read_place(reading, text)
    if reading.problem is NumberProblem.AMBIGUOUS:
        return _two_signs(text)
    if reading.problem is not None:
        return Problem(_why_unreadable(text), Role.VALUE, text)
    if reading.value is None:
        return None
    is_ratio = meaning.unit is Unit.RATIO
    factor = _PERCENT if reading.is_percent and is_ratio else meaning.factor
    if factor is None or _is_of_another_unit(reading, meaning.unit):
        code = Code.UNIT_MISSING if factor is None else Code.UNIT_CONFLICT
        return Problem(code, Role.VALUE, text)
    if reading.is_scaled and factor > 1:
        # "2,73 juta" under "juta orang": the scale is said twice, or it is not.
        ways = {_AS_SCALED: f"{reading.value:f}", _SCALED_TWICE: f"{reading.value * factor:f}"}
        return _two_ways(text, ways)
    number = reading.value * factor
    rounding_unit = meaning.rounding or reading.rounding_unit * factor
    return _fault(reading, text, factor, meaning.unit) or Value(
        _plain(number), _plain(rounding_unit)
    )


def read_ruled(
    reading: NumberReading, text: str, meaning: Meaning, way: str
) -> Value | Problem | None:
    """The value of a cell that has two readings, in the way that a person said."""
    if way in _BY_SIGN:
        return read_value(read_number(text, sign=DecimalSign(way)), text, meaning)
    if way == _AS_SCALED:
        return read_value(reading, text, replace(meaning, factor=Decimal(1)))
    if way == _SCALED_TWICE or reading.value is None:
        return read_value(replace(reading, is_scaled=False), text, meaning)
    times = 1 if way == _AS_PERCENT else 100
    said = replace(
        reading,
        value=reading.value * times,
        rounding_unit=reading.rounding_unit * times,
        is_percent=True,
    )
    return read_value(said, text, meaning)


def _why_unreadable(text: str) -> Code:
    """What stands in a cell of numbers that is none."""
    if error_in(text):
        return Code.CELL_ERROR
    if text.startswith("="):
        return Code.FORMULA_WITHOUT_VALUE
    return Code.NUMBER_BECAME_DATE if _DATE.match(text) else Code.NUMBER_UNREADABLE


def _plain(number: Decimal) -> Decimal:
    """Without zeros behind the decimal sign, and without an exponent."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _is_of_another_unit(reading: NumberReading, unit: Unit) -> bool:
    """Whether the cell itself says percent or rupiah where something else is counted."""
    percent = reading.is_percent and unit is not Unit.RATIO
    return percent or (reading.is_rupiah and unit is not Unit.IDR)


_BROKEN = frozenset({Unit.RATIO, Unit.SCORE})


def _fault(reading: NumberReading, text: str, factor: Decimal, unit: Unit) -> Problem | None:
    """What a count, an amount of rupiah or a ratio can never be."""
    written = reading.value or Decimal(0)
    number = written * factor
    if number < 0:
        return Problem(Code.NUMBER_NEGATIVE, Role.VALUE, text)
    may_be_broken = unit in _BROKEN or (unit is Unit.IDR and number >= _LEAST_BROKEN)
    if not may_be_broken and number != number.to_integral_value():
        return Problem(Code.NUMBER_FRACTION, Role.VALUE, text)
    if factor == _PERCENT and not reading.is_percent and 0 < written <= 1:
        # A cell formatted as percent holds 0.4603 where the reader of the sheet sees 46,03%.
        return _two_ways(text, {_AS_PERCENT: f"{written:f}%", _AS_RATIO: f"{written * 100:f}%"})
    return None


def _two_signs(text: str) -> Problem:
    """A number that reads otherwise with either decimal sign."""
    readings = {sign.value: read_number(text, sign=sign).value for sign in _BY_SIGN}
    read = {sign: f"{value:f}" for sign, value in readings.items() if value is not None}
    if len(read) < len(_BY_SIGN):
        return Problem(Code.NUMBER_UNREADABLE, Role.VALUE, text)
    return _two_ways(text, read)


def _two_ways(text: str, readings: Mapping[str, str]) -> Problem:
    """A question with two readings; the answer is given by the way, for the whole column."""
    shown = {f"reading_{place}": one for place, one in enumerate(readings.values(), start=1)}
    return Problem(Code.NUMBER_AMBIGUOUS, Role.VALUE, text, {**shown, "ways": " ".join(readings)})
