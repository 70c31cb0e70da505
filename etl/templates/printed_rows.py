"""Sheets whose rows are printed: a row for each kabupaten and kota, or a block of them a month."""

from collections.abc import Sequence

from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.templates import GuideRow, TemplateColumn, TemplateLine, TemplateSheet
from cakupan.texts.date_format import period
from etl.templates.form import Form
from etl.templates.instructions import explain, explain_places, letter


def region_sheet(
    form: Form, name: str, lines: Sequence[TemplateLine], columns: Sequence[TemplateColumn]
) -> TemplateSheet:
    """A row a region."""
    empty = (None,) * len(columns)
    return TemplateSheet(
        name=form.text(f"sheet.{name}"),
        lines=tuple(lines),
        columns=(*form.place_columns, *columns),
        rows=tuple((*form.place_cells(part), *empty) for part in form.parts),
        key_columns=len(form.place_columns),
    )


def monthly_sheet(
    form: Form, name: str, lines: Sequence[TemplateLine], columns: Sequence[TemplateColumn]
) -> TemplateSheet:
    """A block a month, January to December of the form's year."""
    empty = (None,) * len(columns)
    return TemplateSheet(
        name=form.text(f"sheet.{name}"),
        lines=tuple(lines),
        columns=(*form.place_columns, form.column("month", 11), *columns),
        rows=tuple(
            (*form.place_cells(part), month, *empty)
            for month in _months(form)
            for part in form.parts
        ),
        key_columns=len(form.place_columns) + 1,
        blocks=frozenset(range(0, 12 * len(form.parts), len(form.parts))),
    )


def explain_region_sheet(
    form: Form, headers: Sequence[str], *, meaning: str, example: int, total: int
) -> list[GuideRow]:
    """The columns of such sheets: the printed ones, all parts together, and their sum."""
    places = explain_places(form)
    return [*places, *_parts(form, len(places), headers, meaning, (example, total))]


def explain_monthly_sheet(
    form: Form, headers: Sequence[str], *, meaning: str, example: int, total: int
) -> list[GuideRow]:
    """The same, with the month behind the printed columns."""
    places = explain_places(form)
    month = explain(
        form,
        letter(len(places)),
        form.text("column.month"),
        meaning="month",
        example=_months(form)[0],
    )
    return [*places, month, *_parts(form, len(places) + 1, headers, meaning, (example, total))]


def _parts(
    form: Form, first: int, headers: Sequence[str], meaning: str, examples: tuple[int, int]
) -> list[GuideRow]:
    last = first + len(headers) - 1
    shown = ", ".join(headers) if len(headers) <= _FEW else f"{headers[0]} … {headers[-1]}"
    one, total = examples
    return [
        explain(form, f"{letter(first)}–{letter(last)}", shown, meaning=meaning, example=one),
        explain(
            form,
            letter(last + 1),
            form.text("column.total"),
            meaning=f"total_{meaning}",
            example=total,
        ),
    ]


# More headers than that are not all named in one cell of the instructions.
_FEW = 6


def _months(form: Form) -> list[str]:
    return [
        period(Period.of_month(form.year, month), Language.ID, short=True) for month in range(1, 13)
    ]
