"""The right value of a figure as it was typed: the figure in its place, or what is wrong."""

from collections.abc import Mapping
from decimal import Decimal

from cakupan.domain.figures import Figure
from cakupan.domain.language import Language
from cakupan.domain.measures import Maturity, Unit
from cakupan.domain.records import replace
from cakupan.texts import Words
from etl.number_text import DecimalSign, NumberReading, read_number
from layouts.dialog import Faults
from layouts.mutu.dialog import LONGEST_REASON
from layouts.page_ids.mutu import MutuId as Id

SHORTEST_REASON = 10
_PERCENT = Decimal(100)


def corrected(figure: Figure, typed: Mapping[str, str], say: Words) -> Figure | Faults:
    """The figure with another value, its reason and what it rests on; else what to mend.

    Ratios are typed in percent. What was disputed holds once it is put right; a sample stays one.
    """
    reason, fault = read_reason(typed[Id.REASON], say)
    value = read_value(typed[Id.VALUE], figure.unit, say.language)
    faults: dict[str, str] = {Id.REASON: fault} if fault else {}
    if value is None:
        key = "ratio" if figure.unit is Unit.RATIO else "value"
        faults[Id.VALUE] = say(f"mutu.fault.{key}", value=typed[Id.VALUE])
    elif value[0] == figure.value:
        faults[Id.VALUE] = say("mutu.fault.same")
    if faults or value is None:
        return faults
    source = " ".join(typed[Id.SOURCE].split()) or figure.citation
    return replace(
        figure,
        value=value[0],
        rounding_unit=value[1],
        maturity=Maturity.FINAL if figure.maturity is Maturity.DISPUTED else figure.maturity,
        sheet="",
        cell="",
        citation=say("mutu.correct.citation", reason=reason, source=source) if source else reason,
    )


def read_reason(text: str, say: Words) -> tuple[str, str | None]:
    """The reason in one line, and what is wrong with it."""
    reason = " ".join(text.split())
    if SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        return reason, None
    return reason, say("mutu.fault.reason", least=SHORTEST_REASON, most=LONGEST_REASON)


def read_value(text: str, unit: Unit, language: Language) -> tuple[Decimal, Decimal] | None:
    """The value and the unit it is rounded to, 0.4603 for 46,03 of a ratio; None for no number."""
    sign = DecimalSign.COMMA if language is Language.ID else DecimalSign.POINT
    read = read_number(text, sign=sign)
    if read.value is None or read.value < 0 or read.is_rupiah:
        return None
    if unit is Unit.RATIO:
        return read.value / _PERCENT, read.rounding_unit / _PERCENT
    return _whole(read)


def _whole(read: NumberReading) -> tuple[Decimal, Decimal] | None:
    value = read.value
    if value is None or read.is_percent or value != value.to_integral_value():
        return None
    return value, read.rounding_unit
