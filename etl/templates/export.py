"""Figures as rows of the form for published figures: loaded again, they change nothing."""

from collections.abc import Iterable
from decimal import Decimal

from cakupan.domain.figures import Figure
from cakupan.domain.language import Language
from cakupan.domain.measures import Basis, Measure, Segment, Unit
from cakupan.domain.periods import Precision
from cakupan.domain.records import replace
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.domain.sheets import Cell
from cakupan.domain.templates import TemplateBook
from cakupan.texts import Words
from cakupan.texts.date_format import period
from cakupan.texts.figure_words import aspect_name, group_name, programme_name
from etl.templates.form import Form
from etl.templates.published import published_book

# A year needs no unit.
_UNITS = {
    Unit.PERSON: "person",
    Unit.FIRM: "firm",
    Unit.RATIO: "percent",
    Unit.CASE: "case",
    Unit.CHILD: "child",
    Unit.IDR: "rupiah",
    Unit.MONTH: "month",
    Unit.PLACE: "place",
    Unit.ENTRANT: "entrant",
    Unit.STATE: "state",
    Unit.SCORE: "score_100",
}
# A spreadsheet keeps fifteen digits of a number; the rest is kept by a text.
_DIGITS = 15


def export_book(
    reference: Reference, figures: Iterable[Figure], *, region: Region, year: int, say: Words
) -> TemplateBook:
    """A row a figure, in their order; more can be written below."""
    form = Form(reference=reference, region=region, year=year, say=say)
    book = published_book(form, [_row(figure, form) for figure in figures])
    return replace(book, file_name=form.file_name("export"))


def _row(figure: Figure, form: Form) -> tuple[Cell, ...]:
    """The cells in the order of the form's columns."""
    key, text, reference = figure.key, form.text, form.reference
    segments = {one.segment: one.short_id for one in reference.segments}
    publishers = {one.id: one.name_id for one in reference.publishers}
    named = (key.measure, reference, Language.ID)
    written = period(key.period, Language.ID, short=True)
    # The day a target was stated on is not what it is for.
    is_stated = key.measure is Measure.TARGET_COVERAGE and key.period.precision is Precision.DAY
    return (
        form.region_name(reference.directory[key.region_code]),
        text(f"measure.{key.measure}"),
        text("segment.total") if key.segment is Segment.TOTAL else segments[key.segment],
        programme_name(key.programme, *named) or None,
        group_name(key.group, *named) or None,
        None if key.basis is Basis.NONE else text(f"basis.{key.basis}"),
        None if is_stated else written,
        _value(figure),
        text(f"unit.{_UNITS[figure.unit]}") if figure.unit in _UNITS else None,
        _cell(_in_unit(figure.rounding_unit, figure.unit)),
        publishers.get(key.publisher, key.publisher),
        figure.citation or None,
        text(f"maturity.{figure.maturity}"),
        figure.note or None,
        written if is_stated else None,
        aspect_name(key.aspect, reference, Language.ID) or None,
        text(f"stage.{key.stage}") if key.stage else None,
    )


def _value(figure: Figure) -> Cell:
    number = _in_unit(figure.value, figure.unit)
    if figure.unit is Unit.RATIO and 0 < number <= 1:
        # 0.8 alone could be 80%.
        return f"{number:f}%".replace(".", ",")
    return _cell(number)


def _in_unit(number: Decimal, unit: Unit) -> Decimal:
    return number * 100 if unit is Unit.RATIO else number


def _cell(number: Decimal) -> Cell:
    plain = number.normalize()
    if len(plain.as_tuple().digits) > _DIGITS:
        return f"{number:f}".replace(".", ",")
    return int(number) if number == number.to_integral_value() else number
