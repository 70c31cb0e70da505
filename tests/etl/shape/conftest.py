"""Words as the families know them, and sheets of a few rows."""

from collections.abc import Callable

import pytest

from cakupan.domain.reference import Reference
from etl.families import Families
from etl.readers import CellValue, Sheet
from etl.readers.areas import Areas
from etl.shape.finding import Outcome, find_tables
from etl.shape.lexicon import Lexicon
from etl.shape.table import Table

Cells = tuple[CellValue, ...]


@pytest.fixture(scope="module")
def lexicon(families: Families, reference: Reference) -> Lexicon:
    return Lexicon.of(families.vocabulary, reference)


Find = Callable[..., list[Outcome]]


@pytest.fixture
def find(families: Families, lexicon: Lexicon) -> Find:
    def run(*rows: Cells, name: str = "S", merges: Areas | None = None) -> list[Outcome]:
        sheet = Sheet(name, rows, merges=merges or Areas())
        return find_tables(sheet, families, "berkas.xlsx", lexicon, lambda _: False)

    return run


def the_table(outcomes: list[Outcome]) -> Table:
    (table,) = outcomes
    assert isinstance(table, Table)
    return table
