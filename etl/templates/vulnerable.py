"""The form for vulnerable workers: how many there are and are registered, a column a group."""

from cakupan.domain.measures import Measure
from cakupan.domain.templates import TemplateBook, TemplateColumn, TemplateSheet
from etl.templates.form import Form
from etl.templates.instructions import template_book
from etl.templates.printed_rows import explain_region_sheet, region_sheet

_MEASURES = (Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED)
# Invented, and seen on the instructions only: one group, and all of them.
_EXAMPLE, _EXAMPLE_TOTAL = 2_350, 40_120


def vulnerable_book(form: Form) -> TemplateBook:
    """A sheet of all there are and one of the registered; groups and their sum are optional."""
    groups = [one.name_id for one in form.reference.worker_groups]
    explained = explain_region_sheet(
        form, groups, meaning="groups", example=_EXAMPLE, total=_EXAMPLE_TOTAL
    )
    sheets = [_sheet(form, measure, groups) for measure in _MEASURES]
    return template_book(form, "vulnerable", sheets, explained)


def _sheet(form: Form, measure: Measure, groups: list[str]) -> TemplateSheet:
    lines = (
        form.title_line(measure),
        form.measure_line(measure),
        form.period_line(),
        form.publisher_line("pemda"),
        form.citation_line(),
        form.maturity_line(),
        form.unit_line("person"),
    )
    columns = (
        *(TemplateColumn(name, 18, form.count(optional=True)) for name in groups),
        form.column("total", 14, form.count(optional=True)),
    )
    return region_sheet(form, measure, lines, columns)
