"""The form for participants: every kabupaten/kota, month by month, a column a segment."""

from cakupan.domain.measures import Basis, Measure
from cakupan.domain.templates import TemplateBook, TemplateColumn, TemplateLine
from etl.templates.form import Form
from etl.templates.instructions import template_book
from etl.templates.printed_rows import explain_monthly_sheet, monthly_sheet

_MEASURES = (
    Measure.PARTICIPANTS_ACTIVE,
    Measure.PARTICIPANTS_INACTIVE,
    Measure.PARTICIPANTS_REGISTERED,
)
_BASES = (Basis.REGISTRATION, Basis.DOMICILE)
# Invented, and seen on the instructions only: four segments and their sum.
_EXAMPLE, _EXAMPLE_TOTAL = 120_450, 160_885


def participants_book(form: Form) -> TemplateBook:
    """A block a month, January to December. The total of a row is optional."""
    segments = [one.short_id for one in form.reference.segments]
    columns = (
        *(TemplateColumn(name, 13, form.count()) for name in segments),
        form.column("total", 14, form.count(optional=True)),
    )
    sheet = monthly_sheet(form, "participants", _lines(form), columns)
    explained = explain_monthly_sheet(
        form, segments, meaning="segments", example=_EXAMPLE, total=_EXAMPLE_TOTAL
    )
    return template_book(form, "participants", [sheet], explained)


def _lines(form: Form) -> tuple[TemplateLine, ...]:
    return (
        form.title_line("participants"),
        form.line(
            "measure",
            form.text(f"measure.{_MEASURES[0]}"),
            form.choice("measure", _MEASURES, hint="measure"),
        ),
        form.publisher_line("bpjs"),
        form.citation_line(),
        form.line(
            "basis",
            form.text(f"basis.{Basis.REGISTRATION}"),
            form.choice("basis", _BASES, hint="basis"),
        ),
        form.maturity_line(),
        form.unit_line("person"),
    )
