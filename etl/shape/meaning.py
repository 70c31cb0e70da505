"""What a number in a row and column counts: its key without the region, its unit, its source.

Words come from the row, the column's header, the lines above the table and the family, in this
order. The number itself and the region are read elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from cakupan.domain.figures import FigureKey
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period, Precision
from etl.finding_codes import Code
from etl.number_text import DecimalSign, read_number
from etl.period_text import read_period
from etl.readers.workbook import CellValue
from etl.shape.cells import cell_text
from etl.shape.columns import ValueColumn
from etl.shape.labels import measure_of
from etl.shape.lexicon import Lexicon
from etl.shape.problems import Problem
from etl.vocabulary import Habit, Role, Scale, Vocabulary, label

Said = Mapping[Role, CellValue]
Meant = TypeVar("Meant")


@dataclass(frozen=True, slots=True)
class Meaning:
    """Everything about a figure but its region and value.

    ``subject`` is its key with an empty region. ``factor`` turns the written number into the stored
    one; None where no unit is stated for a ratio, so that the cell itself must say percent.
    ``rounding`` is the stated rounding unit in stored terms, None where none is stated.
    """

    subject: FigureKey
    unit: Unit
    factor: Decimal | None
    rounding: Decimal | None
    maturity: Maturity
    citation: str
    note: str
    zero_is_missing: bool

    def key_of(self, region_code: str) -> FigureKey:
        """The key of this subject in one region."""
        subject = self.subject
        return FigureKey(
            region_code=region_code,
            measure=subject.measure,
            period=subject.period,
            publisher=subject.publisher,
            segment=subject.segment,
            programme=subject.programme,
            group=subject.group,
            basis=subject.basis,
        )


def read_meaning(
    said: Said, column: ValueColumn, lexicon: Lexicon
) -> tuple[Meaning | None, tuple[Problem, ...]]:
    """The meaning, or None with every problem that stands in its way."""
    vocabulary = lexicon.vocabulary
    words = _Words(said)
    measure, group = _measure(words, column, lexicon)
    if group and _is_share(words, column, vocabulary):
        words.complain(Code.NOT_OURS, Role.MEASURE, topic="share")
        measure = None
    if measure is None and any(problem.code is Code.NOT_OURS for problem in words.problems):
        # What is not ours need not say its words as we do.
        return None, tuple(words.problems)
    period = _period(words, column)
    segment = column.segment or words.meant(Role.SEGMENT, vocabulary.segments, Segment.TOTAL)
    programme = column.programme or words.meant(Role.PROGRAMME, lexicon.programmes, "")
    basis = column.basis or words.meant(Role.BASIS, vocabulary.bases, Basis.NONE)
    maturity = words.meant(Role.MATURITY, vocabulary.maturities, Maturity.FINAL)
    if measure is None or period is None:
        return None, tuple(words.problems)
    habit = vocabulary.habits.get(measure, Habit())
    factor = _factor(words, column, vocabulary, habit.unit)
    meaning = Meaning(
        subject=FigureKey(
            region_code="",
            measure=measure,
            period=period,
            publisher=_publisher(words, lexicon, habit),
            segment=segment,
            programme=programme,
            group=group or _group(words.text(Role.GROUP), vocabulary),
            basis=basis,
        ),
        unit=habit.unit,
        factor=factor,
        rounding=_rounding(words, factor or Decimal(1)),
        maturity=maturity,
        citation=words.text(Role.CITATION),
        note=words.text(Role.NOTE),
        zero_is_missing=habit.zero_is_missing,
    )
    return (None if words.problems else meaning), tuple(words.problems)


@dataclass(slots=True)
class _Words:
    """What is said of one number, and the problems met while listening."""

    said: Said
    problems: list[Problem] = field(default_factory=list)

    def text(self, role: Role) -> str:
        return cell_text(self.said.get(role))

    def complain(self, code: Code, role: Role | None = None, **details: str | int) -> None:
        value = (self.text(role) or None) if role else None
        self.problems.append(Problem(code=code, role=role, value=value, details=details))

    def meant(self, role: Role, meanings: Mapping[str, Meant], unsaid: Meant) -> Meant:
        """The member a word means; ``unsaid`` where nothing is said."""
        text = self.text(role)
        if text and label(text) not in meanings:
            self.complain(Code.WORD_UNKNOWN, role)
        return meanings.get(label(text), unsaid) if text else unsaid


def _publisher(words: _Words, lexicon: Lexicon, habit: Habit) -> str:
    """The publisher's id, or the outlet's name as it is written."""
    publisher = words.text(Role.PUBLISHER) or habit.publisher
    if not publisher:
        words.complain(Code.PUBLISHER_MISSING, Role.PUBLISHER)
    return lexicon.publishers.get(label(publisher), publisher)


def _measure(words: _Words, column: ValueColumn, lexicon: Lexicon) -> tuple[Measure | None, str]:
    """What is counted, and of which group: of the header, else of the row, else of the title."""
    if column.measure is not None:
        return column.measure, column.group
    text = words.text(Role.MEASURE)
    if not text:
        words.complain(Code.MEASURE_MISSING, Role.MEASURE)
        return None, ""
    measure, group = measure_of(label(text), lexicon.vocabulary)
    if measure is not None:
        return measure, group or column.group
    other = lexicon.phrases.topic(text) or lexicon.phrases.breakdown(text)
    if other:
        words.complain(Code.NOT_OURS, Role.MEASURE, topic=other)
    else:
        words.complain(Code.MEASURE_UNKNOWN, Role.MEASURE)
    return None, ""


def _group(text: str, vocabulary: Vocabulary) -> str:
    """The id of a group's word; words nobody knows are their own id."""
    words = label(text)
    return vocabulary.groups.get(words) or words.replace(" ", "_")


def _is_share(words: _Words, column: ValueColumn, vocabulary: Vocabulary) -> bool:
    """Whether formal and informal workers are given in percent of all, which is no count."""
    scale = column.scale or vocabulary.units.get(label(words.text(Role.UNIT)))
    return scale is not None and scale.unit is Unit.RATIO


def _period(words: _Words, column: ValueColumn) -> Period | None:
    """The header's period, else the row's; a bare year takes the month that is said beside it."""
    base = column.period
    for role in (Role.PERIOD, Role.MONTH, Role.YEAR):
        if base is None and words.text(role):
            base = read_period(words.said[role])
            if base is None and role is not Role.MONTH:
                words.complain(Code.PERIOD_UNREADABLE, role)
                return None
            if base is not None and role is Role.MONTH:
                # A month column of real dates holds the first of the month.
                base = Period(base.text[:7])
    if base is None:
        words.complain(Code.PERIOD_MISSING, Role.PERIOD)
        return None
    if column.month and column.period is None:
        return Period.of_month(base.year, column.month)
    if base.precision is not Precision.YEAR or not words.text(Role.MONTH):
        return base
    month = words.text(Role.MONTH)
    dated = read_period(
        f"{base.text}-{int(month):02d}" if month.isdecimal() else f"{month} {base.text}"
    )
    if dated is None:
        words.complain(Code.PERIOD_UNREADABLE, Role.MONTH)
    return dated


def _factor(
    words: _Words, column: ValueColumn, vocabulary: Vocabulary, unit: Unit
) -> Decimal | None:
    """What a written number is multiplied by to be persons, firms or a ratio."""
    unsaid = None if unit is Unit.RATIO else Scale(unit=unit, factor=Decimal(1))
    scale = column.scale or words.meant(Role.UNIT, vocabulary.units, unsaid)
    if scale is not None and scale.unit is not unit:
        words.complain(Code.UNIT_CONFLICT, Role.UNIT)
    return None if scale is None else scale.factor


def _rounding(words: _Words, factor: Decimal) -> Decimal | None:
    if not words.text(Role.ROUNDING):
        return None
    stated = read_number(words.said[Role.ROUNDING], sign=DecimalSign.UNKNOWN).value
    if stated is None:
        words.complain(Code.WORD_UNKNOWN, Role.ROUNDING)
        return None
    return stated * factor
