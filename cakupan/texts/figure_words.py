"""A figure in words: what it counts, of whom, and its value in its unit."""

from collections.abc import Iterable
from decimal import Decimal

from cakupan.domain.awards import AwardCriterion
from cakupan.domain.figures import FigureKey
from cakupan.domain.language import Language
from cakupan.domain.measures import Measure, Segment, Unit, unit_of
from cakupan.domain.reference import Denominator, Framework, Programme, Reference, Term
from cakupan.texts.number_format import count, decimal, percent, points, rupiah
from cakupan.texts.words import Words

_Named = Programme | Term | Framework | Denominator | AwardCriterion
_BY_LEVEL = frozenset({Measure.SCHOLARSHIPS, Measure.SCHOLARSHIPS_IDR})
_CENT = Decimal("0.01")


def name_of_figure(key: FigureKey, reference: Reference, say: Words) -> str:
    """The measure and whatever narrows it down: "Klaim · JKK"."""
    segments = {one.segment: one for one in reference.segments}
    segment = segments.get(key.segment)
    parts = (
        say(f"ringkasan.measure.{key.measure.value}"),
        "" if key.segment is Segment.TOTAL or segment is None else _short(segment, say.language),
        programme_name(key.programme, key.measure, reference, say.language),
        group_name(key.group, key.measure, reference, say.language),
        aspect_name(key.aspect, reference, say.language),
        say(f"paritrana.stage.{key.stage}") if key.stage else "",
    )
    return " · ".join(part for part in parts if part)


def programme_name(
    programme: str, measure: Measure, reference: Reference, language: Language
) -> str:
    """What stands in the place of a programme: a benefit by its id, a payer, a base, a winner."""
    if measure.value.startswith("award"):
        return programme
    if measure is Measure.TARGET_COVERAGE:
        return _found(programme, reference.denominators, language)
    if measure.value.startswith("subsid"):
        return _found(programme, reference.payers, language)
    return programme


def group_name(group: str, measure: Measure, reference: Reference, language: Language) -> str:
    """A group of workers, a level of schooling, a category of an award, a framework."""
    rows: Iterable[_Named] = reference.group_names
    if measure is Measure.EMPLOYED:
        rows = reference.employment_kinds
    elif measure in _BY_LEVEL:
        rows = reference.scholarship_levels
    elif measure is Measure.TARGET_COVERAGE:
        rows = reference.frameworks
    elif measure.value.startswith("award"):
        rows = reference.award_categories
    return _found(group, rows, language)


def aspect_name(aspect: str, reference: Reference, language: Language) -> str:
    """The criterion of a score, or the document of a nominee."""
    return _found(aspect, (*reference.award_criteria, *reference.award_documents), language)


def value_of_figure(value: Decimal, measure: Measure, say: Words) -> str:
    """The number in its unit: 15.908, Rp205.700.000.000, 65,00%, 12 bulan, peringkat 1, 2024."""
    unit, language = unit_of(measure), say.language
    if unit is Unit.RATIO:
        return percent(value, language)
    if unit is Unit.IDR:
        return _amount(value, language)
    if unit is Unit.YEAR:
        return str(int(value))
    if unit is Unit.STATE:
        return say(f"paritrana.state.{int(value)}")
    if unit in (Unit.MONTH, Unit.PLACE):
        return say(f"units.{unit.value}", count=count(value, language))
    return _score(value, language) if unit is Unit.SCORE else count(value, language)


def difference_of_figures(difference: Decimal, measure: Measure, say: Words) -> str:
    """How far two values of a measure are apart, signed."""
    unit, language = unit_of(measure), say.language
    if unit is Unit.RATIO:
        return points(difference, language)
    if unit is Unit.IDR:
        sign = "" if difference < 0 else "+"
        return sign + _amount(difference, language)
    if unit is Unit.SCORE:
        return ("+" if difference > 0 else "") + _score(difference, language)
    return count(difference, language, signed=True)


def _score(value: Decimal, language: Language) -> str:
    """A score with decimals only where it has some."""
    return decimal(value, language, 0 if value == value.to_integral_value() else 2)


def _amount(value: Decimal, language: Language) -> str:
    """An amount to the cent where it has cents."""
    if value == value.to_integral_value():
        return rupiah(value, language)
    places = min(2, -int(value.normalize().as_tuple().exponent))
    text = decimal(abs(value), language, places)
    return ("−Rp" if value < 0 else "Rp") + text


def _found(name: str, rows: Iterable[_Named], language: Language) -> str:
    """The name of an id; what no list has is written as its source has it."""
    for row in rows:
        if row.id == name:
            return row.name_id if language is Language.ID else row.name_en
    return name.replace("_", " ")


def _short(segment: object, language: Language) -> str:
    return str(getattr(segment, f"short_{language.value}"))
