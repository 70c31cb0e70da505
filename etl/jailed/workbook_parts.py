"""The small parts of an Office workbook: which member is which sheet, the styles."""

import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_look import styles_with_percent

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Parts:
    """The sheets' members by name, and from which year days are counted."""

    sheets: dict[str, str]
    from_1904: bool


def workbook_parts(archive: zipfile.ZipFile) -> Parts:
    """Read xl/workbook.xml. What is not understood is left out: the engine has the last word."""
    book = _xml(archive, "xl/workbook.xml")
    targets = targets_of(archive, "xl/_rels/workbook.xml.rels")
    if book is None:
        return Parts({}, from_1904=False)
    sheets, from_1904 = {}, False
    for element in book.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "workbookPr":
            from_1904 = element.get("date1904") in _TRUE
        elif tag == "sheet":
            link = element.get(_RELATION) or element.get(_STRICT_RELATION) or ""
            if link in targets:
                sheets[element.get("name", "")] = targets[link]
    return Parts(sheets, from_1904)


def targets_of(archive: zipfile.ZipFile, member: str) -> dict[str, str]:
    """From a relation's id to the member it names, those that are there."""
    links = _xml(archive, member)
    names = set(archive.namelist())
    found = {}
    for link in () if links is None else links:
        target = link.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path in names:
            found[link.get("Id", "")] = path
    return found


def percent_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Numbers of the cell styles that show percent."""
    styles = _xml(archive, "xl/styles.xml")
    if styles is None:
        return frozenset()
    codes = {
        _number(one.get("numFmtId")): one.get("formatCode", "")
        for one in styles.iter()
        if one.tag.rpartition("}")[2] == "numFmt"
    }
    cells = next((one for one in styles.iter() if one.tag.rpartition("}")[2] == "cellXfs"), ())
    numbers = [_number(style.get("numFmtId")) for style in cells]
    return styles_with_percent(numbers, codes)


def check_shared_strings(archive: zipfile.ZipFile) -> None:
    """Refuse a table of texts that says it holds more of them than it has bytes for."""
    member = "xl/sharedStrings.xml"
    if member not in archive.namelist():
        return
    with archive.open(member) as stream:
        head = stream.read(4096)
    size = archive.getinfo(member).file_size
    for number in re.findall(rb"""\bsst\b[^<>]*?\buniqueCount=["'](\d+)["']""", head):
        if int(number) > size:
            raise RefusedError("file-truncated")


def _xml(archive: zipfile.ZipFile, member: str) -> ET.Element | None:
    try:
        return ET.fromstring(archive.read(member))  # noqa: S314  in the jail, declarations refused
    except (KeyError, ET.ParseError):
        return None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
