"""What was typed into the form of a ledger line: understood, or told field by field."""

from collections.abc import Container, Mapping

from cakupan.domain.language import Language
from cakupan.domain.ledger import LedgerLine
from cakupan.domain.periods import Period, Precision
from cakupan.domain.reference import Reference
from cakupan.texts import Words
from cakupan.texts.number_format import count
from callbacks.citation import read_citation
from etl.checks.limits import MOST_MONTHS
from etl.number_text import DecimalSign, read_number
from etl.period_text import read_period
from layouts.dialog import Faults
from layouts.page_ids.segmen import LedgerFieldId as Field
from layouts.segmen.ledger_dialog import EVERYBODY

FIRST_YEAR, LAST_YEAR = 2000, 2100
_LIMITS = {
    Field.WORKERS: (1, 9_000_000, 3_600),
    Field.RATE: (1_000, 1_000_000, 16_800),
    Field.MONTHS: (1, MOST_MONTHS, 12),
}
"""The least and the most that can be, and an example of what is usual."""


def read_line(
    typed: Mapping[str, str], replaced: LedgerLine | None, reference: Reference, words: Words
) -> LedgerLine | Faults:
    """The line that was typed, or what has to be mended, field by field.

    Group and payer of the line that is ``replaced`` may be words that no list knows.
    """
    faults: dict[str, str] = {
        field: words(f"segmen.fault.{field.removeprefix('segmen-field-')}")
        for field, known in _known(replaced, reference).items()
        if typed[field] not in known
    }
    numbers = {
        field: read_whole(typed[field], least=least, most=most, language=words.language)
        for field, (least, most, _) in _LIMITS.items()
    }
    faults |= {
        field: _no_number(field, typed[field], words)
        for field, number in numbers.items()
        if number is None
    }
    start = read_month(typed[Field.START])
    if start is None:
        key = "start" if typed[Field.START] else "start_empty"
        faults[Field.START] = words(f"segmen.fault.{key}", value=typed[Field.START])
    citation, wrong = read_citation(typed[Field.CITATION], words, topic="segmen")
    if wrong:
        faults[Field.CITATION] = wrong
    if faults or start is None:
        return faults
    return LedgerLine(
        region_code=typed[Field.REGION],
        group=typed[Field.GROUP] if typed[Field.GROUP] != EVERYBODY else "",
        payer=typed[Field.PAYER],
        start=start,
        workers=numbers[Field.WORKERS],
        rupiah_a_month=numbers[Field.RATE],
        months=numbers[Field.MONTHS],
        citation=citation,
        sample=False,
    )


def _known(replaced: LedgerLine | None, reference: Reference) -> Mapping[Field, Container[str]]:
    own_group, own_payer = (replaced.group, replaced.payer) if replaced else ("", "")
    payers = {*(payer.id for payer in reference.payers), own_payer} - {""}
    return {
        Field.REGION: {region.code for region in reference.directory},
        Field.GROUP: {*(group.id for group in reference.worker_groups), own_group, EVERYBODY},
        Field.PAYER: payers,
    }


def read_whole(text: str, *, least: int, most: int, language: Language) -> int | None:
    """3600 for "3.600", "3600" or "Rp3.600" in Indonesian; None outside the limits."""
    sign = DecimalSign.COMMA if language is Language.ID else DecimalSign.POINT
    read = read_number(text, sign=sign)
    if read.value is None or read.is_percent or read.value != read.value.to_integral_value():
        return None
    return int(read.value) if least <= read.value <= most else None


def read_month(text: str) -> Period | None:
    """The month of "Januari 2026", "Jan 2026" or "2026-01", read as in files."""
    period = read_period(text)
    if period is None or period.precision is not Precision.MONTH:
        return None
    return period if FIRST_YEAR <= period.year <= LAST_YEAR else None


def _no_number(field: Field, text: str, words: Words) -> str:
    least, most, example = (count(number, words.language) for number in _LIMITS[field])
    key = "number" if text else "number_empty"
    return words(f"segmen.fault.{key}", value=text, least=least, most=most, example=example)
