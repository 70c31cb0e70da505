"""From the number in a cell to the stored value of its unit, or the problem with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cakupan.domain.measures import Unit
from etl.finding_codes import Code
from etl.number_text import NumberProblem, NumberReading
from etl.ordinals import read_place
from etl.shape.meaning import Meaning
from etl.shape.problems import Problem
from etl.vocabulary import Role

_PERCENT = Decimal("0.01")
# Sums of money have cents, but nobody is paid less than a thousand rupiah: 12,5 was 12.500.
_LEAST_BROKEN = 1000


@dataclass(frozen=True, slots=True)
class Value:
    """A number in stored terms: persons, firms, or a ratio (0.4603 for 46,03%)."""

    number: Decimal
    rounding_unit: Decimal


def read_value(reading: NumberReading, text: str, meaning: Meaning) -> Value | Problem | None:
    """The value of a cell (``text`` is how it is written), its problem, or None where missing."""
    if meaning.unit is Unit.PLACE:
        reading = read_place(reading, text)
    if reading.problem is NumberProblem.AMBIGUOUS:
        return _ambiguous(text, reading.readings)
    if reading.problem is not None:
        return Problem(Code.NUMBER_UNREADABLE, Role.VALUE, text)
    if reading.value is None:
        return None
    is_ratio = meaning.unit is Unit.RATIO
    factor = _PERCENT if reading.is_percent and is_ratio else meaning.factor
    if factor is None or _is_of_another_unit(reading, meaning.unit):
        code = Code.UNIT_MISSING if factor is None else Code.UNIT_CONFLICT
        return Problem(code, Role.VALUE, text)
    if reading.is_scaled and factor > 1:
        # "2,73 juta" under "juta orang": the scale is said twice, or it is not.
        return _ambiguous(text, (reading.value, reading.value * factor))
    number = reading.value * factor
    rounding_unit = meaning.rounding or reading.rounding_unit * factor
    return _fault(reading, text, factor, meaning.unit) or Value(
        _plain(number), _plain(rounding_unit)
    )


def _plain(number: Decimal) -> Decimal:
    """Without zeros behind the decimal sign, and without an exponent."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _is_of_another_unit(reading: NumberReading, unit: Unit) -> bool:
    """Whether the cell itself says percent or rupiah where something else is counted."""
    percent = reading.is_percent and unit is not Unit.RATIO
    return percent or (reading.is_rupiah and unit is not Unit.IDR)


def _fault(reading: NumberReading, text: str, factor: Decimal, unit: Unit) -> Problem | None:
    """What a count, an amount of rupiah or a ratio can never be."""
    written = reading.value or Decimal(0)
    number = written * factor
    if number < 0:
        return Problem(Code.NUMBER_NEGATIVE, Role.VALUE, text)
    may_be_broken = unit is Unit.RATIO or (unit is Unit.IDR and number >= _LEAST_BROKEN)
    if not may_be_broken and number != number.to_integral_value():
        return Problem(Code.NUMBER_FRACTION, Role.VALUE, text)
    if factor == _PERCENT and not reading.is_percent and 0 < written <= 1:
        # A cell formatted as percent holds 0.4603 where the reader of the sheet sees 46,03%.
        return _ambiguous(text, (written, written * 100))
    return None


def _ambiguous(text: str, readings: Iterable[Decimal]) -> Problem:
    shown = {f"reading_{place}": f"{value:f}" for place, value in enumerate(readings, start=1)}
    return Problem(Code.NUMBER_AMBIGUOUS, Role.VALUE, text, shown)
