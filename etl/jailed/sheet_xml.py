"""A second look at a sheet's XML for what a fast engine does not tell.

That is: error cells, formulas that were never calculated, lone cells far below the table.
"""

import html
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from etl.jailed.refusal import RefusedError

_FAR = 10_000
_FEW = 1_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(rb"""(?:^|\s)r=["']([A-Z]{1,3})(\d{1,7})["']""")


@dataclass(frozen=True, slots=True)
class FarCells:
    """Few cells below a long gap: they cost an engine a row of memory for each row of the gap."""

    first: str
    count: int


@dataclass(frozen=True, slots=True)
class SecondLook:
    """``texts`` are cells (row, column from 0) that an engine shows as empty: "#REF!", "=A1+B1".

    ``near`` is the XML without the far cells, None where there are none.
    """

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    far: FarCells | None = None
    near: bytes | None = None


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """From a sheet's name to the archive member that holds it."""
    names = set(archive.namelist())
    try:
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314  this is the jail
        links = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314  same
    except (KeyError, ET.ParseError):
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    parts = {}
    for sheet in book.iter():
        if sheet.tag.rpartition("}")[2] == "sheet":
            target = targets.get(sheet.get(_RELATION), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in names:
                parts[sheet.get("name", "")] = part
    return parts


def look(xml: bytes) -> SecondLook:
    """What the engine will not say of this sheet. Row numbers out of order are refused."""
    begin = re.search(rb"<(\w+:)?sheetData\b", xml)
    if begin is None:
        return SecondLook()
    prefix = begin[1] or b""
    texts = _errors(xml, prefix) | _uncalculated(xml, prefix)
    cut = _gap(xml, prefix)
    if cut is None:
        return SecondLook(texts)
    end = xml.find(b"</" + prefix + b"sheetData>", cut)
    cells = re.findall(rb"<" + prefix + rb"c\b([^<>]*[^/<>])>", xml[cut:end])
    first = _ADDRESS.search(cells[0]) if cells else None
    if end < 0 or len(cells) > _FEW or (cells and first is None):
        return SecondLook(texts)
    far = FarCells((first[1] + first[2]).decode(), len(cells)) if first else None
    return SecondLook(texts, far, xml[:cut] + xml[end:])


def _gap(xml: bytes, prefix: bytes) -> int | None:
    """Where the first row stands that comes after a long gap."""
    before, cut = 0, None
    for row in re.finditer(rb"<" + prefix + rb"""row\b[^<>]*?\sr=["'](\d{1,7})["']""", xml):
        number = int(row[1])
        if number <= before:
            raise RefusedError("file-truncated")
        if cut is None and before and number - before > _FAR:
            cut = row.start()
        before = number
    return cut


def _errors(xml: bytes, prefix: bytes) -> dict[tuple[int, int], str]:
    if not re.search(rb"""\st=["']e["']""", xml):
        return {}
    cells = re.finditer(
        rb"<%bc\b([^<>]*?\st=[\"']e[\"'][^<>]*)>(?:\s*<%bf\b[^<>]*(?:/>|>[^<>]*</%bf>))?"
        rb"\s*<%bv>([^<>]*)</%bv>" % ((prefix,) * 5),
        xml,
    )
    return _by_place((cell[1], cell[2].decode(errors="replace")) for cell in cells)


def _uncalculated(xml: bytes, prefix: bytes) -> dict[tuple[int, int], str]:
    """Formulas without a stored result. ``t="str"`` without one is an empty text, and sound."""
    if not re.search(rb"<" + prefix + rb"f\b", xml):
        return {}
    cells = re.finditer(
        rb"<%bc\b([^<>]*)>\s*<%bf\b[^<>]*(?:/>|>([^<>]*)</%bf>)"
        rb"\s*(?:<%bv\s*/>|<%bv></%bv>)?\s*</%bc>" % ((prefix,) * 7),
        xml,
    )
    return _by_place(
        (cell[1], "=" + html.unescape((cell[2] or b"").decode(errors="replace")))
        for cell in cells
        if b'"str"' not in cell[1]
    )


def _by_place(cells: Iterable[tuple[bytes, str]]) -> dict[tuple[int, int], str]:
    """Attributes of ``<c>`` with a text become (row, column) with the text."""
    texts = {}
    for attributes, text in cells:
        found = _ADDRESS.search(attributes)
        if found is not None:
            column = 0
            for letter in found[1]:
                column = column * 26 + letter - ord("A") + 1
            texts[int(found[2]) - 1, column - 1] = text
    return texts
