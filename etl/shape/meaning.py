"""What a number in a row and column counts: its key without the region, its unit, its source.

Words come from the row, the column's header, the lines above the table and the family, in this
order. The number itself and the region are read elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from cakupan.domain.figures import FigureKey
from cakupan.domain.measures import FLOWS, OF_JURIES, Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period, Precision
from etl.finding_codes import Code
from etl.habits import Habit
from etl.number_text import DecimalSign, read_number
from etl.period_text import find_period, flow_period, is_span, read_period
from etl.readers.workbook import CellValue
from etl.shape.cells import cell_text
from etl.shape.columns import ValueColumn
from etl.shape.counting import Counted, counted
from etl.shape.lexicon import Lexicon
from etl.shape.parts import aspect_of, listed, part_of
from etl.shape.problems import Problem
from etl.vocabulary import Role, Scale, Vocabulary, label

Said = Mapping[Role, CellValue]
Meant = TypeVar("Meant")
_OF_AWARDS = (Measure.AWARD_PLACE, Measure.AWARD_ASSESSED_YEAR, *OF_JURIES)
_STAGES = "award_stages"
_OF_SUBSIDIES = (
    *(Measure.SUBSIDISED_WORKERS, Measure.SUBSIDY_MONTHS, Measure.SUBSIDY_IDR_A_MONTH),
)
# What a target, a subsidy or an award means nothing without.
_UNSAID = {
    (Measure.TARGET_COVERAGE, Role.GROUP): Code.FRAMEWORK_MISSING,
    (Measure.TARGET_COVERAGE, Role.PROGRAMME): Code.BASE_MISSING,
    **{(one, Role.GROUP): Code.CATEGORY_MISSING for one in _OF_AWARDS},
    **{(one, Role.PROGRAMME): Code.PAYER_MISSING for one in _OF_SUBSIDIES},
    **{(one, Role.STAGE): Code.STAGE_MISSING for one in OF_JURIES},
    (Measure.AWARD_SCORE, Role.ASPECT): Code.CRITERION_MISSING,
    (Measure.AWARD_DOCUMENT, Role.ASPECT): Code.DOCUMENT_MISSING,
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """Everything about a figure but its region and value.

    ``subject`` is its key with an empty region. ``factor`` turns the written number into the stored
    one; None where no unit is stated for a ratio, so that the cell itself must say percent, or for
    what is counted in several units.
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
            aspect=subject.aspect,
            stage=subject.stage,
        )


def read_meaning(
    said: Said, column: ValueColumn, lexicon: Lexicon
) -> tuple[Meaning | None, tuple[Problem, ...]]:
    """The meaning, or None with every problem that stands in its way."""
    vocabulary = lexicon.vocabulary
    words = _Words(said)
    what = _counted(words, column, lexicon)
    scale = _scale(words, column, what, vocabulary)
    if what.group and _is_share(what, scale):
        words.complain(Code.NOT_OURS, Role.MEASURE, topic="share")
        what = Counted()
    if what.measure is None and any(one.code is Code.NOT_OURS for one in words.problems):
        # What is not ours need not say its words as we do.
        return None, tuple(words.problems)
    measure = _measured(what, scale, vocabulary)
    period = _period(words, column, measure)
    segment = column.segment or words.meant(Role.SEGMENT, vocabulary.segments, Segment.TOTAL)
    basis = column.basis or words.meant(Role.BASIS, vocabulary.bases, Basis.NONE)
    maturity = words.meant(Role.MATURITY, vocabulary.maturities, Maturity.FINAL)
    if measure is None or period is None:
        return None, tuple(words.problems)
    habit = vocabulary.habits[measure]
    factor = _factor(words, scale, habit)
    programme, group = _parts(words, measure, what, lexicon)
    aspect, stage = _judged(words, measure, lexicon)
    meaning = Meaning(
        subject=FigureKey(
            region_code="",
            measure=measure,
            period=period,
            publisher=_publisher(words, lexicon, habit),
            segment=segment,
            programme=programme,
            group=group,
            basis=basis,
            aspect=aspect,
            stage=stage,
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


def _counted(words: _Words, column: ValueColumn, lexicon: Lexicon) -> Counted:
    """What is counted, and of whom: of the header, else of the row, else of the title."""
    text = words.text(Role.MEASURE)
    if column.measure is not None:
        return Counted(column.measure, column.group, column.programme)
    if not text:
        words.complain(Code.MEASURE_MISSING, Role.MEASURE)
        return Counted()
    what = counted(label(text), None, lexicon)
    if what is not None and what.measure is not None:
        return replace(
            what,
            group=what.group or column.group,
            programme=what.programme or column.programme,
        )
    other = lexicon.phrases.topic(text) or lexicon.phrases.breakdown(text)
    if other:
        words.complain(Code.NOT_OURS, Role.MEASURE, topic=other)
    else:
        words.complain(Code.MEASURE_UNKNOWN, Role.MEASURE)
    return Counted()


def _scale(
    words: _Words, column: ValueColumn, what: Counted, vocabulary: Vocabulary
) -> Scale | None:
    """The unit of the header, else of the row or the title, else of what is counted."""
    return column.scale or words.meant(Role.UNIT, vocabulary.units, None) or what.scale


def _measured(what: Counted, scale: Scale | None, vocabulary: Vocabulary) -> Measure | None:
    """What is counted, in its unit: claims in rupiah are a measure of their own."""
    if what.measure is None or scale is None or scale.unit is None:
        return what.measure
    return vocabulary.habits.in_unit(what.measure, scale.unit)


def _parts(words: _Words, measure: Measure, what: Counted, lexicon: Lexicon) -> tuple[str, str]:
    """Programme and group: of the header or the measure's own words, else of the row."""
    programme = what.programme or part_of(
        words.text(Role.PROGRAMME), measure, lexicon, of_groups=False
    )
    group = what.group or part_of(words.text(Role.GROUP), measure, lexicon, of_groups=True)
    _complain_of_parts(
        words, measure, {Role.PROGRAMME: programme, Role.GROUP: group}, lexicon.vocabulary
    )
    return programme or "", group or ""


def _judged(words: _Words, measure: Measure, lexicon: Lexicon) -> tuple[str, str]:
    """Criterion or document, and stage: only what a jury writes down has them."""
    if measure not in OF_JURIES:
        return "", ""
    aspect = aspect_of(words.text(Role.ASPECT), measure, lexicon)
    stage = listed(words.text(Role.STAGE), _STAGES, lexicon)
    _complain_of_parts(words, measure, {Role.ASPECT: aspect, Role.STAGE: stage}, lexicon.vocabulary)
    return aspect or "", stage or ""


def _complain_of_parts(
    words: _Words, measure: Measure, parts: Mapping[Role, str | None], vocabulary: Vocabulary
) -> None:
    """Parts that no list has, and those without which the measure means nothing."""
    for role, part in parts.items():
        if part is None:
            unknown = Code.CRITERION_UNKNOWN if role is Role.ASPECT else Code.WORD_UNKNOWN
            words.complain(unknown, role)
        elif not part and role.value in vocabulary.habits[measure].needs:
            words.complain(_UNSAID[measure, role], role)


def _is_share(what: Counted, scale: Scale | None) -> bool:
    """Whether formal and informal workers are given in percent of all, which is no count."""
    of_workers = what.measure is Measure.EMPLOYED
    return of_workers and scale is not None and scale.unit is Unit.RATIO


def _period(words: _Words, column: ValueColumn, measure: Measure | None) -> Period | None:
    """The header's period, else the row's; a bare year takes the month that is said beside it.

    A target is for the end of a year. Where none is named it has the day it was stated on.
    """
    stated = read_period(words.said.get(Role.STATED)) if words.text(Role.STATED) else None
    unnamed = column.period is None and not (words.text(Role.PERIOD) or words.text(Role.YEAR))
    if measure is Measure.TARGET_COVERAGE and unnamed and stated is not None:
        if stated.precision is Precision.DAY:
            return stated
        words.complain(Code.PERIOD_UNREADABLE, Role.STATED)
        return None
    if measure in FLOWS and column.period is None and _says_span(words):
        return _span(words)
    period = _dated(words, column)
    if measure is Measure.TARGET_COVERAGE and period is not None:
        return Period.of_year(period.year)
    return period


def _says_span(words: _Words) -> bool:
    """Whether the title's "s.d. Oktober 2025", or the row's own, says the period."""
    if words.text(Role.YEAR) or words.text(Role.MONTH):
        return False
    own = words.text(Role.PERIOD)
    period, _ = find_period(words.text(Role.SPAN))
    return is_span(own) or (period is not None and own == period.text)


def _span(words: _Words) -> Period | None:
    role = Role.PERIOD if is_span(words.text(Role.PERIOD)) else Role.SPAN
    period = flow_period(words.text(role))
    if period is None:
        words.complain(Code.PERIOD_UNREADABLE, role)
    return period


def _dated(words: _Words, column: ValueColumn) -> Period | None:
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


def _factor(words: _Words, scale: Scale | None, habit: Habit) -> Decimal | None:
    """What a written number is multiplied by to be stored; None where its unit is left open."""
    unit = None if scale is None else scale.unit
    open_unit = habit.unit is Unit.RATIO or habit.unit_is_said
    if scale is None or (unit is None and open_unit):
        return None if open_unit else Decimal(1)
    if unit not in (None, habit.unit):
        words.complain(Code.UNIT_CONFLICT, Role.UNIT)
    return scale.factor


def _rounding(words: _Words, factor: Decimal) -> Decimal | None:
    if not words.text(Role.ROUNDING):
        return None
    stated = read_number(words.said[Role.ROUNDING], sign=DecimalSign.UNKNOWN).value
    if stated is None:
        words.complain(Code.WORD_UNKNOWN, Role.ROUNDING)
        return None
    return stated * factor
