"""A sheet as text: CSV that a spreadsheet opens as numbers, or a page to print or to copy from."""

import csv
from decimal import Decimal
from html import escape
from io import StringIO

from cakupan.domain.language import Language
from cakupan.domain.sheets import Cell, SampleSheet
from cakupan.exports.untrusted_cells import as_text
from cakupan.texts.number_format import count, decimal

_STYLE = """
@page { size: A4 landscape; margin: 14mm; }
body { margin: 24px auto; max-width: 1120px; padding: 0 20px; color: #15212c; background: #fff;
  font: 14px/1.45 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif; }
h1 { margin: 0 0 12px; font-size: 20px; }
.mark { display: inline-block; margin: 0 0 10px; padding: 2px 10px; background: #fff4e0;
  border: 1px solid #efd3a4; color: #7a4600; font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 0 0 16px; }
dt { color: #566471; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 8px; border-bottom: 1px solid #cbd5df; text-align: right; }
thead th { border-bottom: 2px solid #15212c; font-size: 12.5px; vertical-align: bottom; }
.text { text-align: left; }
.total > * { border-top: 2px solid #15212c; font-weight: 700; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
"""


def sheet_csv(sheet: SampleSheet, language: Language) -> str:
    """The lines and the table, in the separators that a spreadsheet of this language reads.

    Numbers stay numbers; a text that would be taken for a formula is marked as text.
    """
    stream = StringIO()
    indonesian = language is Language.ID
    writer = csv.writer(stream, delimiter=";" if indonesian else ",", lineterminator="\r\n")
    if sheet.mark:
        writer.writerow([as_text(sheet.mark)])
    writer.writerows([as_text(label), as_text(text)] for label, text in sheet.metadata)
    writer.writerow([])
    writer.writerow([as_text(column.header) for column in sheet.columns])
    writer.writerows([_plain(cell, comma=indonesian) for cell in row] for row in sheet.rows)
    return stream.getvalue()


def sheet_page(sheet: SampleSheet, language: Language) -> str:
    """A whole HTML page that needs nothing from elsewhere, made for A4."""
    (heading, _), *lines = sheet.metadata
    mark = f'<p class="mark">{escape(sheet.mark)}</p>' if sheet.mark else ""
    told = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in lines)
    heads = "".join(
        f'<th scope="col"{_aligned(place, sheet)}>{escape(column.header)}</th>'
        for place, column in enumerate(sheet.columns)
    )
    rows = "".join(_row(number, row, sheet, language) for number, row in enumerate(sheet.rows))
    return (
        f'<!DOCTYPE html><html lang="{language.value}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(heading)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(heading)}</h1>{mark}<dl>{told}</dl>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></body></html>"
    )


def _row(number: int, row: tuple[Cell, ...], sheet: SampleSheet, language: Language) -> str:
    kind = ' class="total"' if number in sheet.total_rows else ""
    cells = "".join(
        f"<td{_aligned(place, sheet)}>{escape(_shown(cell, language))}</td>"
        for place, cell in enumerate(row)
    )
    return f"<tr{kind}>{cells}</tr>"


def _aligned(place: int, sheet: SampleSheet) -> str:
    """Columns of words stand left."""
    words = any(isinstance(row[place], str) and row[place] for row in sheet.rows)
    return ' class="text"' if words else ""


def _shown(cell: Cell, language: Language) -> str:
    if isinstance(cell, Decimal):
        return decimal(cell, language, max(0, -int(cell.as_tuple().exponent)))
    return count(cell, language) if isinstance(cell, int) else cell or ""


def _plain(cell: Cell, *, comma: bool) -> str:
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",") if comma else str(cell)
    return str(cell) if isinstance(cell, int) else as_text(cell or "")
