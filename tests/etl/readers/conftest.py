"""Builders of files, sound and broken: everything is made in code, nothing is a binary blob."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.readers import ReadResult, read_file

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Zip = Callable[[dict[str, bytes]], bytes]
Book = Callable[..., bytes]
Read = Callable[..., ReadResult]


@pytest.fixture(scope="module", autouse=True)
def parser() -> None:
    """Files are read in a child, as they are in earnest."""


@pytest.fixture
def zip_bytes() -> Zip:
    """A zip file of these members."""

    def build(members: dict[str, bytes]) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return stream.getvalue()

    return build


@pytest.fixture
def book(zip_bytes: Zip) -> Book:
    """An xlsx whose one sheet has this XML inside sheetData; ``more`` members stand beside it."""

    def build(rows: str, *, more: dict[str, bytes] | None = None) -> bytes:
        return zip_bytes(
            {
                "[Content_Types].xml": (
                    f'<Types xmlns="{_PACKAGE}/content-types">'
                    '<Default Extension="rels" ContentType='
                    '"application/vnd.openxmlformats-package.relationships+xml"/>'
                    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
                    '<Override PartName="/xl/worksheets/sheet1.xml"'
                    f' ContentType="{_TYPE}.worksheet+xml"/></Types>'
                ).encode(),
                "_rels/.rels": _link("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml": (
                    f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
                    '<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
                ).encode(),
                "xl/_rels/workbook.xml.rels": _link("worksheet", "worksheets/sheet1.xml"),
                "xl/worksheets/sheet1.xml": (
                    f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
                ).encode(),
                **(more or {}),
            }
        )

    return build


def _link(kind: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_RELATIONS}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write these bytes to a file and read it."""

    def write_and_read(content: bytes, name: str = "berkas.xlsx", **limits: object) -> ReadResult:
        path = tmp_path / name
        path.write_bytes(content)
        return read_file(path, **limits)

    return write_and_read
