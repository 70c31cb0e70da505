"""The form for published figures: one figure a row, with its publisher and source."""

from collections.abc import Sequence
from decimal import Decimal

from cakupan.domain.awards import Stage
from cakupan.domain.measures import OF_JURIES, Basis, Measure, Segment
from cakupan.domain.sheets import Cell
from cakupan.domain.templates import TemplateBook
from etl.templates.form import MATURITIES, Form
from etl.templates.instructions import template_book
from etl.templates.listing import Field, explain_fields, list_sheet

# Invented, and seen on the instructions only.
_EXAMPLE = Decimal("41.25")
UNITS = (
    *("person", "thousand", "million", "firm", "percent", "case", "child", "rupiah"),
    *("million_rupiah", "billion_rupiah", "month", "entrant"),
)


def published_book(form: Form, rows: Sequence[Sequence[Cell]] = ()) -> TemplateBook:
    """Empty rows, or these ones and some more; all closed fields are lists."""
    fields = _fields(form)
    sheet = list_sheet(form, "published", [form.title_line("published")], fields, rows)
    return template_book(form, "published", [sheet], explain_fields(form, fields))


def _fields(form: Form) -> tuple[Field, ...]:
    reference, example = form.reference, form.text
    segments = (
        form.text(f"segment.{Segment.TOTAL}"),
        *(one.short_id for one in reference.segments),
    )
    programmes = tuple(one.id for one in reference.programmes)
    bases = (Basis.REGISTRATION, Basis.DOMICILE)
    return (
        Field("region", 32, form.regions(), form.parts[0].name),
        Field(
            "measure",
            22,
            form.choice("measure", _MEASURES, hint="measure"),
            example("example.measure"),
        ),
        Field("segment", 10, form.one_of(segments, optional=True)),
        Field("programme", 16, form.offered(programmes, hint="programme", optional=True)),
        Field("group", 16, form.words("group", optional=True)),
        Field("basis", 20, form.choice("basis", bases, hint="basis", optional=True)),
        Field("period", 14, form.words("period"), example("example.period")),
        Field("value", 14, form.number("value"), _EXAMPLE),
        Field("unit", 16, form.choice("unit", UNITS), example("unit.percent")),
        Field("rounding", 13, form.number("rounding", optional=True)),
        Field("publisher", 26, form.publishers(), example("example.publisher")),
        Field("citation", 40, form.words("citation"), example("example.citation")),
        Field("maturity", 17, form.choice("maturity", MATURITIES, hint="maturity", optional=True)),
        Field("note", 28, form.words(optional=True)),
        Field("stated", 20, form.words("stated", optional=True)),
        Field("aspect", 24, form.words("aspect", optional=True)),
        Field("stage", 16, form.choice("stage", Stage, hint="stage", optional=True)),
    )


# Targets and awards say more of themselves than fits here, and have forms of their own.
_ELSEWHERE = {
    *(Measure.TARGET_COVERAGE, Measure.AWARD_PLACE, Measure.AWARD_ASSESSED_YEAR),
    *(Measure.SUBSIDISED_WORKERS, Measure.SUBSIDY_MONTHS, Measure.SUBSIDY_IDR_A_MONTH),
    *OF_JURIES,
}
_MEASURES = tuple(one for one in Measure if one not in _ELSEWHERE)
