"""What a number in a row and column counts: its key without the region, its unit, its source.

Words come from the row, the column's header, the lines above the table and the family, in this
order. The number itself and the region are read elsewhere.
"""

from collections.abc import Mapping
from decimal import Decimal

from cakupan.domain.figures import FigureKey
from cakupan.domain.measures import OF_JURIES, Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.records import Record, replace
from etl.finding_codes import Code
from etl.habits import Habit
from etl.number_text import DecimalSign, read_number
from etl.shape.columns import ValueColumn
from etl.shape.counting import Counted, counted
from etl.shape.dating import period_of
from etl.shape.lexicon import Lexicon
from etl.shape.listener import Listener, Said
from etl.shape.parts import aspect_of, listed, part_of
from etl.shape.problems import Problem
from etl.vocabulary import Role, Scale, Vocabulary, label

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


class Meaning(Record, frozen=True):
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
    words = Listener(said)
    what = _counted(words, column, lexicon)
    scale = _scale(words, column, what, vocabulary)
    if what.group and _is_share(what, scale):
        words.complain(Code.NOT_OURS, Role.MEASURE, topic="share")
        what = Counted()
    if what.measure is None and any(one.code is Code.NOT_OURS for one in words.problems):
        # What is not ours need not say its words as we do.
        return None, tuple(words.problems)
    measure = _measured(what, scale, vocabulary)
    period = period_of(words, column, measure)
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


def _publisher(words: Listener, lexicon: Lexicon, habit: Habit) -> str:
    """The publisher's id, or the outlet's name as it is written."""
    publisher = words.text(Role.PUBLISHER) or habit.publisher
    if not publisher:
        words.complain(Code.PUBLISHER_MISSING, Role.PUBLISHER)
    return lexicon.publishers.get(label(publisher), publisher)


def _counted(words: Listener, column: ValueColumn, lexicon: Lexicon) -> Counted:
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
    words: Listener, column: ValueColumn, what: Counted, vocabulary: Vocabulary
) -> Scale | None:
    """The unit of the header, else of the row or the title, else of what is counted."""
    return column.scale or words.meant(Role.UNIT, vocabulary.units, None) or what.scale


def _measured(what: Counted, scale: Scale | None, vocabulary: Vocabulary) -> Measure | None:
    """What is counted, in its unit: claims in rupiah are a measure of their own."""
    if what.measure is None or scale is None or scale.unit is None:
        return what.measure
    return vocabulary.habits.in_unit(what.measure, scale.unit)


def _parts(words: Listener, measure: Measure, what: Counted, lexicon: Lexicon) -> tuple[str, str]:
    """Programme and group: of the header or the measure's own words, else of the row."""
    programme = what.programme or part_of(
        words.text(Role.PROGRAMME), measure, lexicon, of_groups=False
    )
    group = what.group or part_of(words.text(Role.GROUP), measure, lexicon, of_groups=True)
    _complain_of_parts(
        words, measure, {Role.PROGRAMME: programme, Role.GROUP: group}, lexicon.vocabulary
    )
    return programme or "", group or ""


def _judged(words: Listener, measure: Measure, lexicon: Lexicon) -> tuple[str, str]:
    """Criterion or document, and stage: only what a jury writes down has them."""
    if measure not in OF_JURIES:
        return "", ""
    aspect = aspect_of(words.text(Role.ASPECT), measure, lexicon)
    stage = listed(words.text(Role.STAGE), _STAGES, lexicon)
    _complain_of_parts(words, measure, {Role.ASPECT: aspect, Role.STAGE: stage}, lexicon.vocabulary)
    return aspect or "", stage or ""


def _complain_of_parts(
    words: Listener, measure: Measure, parts: Mapping[Role, str | None], vocabulary: Vocabulary
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


def _factor(words: Listener, scale: Scale | None, habit: Habit) -> Decimal | None:
    """What a written number is multiplied by to be stored; None where its unit is left open."""
    unit = None if scale is None else scale.unit
    open_unit = habit.unit is Unit.RATIO or habit.unit_is_said
    if scale is None or (unit is None and open_unit):
        return None if open_unit else Decimal(1)
    if unit not in (None, habit.unit):
        words.complain(Code.UNIT_CONFLICT, Role.UNIT)
    return scale.factor


def _rounding(words: Listener, factor: Decimal) -> Decimal | None:
    if not words.text(Role.ROUNDING):
        return None
    stated = read_number(words.said[Role.ROUNDING], sign=DecimalSign.UNKNOWN).value
    if stated is None:
        words.complain(Code.WORD_UNKNOWN, Role.ROUNDING)
        return None
    return stated * factor
