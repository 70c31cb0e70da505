"""The form for scholarships: children and rupiah of every kabupaten/kota, a column a level."""

from cakupan.domain.measures import Measure
from cakupan.domain.templates import TemplateBook, TemplateSheet
from etl.templates.form import Form
from etl.templates.instructions import template_book
from etl.templates.paid import RUPIAH, paid_columns, paid_lines
from etl.templates.printed_rows import explain_region_sheet, region_sheet

# Invented, and seen on the instructions only: one level, and all children.
_EXAMPLE, _EXAMPLE_TOTAL = 24, 118


def scholarships_book(form: Form) -> TemplateBook:
    """A sheet of children and one of rupiah, for one period. All children together are optional."""
    levels = [one.name_id for one in form.reference.scholarship_levels]
    sheets = [
        _sheet(form, Measure.SCHOLARSHIPS, ("child",), levels),
        _sheet(form, Measure.SCHOLARSHIPS_IDR, RUPIAH, levels),
    ]
    explained = explain_region_sheet(
        form, levels, meaning="levels", example=_EXAMPLE, total=_EXAMPLE_TOTAL
    )
    return template_book(form, "scholarships", sheets, explained)


def _sheet(
    form: Form, measure: Measure, units: tuple[str, ...], levels: list[str]
) -> TemplateSheet:
    lines = paid_lines(form, measure, units, one_period=True)
    columns = paid_columns(form, units, levels, optional=True)
    return region_sheet(form, measure, lines, columns)
