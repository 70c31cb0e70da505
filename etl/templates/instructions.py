"""The sheet of instructions of a form, and the whole book around it. No file format comes in."""

from collections.abc import Iterable, Sequence

from cakupan.domain.sheets import Cell
from cakupan.domain.templates import CellState, Guide, GuideRow, TemplateBook, TemplateSheet
from etl.templates.form import Form

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(place: int) -> str:
    """What a spreadsheet calls its column at a place: A for 0, AA for 26."""
    front, last = divmod(place, len(_LETTERS))
    return (_LETTERS[front - 1] if front else "") + _LETTERS[last]


def template_book(
    form: Form, name: str, sheets: Sequence[TemplateSheet], explained: Iterable[GuideRow]
) -> TemplateBook:
    """A workbook: its instructions and the sheets they speak of."""
    title = form.text(f"title.{name}")
    named = ", ".join(sheet.name for sheet in sheets)
    guide = Guide(
        name=form.text("sheet.guide"),
        title=title,
        lead=form.text(f"lead.{name}"),
        steps_title=form.text("guide.steps"),
        steps=tuple(form.text(f"steps.{name}", sheet=named).splitlines()),
        legend_title=form.text("guide.legend"),
        legend=tuple((state, form.text(f"guide.{state}")) for state in CellState),
        table_title=form.text("guide.columns"),
        table_header=(
            form.text("guide.column"),
            form.text("guide.meaning"),
            form.text("guide.example"),
        ),
        table=tuple(explained),
    )
    return TemplateBook(
        file_name=form.file_name(name),
        title=title,
        guide=guide,
        sheets=tuple(sheets),
        lists_name=form.text("sheet.regions"),
        complaint_title=form.text("complaint.title"),
    )


def explain(form: Form, columns: str, header: str, *, meaning: str, example: Cell) -> GuideRow:
    """A column explained.

    Its letters stand in front, for people; and so the reader takes no row of the instructions
    for the header of a table.
    """
    return GuideRow(f"{columns} · {header}", form.text(f"meaning.{meaning}"), example)


def explain_places(form: Form) -> list[GuideRow]:
    """The printed columns at the left, by the form's first row."""
    cells = form.place_cells(form.parts[0])
    return [
        explain(form, letter(place), form.text(f"column.{name}"), meaning=name, example=cell)
        for place, (name, cell) in enumerate(zip(form.place_widths, cells, strict=True))
    ]
