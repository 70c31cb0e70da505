"""The real reference data and families, and workbooks made on the spot."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine

from cakupan.domain.reference import Reference
from cakupan.storage.engine import open_database
from cakupan.storage.reference import read_reference
from etl.families import Families, read_families

REFERENCE_DIR = Path(__file__).resolve().parents[2] / "data" / "reference"
Rows = Sequence[Sequence[object]]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return read_reference(REFERENCE_DIR)


@pytest.fixture(scope="session")
def families() -> Families:
    return read_families(REFERENCE_DIR / "sources")


@pytest.fixture
def engine(tmp_path: Path, empty_database: Path) -> Engine:
    """A database without figures."""
    path = shutil.copy(empty_database, tmp_path / "cakupan.db")
    return open_database(f"sqlite:///{path}")


@pytest.fixture
def write_book(tmp_path: Path) -> Callable[[str, Mapping[str, Rows]], Path]:
    """Writes a workbook of sheets by name and returns its path."""

    def write(name: str, sheets: Mapping[str, Rows]) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return write
