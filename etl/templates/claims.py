"""The form for claims: cases and rupiah of every kabupaten/kota and month, a column a programme."""

from cakupan.domain.measures import Measure
from cakupan.domain.templates import TemplateBook, TemplateSheet
from etl.templates.form import Form
from etl.templates.instructions import template_book
from etl.templates.paid import RUPIAH, paid_columns, paid_lines
from etl.templates.printed_rows import explain_monthly_sheet, monthly_sheet

# Invented, and seen on the instructions only: one programme, and the sum of all.
_EXAMPLE, _EXAMPLE_TOTAL = 125, 1_480


def claims_book(form: Form) -> TemplateBook:
    """A sheet of cases and one of rupiah. The sum of a row is optional."""
    programmes = [one.id for one in form.reference.programmes]
    sheets = [
        _sheet(form, Measure.CLAIMS, ("case",), programmes),
        _sheet(form, Measure.CLAIMS_IDR, RUPIAH, programmes),
    ]
    explained = explain_monthly_sheet(
        form, programmes, meaning="programmes", example=_EXAMPLE, total=_EXAMPLE_TOTAL
    )
    return template_book(form, "claims", sheets, explained)


def _sheet(
    form: Form, measure: Measure, units: tuple[str, ...], programmes: list[str]
) -> TemplateSheet:
    lines = paid_lines(form, measure, units, one_period=False)
    columns = paid_columns(form, units, programmes, optional=False)
    return monthly_sheet(form, measure, lines, columns)
