"""The corrections on record: each says all it has to, and is needed by the sheets it is for."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cakupan.domain.reference import Reference
from etl.corrections import corrections_from
from etl.examination import examine
from etl.families import Families
from etl.readers import Sheet, Workbook

FILE = Path(__file__).resolve().parents[2] / "data" / "reference" / "corrections.toml"


@pytest.fixture
def table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def test_the_corrections_of_the_house_are_read_with_the_families(families: Families) -> None:
    assert [one.id for one in families.corrections] == [
        "kemnaker-mataram-kota",
        "kemnaker-bima-kota",
    ]
    assert {one.family for one in families.corrections} <= {one.id for one in families.known}


@pytest.mark.parametrize("key", ["why_id", "why_en", "told", "since", "rows", "right"])
def test_a_correction_that_leaves_something_unsaid_is_refused(
    table: dict[str, Any], key: str
) -> None:
    del table["corrections"][0][key]
    with pytest.raises(ValueError, match=key):
        corrections_from(table)


def test_no_reason_and_a_doubled_name_are_refused(table: dict[str, Any]) -> None:
    doubled = {"corrections": [table["corrections"][0]] * 2}
    with pytest.raises(ValueError, match="two"):
        corrections_from(doubled)
    table["corrections"][0]["why_id"] = ""
    with pytest.raises(ValueError, match="why"):
        corrections_from(table)


def test_mataram_and_bima_are_kota_in_every_table_of_the_ministry(
    reference: Reference, families: Families
) -> None:
    header = ("thn", "lvl_wil", "kd_prov", "nm_prov", "kd_kabkot", "nm_kabkot", "PYB")
    rows = [
        (2025, "Kabupaten", 52, "Nusa Tenggara Barat", 5271, "Mataram", 200_000),
        (2025, "Kabupaten", 52, "Nusa Tenggara Barat", 5272, "Kota Bima", 80_000),
        (2025, "Kabupaten", 52, "Nusa Tenggara Barat", 5206, "Bima", 250_000),
    ]
    book = Workbook("b.xlsx", "", "xlsx", (Sheet("Sheet1", (header, *rows)),))
    found = examine(book, "b.xlsx", reference=reference, families=families)
    assert [one.key.region_code for one in found.figures] == ["52.71", "52.72", "52.06"]
    assert Counter(one.code for one in found.findings) == {
        "correction-applied": 2,
        "month-declared": 1,
    }
