"""The sample's claims, scholarships, vulnerable workers and ledger: exact on every margin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cakupan.domain.reference import Reference
from cakupan.domain.sheets import SampleBook, SampleSheet
from cakupan.exports.sample_workbooks import write_samples
from cakupan.storage.reference import read_reference
from etl.dry_run import Status, dry_run
from etl.families import read_families
from etl.samples import build_samples

ROOT = Path(__file__).resolve().parents[2]
FILES = ("klaim.xlsx", "beasiswa.xlsx", "pekerja_rentan.xlsx", "bantuan_iuran.xlsx")
HEADING = {"Kode", "Kabupaten/Kota", "Bulan", "Tahun"}
Row = dict[str, object]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(ROOT / "data" / "reference")


@pytest.fixture(scope="module")
def books(reference: Reference) -> dict[str, SampleBook]:
    facts = ROOT / "data" / "samples" / "facts"
    return {book.file_name: book for book in build_samples(facts, reference)}


@pytest.fixture(scope="module")
def sheets(books: dict[str, SampleBook]) -> dict[str, list[Row]]:
    return {sheet.name: rows_of(sheet) for name in FILES for sheet in books[name].sheets}


def rows_of(sheet: SampleSheet) -> list[Row]:
    headers = [column.header for column in sheet.columns]
    return [dict(zip(headers, row, strict=True)) for row in sheet.rows]


def total(rows: list[Row], code: str, column: str = "Jumlah", when: str = "") -> int:
    return sum(
        int(str(row[column]))
        for row in rows
        if row["Kode"] == code and str(row.get("Bulan") or row.get("Tahun")).endswith(when)
    )


def test_bengkulu_paid_what_was_told_of_2024(sheets: dict[str, list[Row]]) -> None:
    assert total(sheets["Kasus klaim"], "17", when="2024") == 15_908
    assert total(sheets["Nominal klaim"], "17", when="2024") == 205_700_000_000
    assert total(sheets["Penerima beasiswa"], "17", when="2024") == 429
    assert total(sheets["Nominal beasiswa"], "17", when="2024") == 1_680_000_000


def test_kota_tangerang_registered_16_000_of_40_000_vulnerable_workers(
    sheets: dict[str, list[Row]],
) -> None:
    assert total(sheets["Pekerja rentan"], "36.71", when="2025") == 40_000
    assert total(sheets["Rentan terdaftar"], "36.71", when="2025") == 16_000


@pytest.mark.parametrize(
    "name", ["Kasus klaim", "Nominal klaim", "Penerima beasiswa", "Pekerja rentan"]
)
def test_both_margins_add_up(sheets: dict[str, list[Row]], name: str) -> None:
    for block in blocks(sheets[name]):
        whole, parts = block[0], block[1:]
        columns = [header for header in whole if header not in HEADING]
        for header in columns:
            assert whole[header] == sum(int(str(part[header])) for part in parts)
        for row in block:
            assert row["Jumlah"] == sum(int(str(row[header])) for header in columns[:-1])


def blocks(rows: list[Row]) -> Iterator[list[Row]]:
    """A province in a period, with its parts below it."""
    starts = [place for place, row in enumerate(rows) if "." not in str(row["Kode"])]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield rows[start:end]


def test_nobody_is_registered_who_is_not_there(sheets: dict[str, list[Row]]) -> None:
    for known, registered in zip(sheets["Pekerja rentan"], sheets["Rentan terdaftar"], strict=True):
        assert all(
            int(str(registered[column])) <= int(str(known[column]))
            for column in known
            if column not in HEADING
        )


def test_every_book_loads_without_a_question_and_without_a_warning(
    books: dict[str, SampleBook], reference: Reference, tmp_path: Path
) -> None:
    families = read_families(ROOT / "data" / "reference" / "sources")
    for path in write_samples([books[name] for name in FILES], tmp_path):
        run = dry_run(path, reference, families, None)
        assert run.status is Status.READY
        assert [(one.code, one.cell) for one in run.findings] == []
