"""The form for the bases of coverage: eligible workers, employed people, labour force by year."""

from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.domain.templates import TemplateBook, TemplateColumn, TemplateLine, TemplateSheet
from cakupan.texts.date_format import month_name
from etl.templates.form import Form
from etl.templates.instructions import LETTERS, explain, explain_places, template_book

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
    first, last = (LETTERS[len(places) + place] for place in (0, len(form.years) - 1))
    years = f"{form.years[0]}–{form.year}"
    explained = explain(form, f"{first}–{last}", years, meaning="years", example=_EXAMPLE)
    sheets = [_sheet(form, measure) for measure in _SHEETS]
    return template_book(form, "workforce", sheets, [*places, explained])


def _sheet(form: Form, measure: Measure) -> TemplateSheet:
    # A region without a single worker does not exist: a zero here would be a missing figure.
    entry = form.count(least=1)
    return TemplateSheet(
        name=form.text(f"sheet.{measure}"),
        lines=_lines(form, measure),
        columns=(
            *form.place_columns,
            *(TemplateColumn(str(year), 14, entry) for year in form.years),
        ),
        rows=tuple((*form.place_cells(part), *(None for _ in form.years)) for part in form.parts),
        key_columns=len(form.place_columns),
    )


def _lines(form: Form, measure: Measure) -> tuple[TemplateLine, ...]:
    publisher, month = _SHEETS[measure]
    lines = (
        form.title_line(measure),
        form.line("measure", form.text(f"measure.{measure}")),
        form.publisher_line(publisher),
        form.citation_line(),
        form.maturity_line(),
        form.line("unit", form.text("unit.person")),
    )
    if month is None:
        return lines
    names = [month_name(number, Language.ID) for number in range(1, 13)]
    return (*lines, form.line("month", names[month - 1], form.one_of(names, hint="month")))
