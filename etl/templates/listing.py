"""Sheets of empty rows, one figure or one programme a row: their fields, and what explains them."""

from collections.abc import Sequence

from cakupan.domain.records import Record
from cakupan.domain.sheets import Cell
from cakupan.domain.templates import Entry, GuideRow, TemplateLine, TemplateSheet
from etl.templates.form import Form
from etl.templates.instructions import explain, letter

_ROWS = 200


class Field(Record, frozen=True):
    """A column: its name in texts/, its width, what it takes, and an example of it."""

    name: str
    width: int
    entry: Entry
    example: Cell = None


def list_sheet(
    form: Form,
    name: str,
    lines: Sequence[TemplateLine],
    fields: Sequence[Field],
    rows: Sequence[Sequence[Cell]] = (),
) -> TemplateSheet:
    """Rows that are filled in already, and empty ones up to a sheet that can be worked in."""
    empty = [(None,) * len(fields)] * max(_ROWS - len(rows), 0)
    return TemplateSheet(
        name=form.text(f"sheet.{name}"),
        lines=tuple(lines),
        columns=tuple(form.column(one.name, one.width, one.entry) for one in fields),
        rows=(*(tuple(row) for row in rows), *empty),
        key_columns=1,
    )


def explain_fields(form: Form, fields: Sequence[Field]) -> list[GuideRow]:
    """Each column explained."""
    return [
        explain(
            form,
            letter(place),
            form.text(f"column.{one.name}"),
            meaning=one.name,
            example=one.example,
        )
        for place, one in enumerate(fields)
    ]
