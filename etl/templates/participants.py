"""The form for participants: every kabupaten/kota, month by month, a column a segment."""

from cakupan.domain.language import Language
from cakupan.domain.measures import Basis, Measure
from cakupan.domain.periods import Period
from cakupan.domain.templates import (
    GuideRow,
    TemplateBook,
    TemplateColumn,
    TemplateLine,
    TemplateSheet,
)
from cakupan.texts.date_format import period
from etl.templates.form import Form
from etl.templates.instructions import LETTERS, explain, explain_places, template_book

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
        *form.place_columns,
        form.column("month", 11),
        *(TemplateColumn(name, 13, form.count()) for name in segments),
        form.column("total", 14, form.count(optional=True)),
    )
    months = [_written(Period.of_month(form.year, month)) for month in range(1, 13)]
    empty = (None,) * (len(segments) + 1)
    sheet = TemplateSheet(
        name=form.text("sheet.participants"),
        lines=_lines(form),
        columns=columns,
        rows=tuple(
            (*form.place_cells(part), month, *empty) for month in months for part in form.parts
        ),
        key_columns=len(form.place_columns) + 1,
        blocks=frozenset(range(0, len(months) * len(form.parts), len(form.parts))),
    )
    return template_book(form, "participants", [sheet], _explained(form, segments, months[0]))


def _written(month: Period) -> str:
    return period(month, Language.ID, short=True)


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
        form.line("unit", form.text("unit.person")),
    )


def _explained(form: Form, segments: list[str], month: str) -> list[GuideRow]:
    places = explain_places(form)
    column, first, last, total = (
        LETTERS[len(places) + place] for place in (0, 1, len(segments), len(segments) + 1)
    )
    return [
        *places,
        explain(form, column, form.text("column.month"), meaning="month", example=month),
        explain(form, f"{first}–{last}", ", ".join(segments), meaning="segments", example=_EXAMPLE),
        explain(form, total, form.text("column.total"), meaning="total", example=_EXAMPLE_TOTAL),
    ]
