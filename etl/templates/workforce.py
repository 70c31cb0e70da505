"""The form for the bases of coverage: eligible workers, employed people, labour force by year."""

from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.domain.templates import TemplateBook, TemplateColumn, TemplateLine, TemplateSheet
from cakupan.texts.date_format import month_name
from etl.templates.form import Form
from etl.templates.instructions import explain, explain_places, letter, template_book
from etl.templates.printed_rows import region_sheet

# Who publishes it, and the month of the survey where it is one.
_SHEETS = {
    Measure.ELIGIBLE_WORKERS: ("bpjs", None),
    Measure.EMPLOYED: ("bps", 8),
    Measure.LABOUR_FORCE: ("bps", 8),
}
_EXAMPLE = 385_740


def workforce_book(form: Form) -> TemplateBook:
    """A sheet a measure, a column a year."""
    places = explain_places(form)
    first, last = (letter(len(places) + place) for place in (0, len(form.years) - 1))
    years = f"{form.years[0]}–{form.year}"
    explained = explain(form, f"{first}–{last}", years, meaning="years", example=_EXAMPLE)
    sheets = [_sheet(form, measure) for measure in _SHEETS]
    return template_book(form, "workforce", sheets, [*places, explained])


def _sheet(form: Form, measure: Measure) -> TemplateSheet:
    # A region without a single worker does not exist: a zero here would be a missing figure.
    entry = form.count(least=1)
    columns = [TemplateColumn(str(year), 14, entry) for year in form.years]
    return region_sheet(form, measure, _lines(form, measure), columns)


def _lines(form: Form, measure: Measure) -> tuple[TemplateLine, ...]:
    publisher, month = _SHEETS[measure]
    lines = (
        form.title_line(measure),
        form.measure_line(measure),
        form.publisher_line(publisher),
        form.citation_line(),
        form.maturity_line(),
        form.unit_line("person"),
    )
    if month is None:
        return lines
    names = [month_name(number, Language.ID) for number in range(1, 13)]
    return (*lines, form.line("month", names[month - 1], form.one_of(names, hint="month")))
