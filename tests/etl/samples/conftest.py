"""The sample books, built from their facts."""

from fractions import Fraction
from pathlib import Path

import pytest

from cakupan.domain.reference import Reference
from cakupan.domain.sheets import SampleBook, SampleSheet
from etl.samples import build_samples

ROOT = Path(__file__).resolve().parents[3]
FACTS = ROOT / "data" / "samples" / "facts"
PARTS = {"36": 8, "61": 14, "19": 7, "17": 10}
FILES = {
    "36": "peserta_banten.xlsx",
    "61": "peserta_kalimantan_barat.xlsx",
    "19": "peserta_bangka_belitung.xlsx",
    "17": "peserta_bengkulu.xlsx",
}
Books = dict[str, SampleBook]


@pytest.fixture(scope="session")
def books(reference: Reference) -> Books:
    return {book.file_name: book for book in build_samples(FACTS, reference)}


def records(sheet: SampleSheet) -> list[dict]:
    headers = [column.header for column in sheet.columns]
    return [dict(zip(headers, row, strict=True)) for row in sheet.rows]


def sheet_of(books: Books, file_name: str, name: str) -> list[dict]:
    found = [sheet for sheet in books[file_name].sheets if sheet.name == name]
    return records(found[0])


def participants(books: Books) -> dict[tuple[str, str], dict]:
    return {
        (row["Kode"], row["Bulan"]): row
        for file_name in FILES.values()
        for row in records(books[file_name].sheets[0])
    }


def eligible(books: Books) -> dict[str, dict]:
    return {row["Kode"]: row for row in records(books["semesta_pekerja.xlsx"].sheets[0])}


def coverage(books: Books, code: str, month: str) -> Fraction:
    return Fraction(
        participants(books)[code, month]["Jumlah"], eligible(books)[code][month.split()[1]]
    )
